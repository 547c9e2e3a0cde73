import type { AnalysisWindow, PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { fromMonthNumber, toMonthNumber } from '#shared/domain/calendar-date.ts'
import type { MonthSummary } from '#shared/domain/rfm-analysis.ts'
import { isWithinWindow, monthsOfWindow } from './month-range.ts'

/** Revenue and orders of one month. */
export type MonthRevenue = Pick<MonthSummary, 'month' | 'revenueMinor' | 'orderCount'>

/**
 * Adds up revenue and counted orders per month.
 *
 * Shape: every month from the first purchase in the window to the month of the reference date, without gaps. Sales
 * without a known customer are part of it; a cancellation lowers the month that it is dated in and is no order.
 * Units: minor units, refunds taken off.
 * Empty: no purchase in the window gives no months.
 */
export function revenueByMonth(purchases: PurchaseColumns, window: AnalysisWindow): MonthRevenue[] {
  const range = monthsOfWindow(purchases, window)
  if (!range) return []
  const revenueMinor = new Float64Array(range.last - range.first + 1)
  const orderCount = new Int32Array(revenueMinor.length)
  for (let at = 0; at < purchases.orderedOnDay.length; at++) {
    const day = purchases.orderedOnDay[at] ?? 0
    if (!isWithinWindow(day, window)) continue
    const place = toMonthNumber(day) - range.first
    revenueMinor[place] = (revenueMinor[place] ?? 0) + (purchases.netMinor[at] ?? 0)
    orderCount[place] = (orderCount[place] ?? 0) + (purchases.isCounted[at] ?? 0)
  }
  return Array.from(revenueMinor, (minor, place) => ({
    month: fromMonthNumber(range.first + place),
    revenueMinor: minor,
    orderCount: orderCount[place] ?? 0,
  }))
}
