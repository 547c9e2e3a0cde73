import { CurrencyCode } from '#shared/domain/currency.ts'
import type { Language } from '#shared/i18n/language.ts'

/** Currencies of most shops here, before the others. */
const usual: readonly CurrencyCode[] = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'JPY', 'KRW', 'SGD', 'MYR', 'GBP']

/** All currencies with their names, the usual ones first. */
export function currencyOptions(
  language: Language,
): { readonly value: CurrencyCode; readonly label: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' })
  const others = CurrencyCode.options.filter(code => !usual.includes(code))
  return [...usual, ...others].map(value => ({ value, label: `${value} ${names.of(value) ?? ''}`.trim() }))
}
