import type { AnalysisWindow, PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { toMonthNumber } from '#shared/domain/calendar-date.ts'

/**
 * The months that a chart shows, and which of them each purchase lies in.
 *
 * Shape: `firstMonth` is a running month number; `places` holds one place from 0 to `monthCount` - 1 per purchase, -1
 * for a purchase outside the window.
 */
export type MonthGrid = {
  readonly firstMonth: number
  readonly monthCount: number
  readonly places: Int32Array
}

/**
 * Lays purchases out over the months from the first one in the window to the month of the reference date.
 *
 * Shape: months without a purchase in between are part of it.
 * Empty: no months when nothing was bought in the window.
 */
export function layOutMonths(purchases: PurchaseColumns, window: AnalysisWindow): MonthGrid {
  const { orderedOnDay } = purchases
  const places = new Int32Array(orderedOnDay.length).fill(-1)
  const firstDay = firstDayWithin(orderedOnDay, window)
  if (firstDay > window.asOfDay) return { firstMonth: 0, monthCount: 0, places }
  const firstMonth = toMonthNumber(firstDay)
  const placeOfDay = new Int32Array(window.asOfDay - firstDay + 1)
  for (let at = 0; at < placeOfDay.length; at++) placeOfDay[at] = toMonthNumber(firstDay + at) - firstMonth
  for (let at = 0; at < places.length; at++) {
    const day = orderedOnDay[at] ?? 0
    if (day >= firstDay && day <= window.asOfDay) places[at] = placeOfDay[day - firstDay] ?? -1
  }
  return { firstMonth, monthCount: toMonthNumber(window.asOfDay) - firstMonth + 1, places }
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
