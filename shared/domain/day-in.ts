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
