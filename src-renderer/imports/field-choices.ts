import { useMemo } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { MappedColumn } from '#shared/domain/import-batch.ts'
import { type ImportFieldName, type ImportKind, importFields } from '#shared/domain/import-field.ts'

/** A field in a list of choices; '' leaves the column out. */
export type FieldChoice = {
  readonly value: ImportFieldName | ''
  readonly label: string
  /** Heading of the column that has the field now. */
  readonly usedBy?: string
}
export type FieldChoices = readonly (
  | FieldChoice
  | { readonly label: string; readonly options: readonly FieldChoice[] }
)[]

const groupNames = ['customer', 'source', 'balance', 'order', 'line'] as const

/** The fields of a kind of file, grouped by the record they belong to. */
export function useFieldChoices(
  columns: readonly Pick<MappedColumn, 'field' | 'header'>[],
  kind: ImportKind,
): FieldChoices {
  const { t } = useTranslation()
  return useMemo(() => {
    const headerOf = new Map(columns.map(({ field, header }) => [field, header]))
    const choices = (of: (typeof groupNames)[number]): FieldChoice[] =>
      importFields
        .filter(field => field.of === of && (field.kinds as readonly string[]).includes(kind))
        .map(({ name }) => {
          const usedBy = headerOf.get(name)
          const label = t(`import-field.${name}`)
          return { value: name, label, ...(usedBy === undefined ? {} : { usedBy }) }
        })
    const groups = groupNames.map(name => ({ label: t(`imports.group.${name}`), options: choices(name) }))
    const skip: FieldChoice = { value: '', label: t('imports.columns.skipped') }
    return [skip, ...groups.filter(group => group.options.length > 0)]
  }, [columns, kind, t])
}
