import { z } from 'zod'

/** The codes of ISO 4217 for money in circulation: no funds, metals or test codes. */
// biome-ignore format: rows are easier to check against the standard's list
const currencyCodes = [
  'AED', 'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BGN',
  'BHD', 'BIF', 'BMD', 'BND', 'BOB', 'BRL', 'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF',
  'CHF', 'CLP', 'CNY', 'COP', 'CRC', 'CUP', 'CVE', 'CZK', 'DJF', 'DKK', 'DOP', 'DZD', 'EGP',
  'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GNF', 'GTQ', 'GYD',
  'HKD', 'HNL', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IQD', 'IRR', 'ISK', 'JMD', 'JOD', 'JPY',
  'KES', 'KGS', 'KHR', 'KMF', 'KPW', 'KRW', 'KWD', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD',
  'LSL', 'LYD', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK',
  'MXN', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'OMR', 'PAB', 'PEN', 'PGK',
  'PHP', 'PKR', 'PLN', 'PYG', 'QAR', 'RON', 'RSD', 'RUB', 'RWF', 'SAR', 'SBD', 'SCR', 'SDG',
  'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STN', 'SVC', 'SYP', 'SZL', 'THB', 'TJS',
  'TMT', 'TND', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'UGX', 'USD', 'UYU', 'UZS', 'VES',
  'VND', 'VUV', 'WST', 'XAF', 'XCD', 'XCG', 'XOF', 'XPF', 'YER', 'ZAR', 'ZMW', 'ZWG',
] as const

/** A currency, by its ISO 4217 code in capitals. */
export const CurrencyCode = z.enum(currencyCodes)
/** A currency, by its ISO 4217 code in capitals. */
export type CurrencyCode = z.infer<typeof CurrencyCode>

// biome-ignore format: as above
const withoutMinorUnit: readonly CurrencyCode[] = [
  'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW',
  'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF',
]
const withThousandths: readonly CurrencyCode[] = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']

const exponents = new Map<CurrencyCode, number>([
  ...withoutMinorUnit.map(currency => [currency, 0] as const),
  ...withThousandths.map(currency => [currency, 3] as const),
])

/**
 * Gives the number of decimals that a currency has.
 *
 * Source: ISO 4217, list one, column "minor unit".
 * Example: CNY -> 2, JPY -> 0, KWD -> 3
 */
export function minorUnitExponent(currency: CurrencyCode): number {
  return exponents.get(currency) ?? 2
}

/**
 * Gives how many minor units make one major unit.
 *
 * Example: CNY -> 100, JPY -> 1, KWD -> 1000
 */
export function minorPerMajor(currency: CurrencyCode): number {
  return 10 ** minorUnitExponent(currency)
}
