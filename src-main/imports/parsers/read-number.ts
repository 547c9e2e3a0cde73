import { latin1Text } from './xml-bytes.ts'

const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
/** Up to 15 digits and the powers below are exact, so one division rounds once, as the standard asks. */
const EXACT_DIGITS = 15
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 2 }, (_, power) => 10 ** power)

/**
 * Reads a decimal number from bytes, the same as Number() would.
 *
 * Empty: null for anything that is no finite decimal number.
 * Example: '-1234.5' -> -1234.5; '1.1E+17' -> 110000000000000000; 'abc' -> null
 */
export function readNumber(bytes: Buffer, from: number, to: number): number | null {
  const isNegative = bytes[from] === MINUS
  let mantissa = 0
  let digits = 0
  let point = -1
  for (let at = isNegative ? from + 1 : from; at < to; at++) {
    const byte = bytes[at] as number
    const digit = byte - ZERO
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit
      digits++
    } else if (byte === POINT && point < 0) point = at
    else return readAny(latin1Text(bytes, from, to))
  }
  if (digits === 0) return null
  if (digits > EXACT_DIGITS) return Number(latin1Text(bytes, from, to))
  if (mantissa === 0) return 0
  const value = point < 0 ? mantissa : mantissa / (POWERS_OF_TEN[to - point - 1] as number)
  return isNegative ? -value : value
}

function readAny(text: string): number | null {
  if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}
