import type { AnalysisWindow, PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import type { MonthSummary } from '#shared/domain/rfm-analysis.ts'
import { layOutMonths } from './month-grid.ts'
import { newAndReturningByMonth } from './new-and-returning.ts'
import { revenueByMonth } from './revenue-by-month.ts'

/**
 * Gives revenue, orders, new and returning customers of every month.
 *
 * Shape: the months of `revenueByMonth`.
 * Empty: no purchase in the window gives no months.
 */
export function summarizeMonths(
  purchases: PurchaseColumns,
  customerCount: number,
  window: AnalysisWindow,
): MonthSummary[] {
  const grid = layOutMonths(purchases, window)
  const customers = newAndReturningByMonth(purchases, customerCount, window, grid)
  return revenueByMonth(purchases, window, grid).map((revenue, place) => ({
    ...revenue,
    newCustomers: customers[place]?.newCustomers ?? 0,
    returningCustomers: customers[place]?.returningCustomers ?? 0,
  }))
}
