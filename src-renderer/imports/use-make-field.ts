import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { type FieldValueKind, type OwnColumn, ownColumn } from '#shared/domain/field.ts'
import { readTypedValue } from '#shared/domain/field-text.ts'
import type { MappedColumn } from '#shared/domain/import-batch.ts'

/** Makes a field of a column that nobody knew: named as its heading, in the first group of the operator's own. */
export function useMakeField(): (column: MappedColumn) => Promise<OwnColumn | undefined> {
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  const { data } = useRequest('fields.list', {})
  const { tellDone } = useUndo()
  const addGroup = useCommand('fields.addGroup')
  const addField = useCommand('fields.add')
  return async ({ header, samples }) => {
    const own = data?.groups.find(
      group => group.code === null && group.customerKind === null && group.isOn && !group.isSensitive,
    )
    const name = header.trim().slice(0, 50)
    const draft = { name: t('imports.columns.ownGroup'), tab: 'basic', customerKind: null } as const
    const groupId = own?.groupId ?? (await addGroup.run(draft))?.groupId
    if (groupId === undefined) return undefined
    const valueKind = likelyKind(samples, currency)
    const field = { name, valueKind, isRequired: false, defaultValue: null, options: [] }
    const made = await addField.run({ groupId, field })
    if (!made) return undefined
    tellDone(t('imports.columns.madeField', { name }), made.changeSetId)
    return ownColumn(made.fieldId)
  }
}

/**
 * Says what the examples of a column look like; digits that may be a code stay a text.
 *
 * Example: ['2024-03-05', '2024/3/6'] -> 'day'; ['165', '172.5'] -> 'number'; ['007', '12'] -> 'text'
 */
export function likelyKind(samples: readonly string[], currency: CurrencyCode): FieldValueKind {
  const texts = samples.filter(text => text.trim() !== '')
  const areAll = (isMeant: (text: string) => boolean) => texts.length > 0 && texts.every(isMeant)
  if (areAll(text => /\d[-/.年]\d/.test(text) && typeof readTypedValue('day', text, currency) === 'string'))
    return 'day'
  const isNumber = (text: string) => /^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/.test(text.trim())
  return areAll(isNumber) ? 'number' : 'text'
}
