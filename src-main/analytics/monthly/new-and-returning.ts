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

/** So many marks of 'this customer bought in this month' are kept at a time: 32 MiB. */
const mostMarks = 2 ** 28

/** Calls back once for every customer in every month with a counted order, in no order. */
function visitBuyers(
  purchases: PurchaseColumns,
  customerCount: number,
  window: AnalysisWindow,
  grid: MonthGrid,
  visit: (place: number, customer: number, isNew: boolean) => void,
): void {
  const firstDays = firstOrderDays(purchases, customerCount, window.asOfDay)
  const monthStarts = Int32Array.from({ length: grid.monthCount }, (_, place) =>
    firstDayOfMonth(grid.firstMonth + place),
  )
  const isNew = (place: number, customer: number) => (firstDays[customer] ?? 0) >= (monthStarts[place] ?? 0)
  const atATime = Math.max(1, Math.floor(mostMarks / Math.max(customerCount, 1)))
  for (let from = 0; from < grid.monthCount; from += atATime)
    visitMonths(purchases, customerCount, grid, [from, Math.min(from + atATime, grid.monthCount)], (p, c) =>
      visit(p, c, isNew(p, c)),
    )
}

/** The same for the months of some places. One pass, a bit for each customer and month. */
function visitMonths(
  { customerIndex, orderedOnDay, isCounted }: PurchaseColumns,
  customerCount: number,
  { firstDay, placeOfDay }: MonthGrid,
  [from, end]: readonly [number, number],
  visit: (place: number, customer: number) => void,
): void {
  const width = end - from
  const seen = new Uint8Array(Math.ceil((customerCount * width) / 8))
  for (let at = 0; at < customerIndex.length; at++) {
    const customer = customerIndex[at] ?? -1
    const day = (orderedOnDay[at] ?? 0) - firstDay
    if (customer < 0 || day < 0 || day >= placeOfDay.length || isCounted[at] !== 1) continue
    const place = placeOfDay[day] ?? 0
    if (place < from || place >= end) continue
    const mark = customer * width + place - from
    const bit = 1 << (mark & 7)
    const marks = seen[mark >> 3] ?? 0
    if (marks & bit) continue
    seen[mark >> 3] = marks | bit
    visit(place, customer)
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
