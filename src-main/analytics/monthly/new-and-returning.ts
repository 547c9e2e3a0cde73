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
 * Cancellations, wholly refunded orders and sales without a known customer take no part; opening balances neither. `grid`
 * is that of the window, for a caller that has laid it out already.
 * Empty: no purchase in the window gives no months.
 */
export function newAndReturningByMonth(
  purchases: PurchaseColumns,
  customerCount: number,
  window: AnalysisWindow,
  grid: MonthGrid = layOutMonths(purchases, window),
): MonthCustomers[] {
  const firstDays = firstOrderDays(purchases, customerCount, window.asOfDay)
  const months: MonthCustomers[] = []
  const atATime = Math.max(1, Math.floor(mostMarks / Math.max(customerCount, 1)))
  for (let from = 0; from < grid.monthCount; from += atATime) {
    const marks = markBuyers(purchases, customerCount, grid, [
      from,
      Math.min(from + atATime, grid.monthCount),
    ])
    const newCounts = countNew(marks, firstDays, grid)
    for (const [row, newCustomers] of newCounts.entries())
      months.push({
        month: fromMonthNumber(grid.firstMonth + from + row),
        newCustomers,
        returningCustomers: countMarked(marks, row) - newCustomers,
      })
  }
  return months
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
  const place = toMonthNumber(toDayNumber(`${month}-01` as CalendarDate)) - grid.firstMonth
  if (place < 0 || place >= grid.monthCount) return []
  const marks = markBuyers(purchases, customerCount, grid, [place, place + 1])
  const firstDays = firstOrderDays(purchases, customerCount, window.asOfDay)
  const monthStart = firstDayOfMonth(grid.firstMonth + place)
  const customers: number[] = []
  for (let customer = 0; customer < customerCount; customer++) {
    if (!isMarked(marks, 0, customer)) continue
    const isNew = (firstDays[customer] ?? 0) >= monthStart
    if (group === 'all' || isNew === (group === 'new')) customers.push(customer)
  }
  return customers
}

/** So many marks of 'this customer bought in this month' are kept at a time: 32 MiB. */
const mostMarks = 2 ** 28

/**
 * Who bought in some months: a row of bits for each month, a bit for each customer. Orders mostly come in order of time, so
 * that the row of their month stays in the cache.
 */
type BuyerMarks = {
  readonly firstPlace: number
  readonly monthCount: number
  readonly rowWords: number
  readonly bits: Uint32Array
}

/** Marks who has a counted order in the months of some places, in one pass. */
function markBuyers(
  { customerIndex, orderedOnDay, isCounted }: PurchaseColumns,
  customerCount: number,
  { firstDay, placeOfDay }: MonthGrid,
  [from, end]: readonly [number, number],
): BuyerMarks {
  const rowWords = Math.ceil(customerCount / 32)
  const bits = new Uint32Array(rowWords * (end - from))
  for (let at = 0; at < customerIndex.length; at++) {
    const customer = customerIndex[at] ?? -1
    const day = (orderedOnDay[at] ?? 0) - firstDay
    if (customer < 0 || day < 0 || day >= placeOfDay.length || isCounted[at] !== 1) continue
    const place = placeOfDay[day] ?? 0
    if (place < from || place >= end) continue
    const word = (place - from) * rowWords + (customer >> 5)
    bits[word] = (bits[word] ?? 0) | (1 << (customer & 31))
  }
  return { firstPlace: from, monthCount: end - from, rowWords, bits }
}

function isMarked({ rowWords, bits }: BuyerMarks, row: number, customer: number): boolean {
  return (((bits[row * rowWords + (customer >> 5)] ?? 0) >>> (customer & 31)) & 1) === 1
}

/** How many customers are marked in one month. */
function countMarked({ rowWords, bits }: BuyerMarks, row: number): number {
  let count = 0
  for (let at = row * rowWords; at < (row + 1) * rowWords; at++) count += countBits(bits[at] ?? 0)
  return count
}

/** Adds up neighbouring bits, then pairs, then fours, then the four bytes. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

/** Of the marked customers of each month, those whose first order lies in it, be it before the window. */
function countNew(marks: BuyerMarks, firstDays: Int32Array, { firstMonth }: MonthGrid): Int32Array {
  const counts = new Int32Array(marks.monthCount)
  const firstDay = firstDayOfMonth(firstMonth + marks.firstPlace)
  const endDay = firstDayOfMonth(firstMonth + marks.firstPlace + counts.length)
  const rowOfDay = Int32Array.from(
    { length: endDay - firstDay },
    (_, day) => toMonthNumber(firstDay + day) - firstMonth - marks.firstPlace,
  )
  for (let customer = 0; customer < firstDays.length; customer++) {
    const day = (firstDays[customer] ?? 0) - firstDay
    if (day < 0 || day >= rowOfDay.length) continue
    const row = rowOfDay[day] ?? 0
    if (isMarked(marks, row, customer)) counts[row] = (counts[row] ?? 0) + 1
  }
  return counts
}

/** The day of each customer's first counted order. */
function firstOrderDays(
  { customerIndex, orderedOnDay, isCounted }: PurchaseColumns,
  customerCount: number,
  asOfDay: number,
): Int32Array {
  const firstDays = new Int32Array(customerCount).fill(2_147_483_647)
  for (let at = 0; at < customerIndex.length; at++) {
    const customer = customerIndex[at] ?? -1
    const day = orderedOnDay[at] ?? 0
    if (customer < 0 || day > asOfDay || isCounted[at] !== 1) continue
    if (day < (firstDays[customer] ?? 0)) firstDays[customer] = day
  }
  return firstDays
}
