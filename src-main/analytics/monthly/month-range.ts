import type { AnalysisWindow, PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { toMonthNumber } from '#shared/domain/calendar-date.ts'

/** The months that a chart shows, as running month numbers, both included. */
export type MonthRange = { readonly first: number; readonly last: number }

/**
 * Gives the months from the first purchase in the window to the month of the reference date.
 *
 * Shape: months without a purchase in between are part of it.
 * Empty: undefined when nothing was bought in the window.
 */
export function monthsOfWindow(purchases: PurchaseColumns, window: AnalysisWindow): MonthRange | undefined {
  let firstDay = Number.POSITIVE_INFINITY
  for (const day of purchases.orderedOnDay) {
    if (day < firstDay && isWithinWindow(day, window)) firstDay = day
  }
  if (firstDay === Number.POSITIVE_INFINITY) return undefined
  return { first: toMonthNumber(firstDay), last: toMonthNumber(window.asOfDay) }
}

/** Tells whether a day lies in the window, its first and last day included. */
export function isWithinWindow(day: number, window: AnalysisWindow): boolean {
  return day <= window.asOfDay && (window.fromDay === null || day >= window.fromDay)
}
