import { formatMoney } from '#renderer/i18n/format-money.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'

type Words = Pick<Translation, 't' | 'tCode'>

/** Lists whose codes the archive stores, by the field that holds them. */
const codeLists: Readonly<Record<string, string>> = {
  gender: 'gender',
  card_type: 'card-type',
  status: 'order-status',
}

/** A field of the change log in words. */
export function changedField({ t, tCode }: Words, field: string): string {
  const key = `imports.undo.field.${field}`
  const name = tCode(key)
  return name === key ? t('imports.undo.field.other') : name
}

/** A value of the change log in words: money in figures, codes by their names, all else as it is. */
export function changedValue({ tCode }: Words, field: string, value: string, currency: CurrencyCode): string {
  if (field.endsWith('_minor')) return formatMoney(Number(value), currency)
  const list = codeLists[field]
  return list === undefined ? value : tCode(`${list}.${value}`)
}
