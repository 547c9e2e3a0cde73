import { addDays, addMonths, type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import type { MonthSpan } from '#shared/domain/contribution.ts'

/**
 * Gives the first and the last day of a span, both included, as day numbers.
 *
 * Example: 3 to 0 months before 2026-11-22 -> 2026-08-23 to 2026-11-22
 */
export function daysOfSpan(
  asOf: CalendarDate,
  { fromMonths, toMonths }: MonthSpan,
): readonly [firstDay: number, lastDay: number] {
  return [
    toDayNumber(addDays(addMonths(asOf, -fromMonths), 1)),
    toDayNumber(toMonths === 0 ? asOf : addMonths(asOf, -toMonths)),
  ]
}
