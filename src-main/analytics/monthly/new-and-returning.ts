import type { AnalysisWindow, PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import {
  type CalendarDate,
  type CalendarMonth,
  firstDayOfMonth,
  fromMonthNumber,
  toDayNumber,
  toMonthNumber,
} from '#shared/domain/calendar-date.ts'
import type { MonthSummary } from '#shared/domain/rfm-analysis.ts'
import { layOutMonths, type MonthGrid } from './month-grid.ts'

/** New and returning customers of one month. */
export type MonthCustomers = Pick<MonthSummary, 'month' | 'newCustomers' | 'returningCustomers'>

/** Which customers of a month are meant. */
export type MonthGroup = 'all' | 'new' | 'returning'

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
  const grid = layOutMonths(purchases, window)
  const newCustomers = new Int32Array(grid.monthCount)
  const returningCustomers = new Int32Array(grid.monthCount)
  visitBuyers(purchases, customerCount, window, grid, (place, _customer, isNew) => {
    const counts = isNew ? newCustomers : returningCustomers
    counts[place] = (counts[place] ?? 0) + 1
  })
  return Array.from(newCustomers, (count, place) => ({
    month: fromMonthNumber(grid.firstMonth + place),
    newCustomers: count,
    returningCustomers: returningCustomers[place] ?? 0,
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
  const grid = layOutMonths(purchases, window)
  const wantedPlace = toMonthNumber(toDayNumber(`${month}-01` as CalendarDate)) - grid.firstMonth
  const customers: number[] = []
  visitBuyers(purchases, customerCount, window, grid, (place, customer, isNew) => {
    if (place !== wantedPlace) return
    if (group === 'all' || isNew === (group === 'new')) customers.push(customer)
  })
  return customers.sort((a, b) => a - b)
}

/** Calls back once for every customer in every month with a counted order. */
function visitBuyers(
  purchases: PurchaseColumns,
  customerCount: number,
  window: AnalysisWindow,
  grid: MonthGrid,
  visit: (place: number, customer: number, isNew: boolean) => void,
): void {
  const firstDays = firstOrderDays(purchases, customerCount, window.asOfDay)
  const seenIn = new Int32Array(customerCount).fill(-1)
  for (const [place, customers] of sortByMonth(purchases, grid).entries()) {
    const monthStart = firstDayOfMonth(grid.firstMonth + place)
    for (let at = 0; at < customers.length; at++) {
      const customer = customers[at] ?? 0
      if (seenIn[customer] === place) continue
      seenIn[customer] = place
      visit(place, customer, (firstDays[customer] ?? 0) >= monthStart)
    }
  }
}

/** The day of each customer's first counted order. */
function firstOrderDays(purchases: PurchaseColumns, customerCount: number, asOfDay: number): Int32Array {
  const firstDays = new Int32Array(customerCount).fill(2_147_483_647)
  for (let at = 0; at < purchases.customerIndex.length; at++) {
    const customer = purchases.customerIndex[at] ?? -1
    const day = purchases.orderedOnDay[at] ?? 0
    if (customer < 0 || !purchases.isCounted[at] || day > asOfDay) continue
    if (day < (firstDays[customer] ?? 0)) firstDays[customer] = day
  }
  return firstDays
}

/** The customers of the counted orders of each month; a counting sort, as the columns are in no order of time. */
function sortByMonth(purchases: PurchaseColumns, { monthCount, places }: MonthGrid): Int32Array[] {
  const { customerIndex, isCounted } = purchases
  const sizes = new Int32Array(monthCount)
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? -1
    if (place >= 0 && isCounted[at] === 1 && (customerIndex[at] ?? -1) >= 0)
      sizes[place] = (sizes[place] ?? 0) + 1
  }
  const sorted = Array.from(sizes, size => new Int32Array(size))
  for (let at = 0; at < places.length; at++) {
    const customers = sorted[places[at] ?? -1]
    const customer = customerIndex[at] ?? -1
    if (!customers || isCounted[at] !== 1 || customer < 0) continue
    const place = places[at] ?? 0
    const left = (sizes[place] ?? 0) - 1
    sizes[place] = left
    customers[left] = customer
  }
  return sorted
}
