import { toMonthNumber } from '#shared/domain/calendar-date.ts'
import type { OrdersByDay } from './orders-by-day.ts'

/**
 * Finds who bought for the first time in one month and bought in another, which may be the same.
 *
 * Shape: ascending indexes into the list of customers; months are running month numbers.
 * Cost: one pass over the orders until the later month.
 */
export function findCohortMembers(
  { firstDay, starts, customers }: OrdersByDay,
  customerCount: number,
  firstMonth: number,
  laterMonth: number,
): number[] {
  const [unseen, inCohort, inBoth, other] = [0, 1, 2, 3]
  const state = new Uint8Array(customerCount).fill(unseen)
  for (let day = 0; day + 1 < starts.length; day++) {
    const month = toMonthNumber(firstDay + day)
    if (month > laterMonth) break
    for (let at = starts[day] ?? 0; at < (starts[day + 1] ?? 0); at++) {
      const customer = customers[at] ?? 0
      if (state[customer] === unseen) state[customer] = month === firstMonth ? inCohort : other
      if (state[customer] === inCohort && month === laterMonth) state[customer] = inBoth
    }
  }
  const found: number[] = []
  for (let customer = 0; customer < customerCount; customer++)
    if (state[customer] === inBoth) found.push(customer)
  return found
}
