import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'

const daysOfYear = 366

/**
 * Lists the birthdays, as MM-DD, from a day on up to so many days later, both included.
 *
 * Shape: who was born on 29 February has the birthday on the 28th in other years.
 * Example: '2027-02-27', 1 -> 02-27, 02-28, 02-29
 */
export function birthdaysWithin(asOf: CalendarDate, days: number): string[] {
  const birthdays = new Set<string>()
  for (let ahead = 0; ahead <= Math.min(days, daysOfYear); ahead++) {
    const day = addDays(asOf, ahead)
    birthdays.add(day.slice(5))
    if (day.endsWith('-02-28') && addDays(day, 1).endsWith('-03-01')) birthdays.add('02-29')
  }
  return [...birthdays]
}
