import type { AnalysisWindow, PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { type CalendarMonth, fromMonthNumber, toMonthNumber } from '#shared/domain/calendar-date.ts'
import type { MonthSummary } from '#shared/domain/rfm-analysis.ts'
import { isWithinWindow, monthsOfWindow } from './month-range.ts'

/** New and returning customers of one month. */
export type MonthCustomers = Pick<MonthSummary, 'month' | 'newCustomers' | 'returningCustomers'>

/** Which customers of a month are meant. */
export type MonthGroup = 'all' | 'new' | 'returning'

type MonthBuyers = {
  readonly month: CalendarMonth
  readonly newcomers: readonly number[]
  readonly returners: readonly number[]
}

/**
 * Counts the customers who bought in each month: new when their first counted order of all time lies in it, returning
 * when it lies before.
 *
 * Shape: the months of `revenueByMonth`. A customer counts once a month. The first order may lie before the window.
 * Cancellations, wholly refunded orders and sales without a known customer take no part; opening balances neither.
 * Empty: no purchase in the window gives no months.
 */
export function newAndReturningByMonth(
  purchases: PurchaseColumns,
  customerCount: number,
  window: AnalysisWindow,
): MonthCustomers[] {
  return buyersByMonth(purchases, customerCount, window).map(({ month, newcomers, returners }) => ({
    month,
    newCustomers: newcomers.length,
    returningCustomers: returners.length,
  }))
}

/**
 * Lists the customers behind one bar: those who bought in a month, as `newAndReturningByMonth` counts them.
 *
 * Shape: indexes into the list of customers, rising, each once.
 * Empty: a month outside the window gives none.
 */
export function listBuyersOfMonth(
  purchases: PurchaseColumns,
  customerCount: number,
  window: AnalysisWindow,
  month: CalendarMonth,
  group: MonthGroup,
): number[] {
  const found = buyersByMonth(purchases, customerCount, window).find(buyers => buyers.month === month)
  const newcomers = group === 'returning' ? [] : (found?.newcomers ?? [])
  const returners = group === 'new' ? [] : (found?.returners ?? [])
  return [...newcomers, ...returners].sort((a, b) => a - b)
}

function buyersByMonth(
  purchases: PurchaseColumns,
  customerCount: number,
  window: AnalysisWindow,
): MonthBuyers[] {
  const range = monthsOfWindow(purchases, window)
  if (!range) return []
  const firstMonths = firstOrderMonths(purchases, customerCount, window.asOfDay)
  const buyers = sortByMonth(purchases, window, range.first, range.last - range.first + 1)
  const seenIn = new Int32Array(customerCount).fill(-1)
  return buyers.map((customers, place) => {
    const newcomers: number[] = []
    const returners: number[] = []
    for (const customer of customers) {
      if (seenIn[customer] === place) continue
      seenIn[customer] = place
      const isNew = firstMonths[customer] === range.first + place
      if (isNew) newcomers.push(customer)
      else returners.push(customer)
    }
    return { month: fromMonthNumber(range.first + place), newcomers, returners }
  })
}

/** The month of each customer's first counted order. */
function firstOrderMonths(purchases: PurchaseColumns, customerCount: number, asOfDay: number): Int32Array {
  const firstDays = new Int32Array(customerCount).fill(2_147_483_647)
  for (let at = 0; at < purchases.customerIndex.length; at++) {
    const customer = purchases.customerIndex[at] ?? -1
    const day = purchases.orderedOnDay[at] ?? 0
    if (customer < 0 || !purchases.isCounted[at] || day > asOfDay) continue
    if (day < (firstDays[customer] ?? 0)) firstDays[customer] = day
  }
  return firstDays.map(toMonthNumber)
}

/** The customers of the counted orders of each month; a counting sort, as the columns are in no order of time. */
function sortByMonth(
  purchases: PurchaseColumns,
  window: AnalysisWindow,
  firstMonth: number,
  monthCount: number,
): Int32Array[] {
  const places = purchases.orderedOnDay.map((day, at) => {
    const takesPart = purchases.isCounted[at] && (purchases.customerIndex[at] ?? -1) >= 0
    return takesPart && isWithinWindow(day, window) ? toMonthNumber(day) - firstMonth : -1
  })
  const sizes = new Int32Array(monthCount)
  for (const place of places) if (place >= 0) sizes[place] = (sizes[place] ?? 0) + 1
  const sorted = Array.from(sizes, size => new Int32Array(size))
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? -1
    if (place < 0) continue
    const left = (sizes[place] ?? 0) - 1
    sizes[place] = left
    const customers = sorted[place]
    if (customers) customers[left] = purchases.customerIndex[at] ?? -1
  }
  return sorted
}
