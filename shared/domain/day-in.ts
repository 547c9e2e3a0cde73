import type { CalendarDate } from './calendar-date.ts'

/**
 * Tells the calendar day of an instant in a time zone; without a zone, in that of this PC.
 *
 * Example: dayIn('Asia/Shanghai', new Date('2026-08-15T16:00:00Z')) -> '2026-08-16'
 */
export function dayIn(timeZone: string | undefined, now: Date): CalendarDate {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}` as CalendarDate
}

/**
 * Tells the instant at which a day begins in a time zone, as ISO text in UTC.
 *
 * Shape: where clocks skip midnight, the first instant of the day.
 * Example: startOfDay('Asia/Shanghai', '2026-08-16') -> '2026-08-15T16:00:00.000Z'
 */
export function startOfDay(timeZone: string, day: CalendarDate): string {
  const utc = Date.parse(`${day}T00:00:00Z`)
  const hour = 3_600_000
  // No zone is further than 15 hours from UTC, and all differ by whole quarters of an hour.
  let low = utc - 15 * hour
  let high = utc + 15 * hour
  while (high - low > hour / 4) {
    const middle = Math.floor((low + high) / 2 / (hour / 4)) * (hour / 4)
    if (dayIn(timeZone, new Date(middle)) < day) low = middle
    else high = middle
  }
  return new Date(high).toISOString()
}
