import type { AnalysisWindow, PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { toMonthNumber } from '#shared/domain/calendar-date.ts'

/**
 * The months that a chart shows, and which of them each day lies in.
 *
 * Shape: `firstMonth` is a running month number; `placeOfDay` holds a place from 0 to `monthCount` - 1 for each day from
 * `firstDay` on; days outside the window are not in it.
 */
export type MonthGrid = {
  readonly firstMonth: number
  readonly monthCount: number
  readonly firstDay: number
  readonly placeOfDay: Int32Array
}

/**
 * Lays out the months from that of the first purchase in the window to the month of the reference date.
 *
 * Shape: months without a purchase in between are part of it.
 * Empty: no months when nothing was bought in the window.
 */
export function layOutMonths({ orderedOnDay }: PurchaseColumns, window: AnalysisWindow): MonthGrid {
  const firstDay = firstDayWithin(orderedOnDay, window)
  if (firstDay > window.asOfDay)
    return { firstMonth: 0, monthCount: 0, firstDay: 0, placeOfDay: new Int32Array(0) }
  const firstMonth = toMonthNumber(firstDay)
  const placeOfDay = new Int32Array(window.asOfDay - firstDay + 1)
  for (let at = 0; at < placeOfDay.length; at++) placeOfDay[at] = toMonthNumber(firstDay + at) - firstMonth
  return { firstMonth, monthCount: toMonthNumber(window.asOfDay) - firstMonth + 1, firstDay, placeOfDay }
}

/** The first day with a purchase in the window; infinity without one. */
function firstDayWithin(orderedOnDay: Int32Array, window: AnalysisWindow): number {
  const fromDay = window.fromDay ?? Number.NEGATIVE_INFINITY
  let firstDay = Number.POSITIVE_INFINITY
  for (let at = 0; at < orderedOnDay.length; at++) {
    const day = orderedOnDay[at] ?? 0
    if (day < firstDay && day >= fromDay && day <= window.asOfDay) firstDay = day
  }
  return firstDay
}
