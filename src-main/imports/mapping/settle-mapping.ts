import type { RawRow } from '#main/imports/raw-row.ts'
import { fieldIdOf } from '#shared/domain/field.ts'
import {
  type ImportFieldName,
  type ImportKind,
  type ImportTarget,
  importFields,
  isImportField,
} from '#shared/domain/import-field.ts'
import type { ColumnOrigin, ImportPreset } from '#shared/domain/import-mapping.ts'
import type { StoredProfile } from './choose-profile.ts'
import { applyPreset } from './presets/apply-preset.ts'
import { proposeMapping, settleMoneyLevel } from './propose-mapping.ts'
import { type FoundColumn, recallColumns } from './recall-mapping.ts'

/** A column with its field, before the operator's own choices. */
export type SettledColumn = {
  readonly field: ImportTarget | null
  readonly origin: ColumnOrigin
  readonly wasHeader: string | null
}

/** What the columns of a sheet are taken for. `kind` null: it could be either. */
export type SettledMapping = {
  readonly kind: ImportKind | null
  readonly platform: string
  readonly columns: readonly SettledColumn[]
  readonly removedHeaders: readonly string[]
}

/** A sheet's columns in the forms that they are compared in; see `readHeadings`. */
export type ColumnTexts = {
  readonly lookup: readonly string[]
  readonly found: readonly FoundColumn[]
  readonly sample: readonly RawRow[]
}

const kindsOf = new Map<ImportFieldName, readonly ImportKind[]>(
  importFields.map(field => [field.name, field.kinds]),
)

/** Takes what is remembered; a column that was not there before gets what its words say, if that field is free. */
export function settleByProfile(texts: ColumnTexts, profile: StoredProfile): SettledMapping {
  const { kind, platform } = profile
  const recalled = recallColumns(texts.found, profile.columns, kind)
  const fields = unique(recalled.map(({ known }) => known?.field ?? null))
  const taken = new Set(fields)
  const proposed = proposeMapping(
    texts.lookup.map((key, column) => (recalled[column]?.known ? '' : key)),
    texts.sample,
    kind,
  )
  const columns = recalled.map(({ known, isRenamed }, column): SettledColumn => {
    if (!known) {
      const field = proposed.fields[column] ?? null
      return { field: field !== null && taken.has(field) ? null : field, origin: 'new', wasHeader: null }
    }
    const field = fields[column] ?? null
    return isRenamed
      ? { field, origin: 'renamed', wasHeader: known.header }
      : { field, origin: 'remembered', wasHeader: null }
  })
  const found = new Set(recalled.map(({ known }) => known))
  const removedHeaders = profile.columns
    .filter(column => !found.has(column) && !column.isGone && column.field !== null)
    .map(column => column.header)
  return { kind, platform, columns, removedHeaders }
}

/** Takes what a preset says; whether a sum is the order's or the line's the rows decide, unless the operator's own preset says. */
export function settleByPreset({ lookup, sample }: ColumnTexts, preset: ImportPreset): SettledMapping {
  const applied = applyPreset(lookup, preset)
  const bySums = settleMoneyLevel(
    applied.map(column => column.field),
    sample,
  )
  const columns = applied.map(({ field, isNamed }, column): SettledColumn => {
    const isFixed = isNamed && !preset.isBuiltIn
    const settled = isFixed ? field : (bySums[column] ?? null)
    return { field: settled, origin: isNamed ? 'preset' : 'proposed', wasHeader: null }
  })
  return { kind: preset.kind, platform: preset.platform, columns, removedHeaders: [] }
}

/** Takes what the words of the headings say. */
export function settleByWords(texts: ColumnTexts, kind: ImportKind | undefined): SettledMapping {
  const { fields, ...proposal } = proposeMapping(texts.lookup, texts.sample, kind)
  const columns = fields.map((field): SettledColumn => ({ field, origin: 'proposed', wasHeader: null }))
  return { ...proposal, columns, removedHeaders: [] }
}

/** Puts the operator's choices over it: a field that is chosen for one column leaves the others. */
export function withChosenFields(
  columns: readonly SettledColumn[],
  kind: ImportKind,
  wanted: Readonly<Record<string, ImportTarget | null>>,
  fieldIds: ReadonlySet<number>,
): SettledColumn[] {
  const chosen = new Set(Object.values(wanted))
  return columns.map((column, columnIndex) => {
    const wish = wanted[String(columnIndex)]
    if (wish !== undefined) return { ...column, field: ofKind(wish, kind, fieldIds), origin: 'chosen' }
    const field = column.field !== null && chosen.has(column.field) ? null : column.field
    return { ...column, field: ofKind(field, kind, fieldIds) }
  })
}

function ofKind(
  field: ImportTarget | null,
  kind: ImportKind,
  fieldIds: ReadonlySet<number>,
): ImportTarget | null {
  if (field !== null && !isImportField(field))
    return kind === 'customers' && fieldIds.has(fieldIdOf(field) ?? 0) ? field : null
  return field !== null && kindsOf.get(field)?.includes(kind) === true ? field : null
}

function unique(fields: readonly (ImportTarget | null)[]): (ImportTarget | null)[] {
  return fields.map((field, column) => (field !== null && fields.indexOf(field) < column ? null : field))
}
