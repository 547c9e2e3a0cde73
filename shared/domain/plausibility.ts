import { type CalendarDate, isCalendarDate } from './calendar-date.ts'
import { BirthDate } from './customer.ts'
import { factsOfIdNumber, isIdNumber } from './id-number.ts'
import { isMaskedPhone, isPhonePlausible, isVirtualPhone } from './text.ts'

/** What speaks against a value that is stored. Texts: `quality.reason.<code>`. */
export type Implausibility =
  | 'phone-undiallable'
  | 'birth-impossible'
  | 'birth-ahead'
  | 'birth-too-old'
  | 'id-number-invalid'
  | 'id-number-differs'

/** Nobody was ever older than 122; who would be past this age is an error of writing. */
export const greatestAge = 120

/**
 * Says what is wrong with a phone number. Numbers with hidden digits and those lent by a platform are no error.
 *
 * Example: '1380000110' -> 'phone-undiallable'; '138****1107' -> null
 */
export function phoneImplausibility(phone: string): Implausibility | null {
  return isMaskedPhone(phone) || isVirtualPhone(phone) || isPhonePlausible(phone) ? null : 'phone-undiallable'
}

/**
 * Says what is wrong with a birth date as it is stored; one that is partly known is only wrong where no day fits.
 *
 * Example: on 2026-11-22: '2026-12-01' -> 'birth-ahead'; '1905-11-22' -> 'birth-too-old'; '1905-11-23' -> null (120 years)
 */
export function birthImplausibility(birthOn: string, today: CalendarDate): Implausibility | null {
  if (!BirthDate.safeParse(birthOn).success) return 'birth-impossible'
  if (birthOn.startsWith('--')) return null
  if (birthOn > today.slice(0, birthOn.length)) return 'birth-ahead'
  const latest = `${birthOn}-12-31`.slice(0, 10)
  return latest <= oldestBirth(today) ? 'birth-too-old' : null
}

/** The last day of birth of who is older than `greatestAge`. Example: 2026-11-22 -> '1905-11-22' */
export function oldestBirth(today: CalendarDate): string {
  return `${Number(today.slice(0, 4)) - greatestAge - 1}${today.slice(4)}`
}

/** Says what is wrong with a resident ID number beside what the card says: its check character, or another birthday or gender. */
export function idNumberImplausibility(
  idNumber: string,
  card: { readonly birthOn: string | null; readonly gender: string | null },
): Implausibility | null {
  if (!isIdNumber(idNumber)) return 'id-number-invalid'
  const facts = factsOfIdNumber(idNumber)
  const isOtherDay = card.birthOn !== null && isCalendarDate(card.birthOn) && card.birthOn !== facts?.birthOn
  const isOtherGender = card.gender !== null && card.gender !== facts?.gender
  return isOtherDay || isOtherGender ? 'id-number-differs' : null
}
