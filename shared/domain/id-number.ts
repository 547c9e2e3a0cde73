import { CalendarDate } from './calendar-date.ts'

/** Weights of the first 17 digits, and the check characters by the remainder of their sum by 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/

/**
 * Says whether a resident ID number (居民身份证号) can be one: 18 characters with the right check character, or 15 digits of
 * the first generation; a province and a day of birth that exist.
 *
 * Shape: upper case, without blanks.
 * Source: GB 11643-1999; check character by ISO 7064 MOD 11-2.
 * Example: '11010519491231002X' -> true; '110105194912310021' -> false; '130503670401001' -> true
 */
export function isIdNumber(text: string): boolean {
  if (!/^(?:\d{17}[\dX]|\d{15})$/.test(text) || !provinces.test(text)) return false
  return birthOf(text) !== undefined && (text.length === 15 || text[17] === checkCharacterOf(text))
}

/**
 * Reads day of birth and gender out of a resident ID number.
 *
 * Shape: the 17th digit (the last one of 15) is odd for men.
 * Empty: undefined for what `isIdNumber` refuses.
 * Example: '11010519491231002X' -> { birthOn: '1949-12-31', gender: 'female' }
 */
export function factsOfIdNumber(
  text: string,
): { readonly birthOn: string; readonly gender: 'female' | 'male' } | undefined {
  if (!isIdNumber(text)) return undefined
  const digit = Number(text[text.length === 15 ? 14 : 16])
  return { birthOn: birthOf(text) ?? '', gender: digit % 2 === 1 ? 'male' : 'female' }
}

/**
 * Writes a typed resident ID number as it is stored: half width, upper case, without blanks and dashes.
 *
 * Example: '110105-19491231-002x' -> '11010519491231002X'
 */
export function toIdNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-–—]/g, '')
    .toUpperCase()
}

/** The first generation ended in 1999: its two digits are years of the twentieth century. */
function birthOf(text: string): string | undefined {
  const digits = text.length === 15 ? `19${text.slice(6, 12)}` : text.slice(6, 14)
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  return digits.slice(0, 4) >= '1800' && CalendarDate.safeParse(day).success ? day : undefined
}

function checkCharacterOf(text: string): string | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return checkCharacters[sum % 11]
}
