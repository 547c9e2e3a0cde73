import type { AnalysisWindow, PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { fromMonthNumber } from '#shared/domain/calendar-date.ts'
import type { MonthSummary } from '#shared/domain/rfm-analysis.ts'
import { layOutMonths, type MonthGrid } from './month-grid.ts'

/** Revenue and orders of one month. */
export type MonthRevenue = Pick<MonthSummary, 'month' | 'revenueMinor' | 'orderCount'>

/**
 * Adds up revenue and counted orders per month.
 *
 * Shape: every month from the first purchase in the window to the month of the reference date, without gaps. Sales
 * without a known customer are part of it; a cancellation lowers the month that it is dated in and is no order.
 * `grid` is that of the window, for a caller that has laid it out already.
 * Units: minor units, refunds taken off.
 * Empty: no purchase in the window gives no months.
 */
export function revenueByMonth(
  purchases: PurchaseColumns,
  window: AnalysisWindow,
  grid: MonthGrid = layOutMonths(purchases, window),
): MonthRevenue[] {
  const { firstMonth, monthCount, firstDay, placeOfDay } = grid
  const { orderedOnDay, netMinor, isCounted } = purchases
  const revenueMinor = new Float64Array(monthCount)
  const orderCount = new Int32Array(monthCount)
  for (let at = 0; at < orderedOnDay.length; at++) {
    const day = (orderedOnDay[at] ?? 0) - firstDay
    if (day < 0 || day >= placeOfDay.length) continue
    const place = placeOfDay[day] ?? 0
    revenueMinor[place] = (revenueMinor[place] ?? 0) + (netMinor[at] ?? 0)
    orderCount[place] = (orderCount[place] ?? 0) + (isCounted[at] ?? 0)
  }
  return Array.from(revenueMinor, (minor, place) => ({
    month: fromMonthNumber(firstMonth + place),
    revenueMinor: minor,
    orderCount: orderCount[place] ?? 0,
  }))
}
