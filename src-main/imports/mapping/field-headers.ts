import { fullNameOfField, nameOfField } from '#main/fields/field-name.service.ts'
import {
  type FieldGroup,
  fieldIdOf,
  fillableFields,
  type OwnColumn,
  ownColumn,
} from '#shared/domain/field.ts'
import { languages } from '#shared/i18n/language.ts'
import { headerKey } from './header-text.ts'
import type { SettledColumn, SettledMapping } from './settle-mapping.ts'

/** The fields beyond the default card that a column can lead to. */
export type FieldHeaders = {
  readonly ids: ReadonlySet<number>
  /** By heading: the name of the field, alone or with its group, in either language; the first on the form. */
  readonly byHeader: ReadonlyMap<string, OwnColumn>
  /** Headings that name the group, too: they are nothing else. */
  readonly fullNames: ReadonlySet<string>
}

/** Lists the headings by which fields beyond the default card are known. */
export function fieldHeadersOf(groups: readonly FieldGroup[]): FieldHeaders {
  const fields = fillableFields(groups)
  const byHeader = new Map<string, OwnColumn>()
  const add = (name: string, fieldId: number) => {
    const key = headerKey(name)
    if (!byHeader.has(key)) byHeader.set(key, ownColumn(fieldId))
  }
  for (const language of languages) {
    for (const { field } of fields) add(nameOfField(language, field), field.fieldId)
    for (const one of fields) add(fullNameOfField(language, one), one.field.fieldId)
  }
  const fullNames = languages.flatMap(language =>
    fields.map(one => headerKey(fullNameOfField(language, one))),
  )
  return { ids: new Set(fields.map(({ field }) => field.fieldId)), byHeader, fullNames: new Set(fullNames) }
}

/**
 * Gives columns without a field, of customers' files, the field of the name of their heading; those whose remembered field is
 * no longer on the form are like columns that were not there before.
 */
export function withFieldHeaders(
  { columns, ...mapping }: SettledMapping,
  lookup: readonly string[],
  { ids, byHeader }: FieldHeaders,
): SettledMapping {
  if (mapping.kind === 'orders') return { ...mapping, columns }
  const isGone = ({ field }: SettledColumn) =>
    field !== null && fieldIdOf(field) !== null && !ids.has(fieldIdOf(field) ?? 0)
  const kept = columns.map(column =>
    isGone(column) ? { ...column, field: null, origin: 'new' as const } : column,
  )
  const taken = new Set(kept.map(({ field }) => field))
  return {
    ...mapping,
    columns: kept.map((column, at) => {
      const found = byHeader.get(lookup[at] ?? '')
      const isOpen = column.field === null && (column.origin === 'proposed' || column.origin === 'new')
      if (!isOpen || found === undefined || taken.has(found)) return column
      taken.add(found)
      return { ...column, field: found }
    }),
  }
}
