import { z } from 'zod'
import { type CurrencyCode, minorUnitExponent } from './currency.ts'
import { splitCurrencyMarks } from './currency-mark.ts'

/** Money as a whole number of minor units (fen, cent), small enough to be exact. */
export const MinorUnits = z.int()
/** Money as a whole number of minor units (fen, cent), small enough to be exact. */
export type MinorUnits = z.infer<typeof MinorUnits>

/** Why a cell is no money that can be kept exactly. */
export type MoneyProblem = 'empty' | 'not-money' | 'other-currency' | 'too-many-decimals' | 'too-large'

/** Money read from a cell, or the reason why it could not be. */
export type MoneyReading =
  | { readonly kind: 'read'; readonly minor: number }
  | { readonly kind: 'unreadable'; readonly reason: MoneyProblem }

const plainNumber = /^(\d*)(?:\.(\d*))?$/
const groupedNumber = /^\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d*)?$/
/** Doubles carry 15 digits for certain; what follows is noise of the computer that wrote them. */
const certainDigits = 15
/** No sum is written with more characters; bounds the work on hostile cells. */
const longestText = 100
/** A noisy value lies this near to a whole minor unit, counted in minor units. */
const noiseLimit = 0.001

/**
 * Reads money as people and programs write it.
 *
 * Shape: full-width signs, spaces, thousands separators, a currency mark or code before or behind, a minus (also the
 * true one) or parentheses for negative money. Decimals beyond the currency's own are dropped only where they are
 * zeros or the noise of a binary fraction (15 or more digits, within 0.001 minor unit of a whole one).
 * Errors: never throws; the reason names what is wrong.
 * Example: '￥１，２３４.5', CNY -> 123450; '(12.00)' -> -1200; '12.340000000000001' -> 1234;
 * '12.345' -> too-many-decimals; '$5', CNY -> other-currency
 */
export function parseMoney(text: string, currency: CurrencyCode): MoneyReading {
  const trimmed = text.trim()
  if (trimmed.length > longestText) return unreadable('not-money')
  const folded = trimmed
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase()
  if (folded === '') return unreadable('empty')
  const { sign, rest } = splitSign(folded)
  const { number, currencies } = splitCurrencyMarks(rest)
  const inner = sign === 0 ? splitSign(number) : { sign, rest: number }
  const digits = groupedNumber.test(inner.rest) ? inner.rest.replace(/[, ]/g, '') : inner.rest
  const parts = plainNumber.exec(digits)
  if (!parts || digits === '' || digits === '.') return unreadable('not-money')
  if (currencies && !currencies.includes(currency)) return unreadable('other-currency')
  return readDecimal(inner.sign < 0, parts[1] ?? '', parts[2] ?? '', minorUnitExponent(currency))
}

/**
 * Reads a number cell of a spreadsheet as money.
 *
 * Shape: the noise of binary fractions is dropped as in `parseMoney`; real further decimals are refused.
 * Errors: never throws; NaN and infinity are 'not-money'.
 * Example: 0.1 + 0.2, CNY -> 30; 19.99 -> 1999; 1.005 -> too-many-decimals
 */
export function moneyFromNumber(value: number, currency: CurrencyCode): MoneyReading {
  if (!Number.isFinite(value)) return unreadable('not-money')
  const minor = wholeMinor(value, minorUnitExponent(currency))
  if (minor !== null) return { kind: 'read', minor }
  const { whole, decimals } = toPlainDecimal(Math.abs(value))
  return readDecimal(value < 0, whole, decimals, minorUnitExponent(currency))
}

/**
 * Writes money for machines: a point, all decimals of the currency, no separators, no sign of the currency.
 *
 * Errors: RangeError for a fraction or a number too large to be exact.
 * Example: 136253767, CNY -> '1362537.67'; -5, CNY -> '-0.05'; 1200, JPY -> '1200'
 */
export function formatMinor(minor: number, currency: CurrencyCode): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError('money must be a whole number of minor units')
  const exponent = minorUnitExponent(currency)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (exponent === 0) return sign + digits
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}

/**
 * Splits money over parts in proportion to their weights, so that the parts add up exactly.
 *
 * Shape: one part per weight, in order. Each gets its share rounded down; the units left over go one by one to the
 * largest remainders, the earlier part first where they are equal. A negative total gives the mirror image. A negative
 * weight (a discount line) gets a share of the opposite sign.
 * Empty: weights that add up to 0 share alike; no weights give no parts.
 * Errors: RangeError where total, a weight or the sum of weights is no safe integer, and for a total other than 0
 * without any weight.
 * Source: largest remainder method (Hamilton, Hare quota).
 * Example: 100 by [1, 1, 1] -> [34, 33, 33]; -10 by [1, 2, 4] -> [-1, -3, -6]; 100 by [120, -20] -> [120, -20]
 */
