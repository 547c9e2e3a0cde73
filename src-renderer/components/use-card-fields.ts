import { useMemo } from 'react'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type FieldDefinition, type FieldGroup, ownColumn } from '#shared/domain/field.ts'
import { fieldName } from './field-words.ts'

/** The fields beyond the default card by what names their columns (`field:<key>`), those of groups that are off as well. */
export type CardFields = ReadonlyMap<string, { readonly field: FieldDefinition; readonly group: FieldGroup }>

/** Keeps the fields beyond the default card at hand. Empty: none until they are known. */
export function useCardFields(): CardFields {
  const { data } = useRequest('fields.list', {})
  return useMemo(
    () =>
      new Map(
        (data?.groups ?? []).flatMap(group =>
          group.fields.map(field => [ownColumn(field.fieldId), { group, field }] as const),
        ),
      ),
    [data],
  )
}

/** Makes the names of columns: a field beyond the default card by its own name, all others from the catalogue. */
export function useColumnName(
  prefix: 'import-field' | 'quality.field' | 'export-column',
): (column: string) => string {
  const fields = useCardFields()
  const words = useTranslation()
  return useMemo(() => columnNamer(fields, words, prefix), [fields, words, prefix])
}

function columnNamer(fields: CardFields, words: Translation, prefix: string) {
  return (column: string): string => {
    const found = fields.get(column)
    if (found) return fieldName(found.field, words)
    return column.startsWith('field:') ? words.t('fields.gone') : words.tCode(`${prefix}.${column}`)
  }
}
