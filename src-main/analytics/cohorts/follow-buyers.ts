import { toMonthNumber } from '#shared/domain/calendar-date.ts'
import type { OrdersByDay } from './orders-by-day.ts'

/**
 * Customers by the month of their first purchase, and how many of them bought in each month from then on.
 *
 * Shape: `firstMonth` is a running month number. `active[n][k]` customers whose first purchase lies in month `firstMonth + n` bought
 * `k` months later; `active[n][0]` are all of them. `earlierCustomers` bought for the first time before `firstMonth`;
 * `earlierActive[n]` of them bought in month `firstMonth + n`.
 */
export type CohortTable = {
  readonly firstMonth: number
  readonly active: readonly Int32Array[]
  readonly earlierCustomers: number
  readonly earlierActive: Int32Array
}

/**
 * What buyers did after their first purchase.
 *
 * Shape: `gapCounts[n]` times it took n days from a customer's purchase to the next. `firstAge[c]` and `wait[c]` of each customer: days
 * since the first purchase plus one, 0 for who never bought; days from the first to the second, 0 without one.
 */
export type BuyerHistory = {
  readonly table: CohortTable
  readonly gapCounts: Int32Array
  readonly firstAge: Int32Array
  readonly wait: Int32Array
}

/**
 * Follows every buyer from purchase to purchase, with cohorts of the last months, that of the reference date among them.
 *
 * Shape: months from that of the first purchase on, at most `mostMonths`; first purchases are those of all time. Several orders of a
 * day are one purchase; a customer counts once a month.
 * Empty: no month when nothing was bought.
 * Cost: one pass over the orders, whose working memory is 8 bytes a customer besides the answer.
 */
export function followBuyers(
  { firstDay, starts, customers }: OrdersByDay,
  customerCount: number,
  asOfDay: number,
  mostMonths: number,
): BuyerHistory {
  const table = emptyTable(customers.length === 0 ? null : firstDay, asOfDay, mostMonths)
  const placeOfDay = Int32Array.from(
    { length: starts.length - 1 },
    (_, day) => toMonthNumber(firstDay + day) - table.firstMonth,
  )
  // Beside one another, so that an order costs one look into the memory. Days count from 1, so that 0 is never.
  const [last, first, second, size] = [0, 1, 2, 4]
  const state = new Int32Array(customerCount * size)
  const gapCounts = new Int32Array(starts.length)
  for (let day = 1; day < starts.length; day++) {
    const place = placeOfDay[day - 1] ?? 0
    const end = starts[day] ?? 0
    for (let at = starts[day - 1] ?? 0; at < end; at++) {
      const own = (customers[at] ?? 0) * size
      const lastDay = state[own + last] ?? 0
      if (lastDay === day) continue
      state[own + last] = day
      if (lastDay === 0) {
        state[own + first] = day
        countIn(table, place, place)
        continue
      }
      gapCounts[day - lastDay] = (gapCounts[day - lastDay] ?? 0) + 1
      if (state[own + second] === 0) state[own + second] = day
      if (placeOfDay[lastDay - 1] === place) continue
      countIn(table, placeOfDay[(state[own + first] ?? 0) - 1] ?? 0, place)
    }
  }
  const lastPlace = starts.length
  const firstAge = new Int32Array(customerCount)
  const wait = new Int32Array(customerCount)
  for (let customer = 0; customer < customerCount; customer++) {
    const firstDayOf = state[customer * size + first] ?? 0
    const secondDayOf = state[customer * size + second] ?? 0
    if (firstDayOf > 0) firstAge[customer] = lastPlace - firstDayOf
    if (secondDayOf > 0) wait[customer] = secondDayOf - firstDayOf
  }
  const earlierCustomers = firstAge.reduce((sum, age) => sum + (age > 0 ? 1 : 0), 0) - countShown(table)
  return { table: { ...table, earlierCustomers }, gapCounts, firstAge, wait }
}

/** The months to show; from the first day with a purchase, null without one. */
function emptyTable(firstDay: number | null, asOfDay: number, mostMonths: number): CohortTable {
  const endMonth = toMonthNumber(asOfDay) + 1
  const firstMonth = firstDay === null ? endMonth : Math.max(toMonthNumber(firstDay), endMonth - mostMonths)
  const count = endMonth - firstMonth
  const active = Array.from({ length: count }, (_, place) => new Int32Array(count - place))
  return { firstMonth, active, earlierCustomers: 0, earlierActive: new Int32Array(count) }
}

/** Counts a customer of a cohort in a month; places before the first month are not shown. */
function countIn({ active, earlierActive }: CohortTable, cohort: number, place: number): void {
  if (place < 0) return
  const counts = cohort < 0 ? earlierActive : active[cohort]
  const column = cohort < 0 ? place : place - cohort
  if (counts) counts[column] = (counts[column] ?? 0) + 1
}

const countShown = ({ active }: CohortTable) => active.reduce((sum, counts) => sum + (counts[0] ?? 0), 0)
