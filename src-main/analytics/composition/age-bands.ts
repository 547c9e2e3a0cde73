import { addMonths, type CalendarDate, isCalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'

/** Stands for a birth date that is not known, or without its year. */
export const noBirthDay = -2_147_483_648
const oldest = 120

/**
 * Gives the first day on which somebody may have been born.
 *
 * Empty: `noBirthDay` without the year.
 * Example: '1988' -> day number of 1988-01-01; '--03-09' -> noBirthDay
 */
export function firstBirthDay(birthOn: string | null): number {
  const [year, month = '01', day = '01'] = birthOn?.startsWith('--') ? [] : (birthOn?.split('-') ?? [])
  const text = `${year}-${month}-${day}`
  return isCalendarDate(text) ? toDayNumber(text) : noBirthDay
}

/**
 * Names the bands of ages.
 *
 * Example: [18, 65] -> ['0-17', '18-64', '65+']; [] -> ['0+']
 */
export function namesOfAgeBands(ages: readonly number[]): string[] {
  const starts = [0, ...ages]
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return next === undefined ? `${start}+` : `${start}-${next - 1}`
  })
}

/**
 * Tells in which band of ages each is on a day.
 *
 * Shape: one index into `namesOfAgeBands` per birth day, -1 where it is not known, still to come, or over 120 years ago. An age is
 * reached on the birthday; who was born on 29 February reaches it on 1 March.
 */
export function ageBandsOn(
  birthDays: ArrayLike<number>,
  asOf: CalendarDate,
  ages: readonly number[],
): Int32Array {
  const latestBirth = [0, ...ages].map(age => toDayNumber(addMonths(asOf, -12 * age)))
  const [today = 0] = latestBirth
  const tooOld = toDayNumber(addMonths(asOf, -12 * (oldest + 1)))
  return Int32Array.from(birthDays, day => {
    if (day === noBirthDay || day > today || day <= tooOld) return -1
    return latestBirth.filter(latest => day <= latest).length - 1
  })
}
