import { addDays, addMonths, type CalendarDate } from './calendar-date.ts'
import type { AnalysisPeriod } from './rfm-analysis.ts'

/**
 * Gives the first day of a period that ends with the reference date.
 *
 * Empty: null when the period is all time.
 * Example: 12 months until 2026-11-21 -> 2025-11-22
 */
export function firstDayOfPeriod(period: AnalysisPeriod, asOf: CalendarDate): CalendarDate | null {
  return period.kind === 'all' ? null : addDays(addMonths(asOf, -period.months), 1)
}
