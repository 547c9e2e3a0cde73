import { useMemo } from 'react'
import { fieldName, groupName } from '#renderer/components/field-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type FieldGroup, fillableFields, ownColumn } from '#shared/domain/field.ts'
import type { MappedColumn } from '#shared/domain/import-batch.ts'
import {
  type ImportFieldName,
  type ImportKind,
  type ImportTarget,
  importFields,
} from '#shared/domain/import-field.ts'

/** A field in a list of choices; '' leaves the column out. */
export type FieldChoice<Target extends ImportTarget = ImportTarget> = {
  readonly value: Target | ''
  readonly label: string
  /** Heading of the column that has the field now. */
  readonly usedBy?: string
}
export type FieldChoices<Target extends ImportTarget = ImportTarget> = readonly (
  | FieldChoice<Target>
  | { readonly label: string; readonly options: readonly FieldChoice<Target>[] }
)[]
type Columns = readonly Pick<MappedColumn, 'field' | 'header'>[]

const groupNames = ['customer', 'source', 'balance', 'order', 'line'] as const

/** The fields of a kind of file that every archive has, grouped by the record they belong to. */
export function useListedChoices(columns: Columns, kind: ImportKind): FieldChoices<ImportFieldName> {
  const words = useTranslation()
  return useMemo(() => listedChoices(columns, kind, words), [columns, kind, words])
}

/** The same, and for customers' files the fields beyond the default card by their groups. */
export function useFieldChoices(columns: Columns, kind: ImportKind): FieldChoices {
  const words = useTranslation()
  const { data } = useRequest('fields.list', {}, { isEnabled: kind === 'customers' })
  return useMemo(() => {
    const beyond = kind === 'customers' ? choicesBeyond(columns, data?.groups ?? [], words) : []
    return [...listedChoices(columns, kind, words), ...beyond]
  }, [columns, kind, words, data])
}

function listedChoices(
  columns: Columns,
  kind: ImportKind,
  { t }: Translation,
): FieldChoices<ImportFieldName> {
  const choices = (of: (typeof groupNames)[number]) =>
    importFields
      .filter(field => field.of === of && (field.kinds as readonly string[]).includes(kind))
      .map(({ name }) => choiceOf(columns, name, t(`import-field.${name}`)))
  const groups = groupNames.map(name => ({ label: t(`imports.group.${name}`), options: choices(name) }))
  return [
    { value: '', label: t('imports.columns.skipped') },
    ...groups.filter(group => group.options.length > 0),
  ]
}

function choicesBeyond(columns: Columns, groups: readonly FieldGroup[], words: Translation): FieldChoices {
  const fields = fillableFields(groups)
  return [...new Set(fields.map(({ group }) => group))].map(group => ({
    label: groupName(group, words),
    options: fields
      .filter(one => one.group === group)
      .map(({ field }) => choiceOf(columns, ownColumn(field.fieldId), fieldName(field, words))),
  }))
}

function choiceOf<Target extends ImportTarget>(
  columns: Columns,
  value: Target,
  label: string,
): FieldChoice<Target> {
  const usedBy = columns.find(({ field }) => field === value)?.header
  return { value, label, ...(usedBy === undefined ? {} : { usedBy }) }
}
