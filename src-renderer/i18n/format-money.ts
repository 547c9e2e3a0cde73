import { type CurrencyCode, minorPerMajor, minorUnitExponent } from '#shared/domain/currency.ts'
import { formatNumber, minusSign } from '#shared/i18n/format-number.ts'

export type MoneyFormat = {
  /** Exact number of decimals; without it those of the currency. Charts and key figures take 0. */
  readonly decimals?: number
  /** With the currency's sign before the figure, in heads and key figures only. */
  readonly hasSymbol?: boolean
}

/** The sign of a currency as short as possible: ¥, US$ stays $, and the code where there is none. */
export function currencySymbol(currency: CurrencyCode): string {
  const parts = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  const symbol = parts.find(part => part.type === 'currency')?.value ?? currency
  return symbol === currency ? `${currency} ` : symbol
}

/** Writes minor units as money: thousands commas, the true minus sign before the currency's sign. */
export function formatMoney(minor: number, currency: CurrencyCode, format: MoneyFormat = {}): string {
  const decimals = format.decimals ?? minorUnitExponent(currency)
  const figure = formatNumber(minor / minorPerMajor(currency), decimals)
  if (!format.hasSymbol || !Number.isFinite(minor)) return figure
  const symbol = currencySymbol(currency)
  return figure.startsWith(minusSign) ? minusSign + symbol + figure.slice(1) : symbol + figure
}