export function splitByLargestRemainder(totalMinor: number, weights: readonly number[]): number[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0)
  if (![totalMinor, weightSum, ...weights].every(Number.isSafeInteger)) {
    throw new RangeError('total and weights must be whole numbers')
  }
  if (weights.length === 0 && totalMinor !== 0) throw new RangeError('nothing to split the total over')
  if (weightSum === 0)
    return weights.length === 0
      ? []
      : splitByLargestRemainder(
          totalMinor,
          weights.map(() => 1),
        )
  const direction = weightSum < 0 ? -1 : 1
  const shares = weights.map(weight =>
    divideShare(Math.abs(totalMinor), weight * direction, weightSum * direction),
  )
  const parts = shares.map(share => share.quotient)
  const left = Math.abs(totalMinor) - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = [...shares.keys()].sort(
    (a, b) => (shares[b]?.remainder ?? 0) - (shares[a]?.remainder ?? 0),
  )
  for (const index of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return totalMinor < 0 ? parts.map(part => 0 - part) : parts
}

/** Rounds down. Exact: where the product is larger than a double holds, BigInt does the same division. */
function divideShare(total: number, weight: number, weightSum: number) {
  const product = total * weight
  if (Number.isSafeInteger(product)) {
    const remainder = ((product % weightSum) + weightSum) % weightSum
    return { quotient: (product - remainder) / weightSum, remainder }
  }
  const divisor = BigInt(weightSum)
  const exact = BigInt(total) * BigInt(weight)
  const remainder = ((exact % divisor) + divisor) % divisor
  return { quotient: Number((exact - remainder) / divisor), remainder: Number(remainder) }
}

function unreadable(reason: MoneyProblem): MoneyReading {
  return { kind: 'unreadable', reason }
}

/** `sign` 0: none was written. */
function splitSign(text: string): { sign: -1 | 0 | 1; rest: string } {
  if (text.startsWith('(') && text.endsWith(')')) return { sign: -1, rest: text.slice(1, -1).trim() }
  if (text.startsWith('-')) return { sign: -1, rest: text.slice(1).trim() }
  if (text.startsWith('+')) return { sign: 1, rest: text.slice(1).trim() }
  return { sign: 0, rest: text }
}

function readDecimal(isNegative: boolean, whole: string, decimals: string, exponent: number): MoneyReading {
  const kept = decimals.slice(0, exponent).padEnd(exponent, '0')
  const excess = decimals.slice(exponent)
  const unsigned = Number(whole + kept) + roundExcess(whole + decimals, excess)
  if (Number.isNaN(unsigned)) return unreadable('too-many-decimals')
  if (!Number.isSafeInteger(unsigned)) return unreadable('too-large')
  return { kind: 'read', minor: isNegative && unsigned !== 0 ? -unsigned : unsigned }
}

/** 0 or 1 where the excess decimals are nothing but zeros or noise, NaN where they are real. */
function roundExcess(digits: string, excess: string): number {
  const fraction = Number(`0.${excess}`)
  if (fraction === 0) return 0
  const isNoisy = digits.replace(/^0+/, '').length >= certainDigits
  if (isNoisy && fraction <= noiseLimit) return 0
  if (isNoisy && fraction >= 1 - noiseLimit) return 1
  return Number.NaN
}

/**
 * The minor units of a value that is nothing but them; null for all others. Of decimals with up to 15 digits only one
 * gives this double, so it is the one that was meant. Nearly every cell is such a value, and its digits need not be written.
 */
function wholeMinor(value: number, exponent: number): number | null {
  const perMajor = 10 ** exponent
  const minor = Math.round(value * perMajor)
  return Math.abs(minor) < 1e15 && minor / perMajor === value ? minor + 0 : null
}

/** The shortest decimal that gives the same double, without an exponent. */
function toPlainDecimal(value: number): { whole: string; decimals: string } {
  const [mantissa = '', exponentText = '0'] = String(value).split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  const exponent = Number(exponentText)
  if (exponent < 0) return { whole: '', decimals: whole.padStart(-exponent, '0') + decimals }
  const moved = decimals.padEnd(exponent, '0')
  return { whole: whole + moved.slice(0, exponent), decimals: moved.slice(exponent) }
}
