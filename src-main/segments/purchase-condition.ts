import { noOrderDay, type RfmInput } from '#main/analytics/rfm-analysis.service.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import type { FilterCondition } from '#shared/domain/customer-filter.ts'

/** What is known of purchases on a day, with the customers in order. */
type Measured = { readonly columns: { readonly customerIds: Int32Array }; readonly input: RfmInput }

/** Tells whether a condition is on figures that change with the day: the last purchase, the number of orders, the spend. */
export function isPurchaseCondition({ field, test }: FilterCondition): boolean {
  if (field === 'lastOn') return dayTests.has(test)
  return (field === 'orderCount' || field === 'spendMinor') && test === 'number-between'
}

const dayTests: ReadonlySet<string> = new Set([
  ...['last-days', 'not-last-days', 'next-days', 'day-between', 'filled', 'empty'],
])

/**
 * Lists the customers for whom such a condition holds, by their figures of the day and not by those of today.
 *
 * Shape: the same tests as the list of customers makes of today's figures.
 */
export function listByPurchases(
  { columns, input }: Measured,
  condition: FilterCondition,
  asOf: CalendarDate,
): Int32Array {
  const holds = testOf(condition, input, toDayNumber(asOf))
  return columns.customerIds.filter((_, index) => holds(index))
}

function testOf(condition: FilterCondition, input: RfmInput, asOfDay: number): (index: number) => boolean {
  if (condition.test === 'number-between') {
    const figures = condition.field === 'orderCount' ? input.orderCount : input.spendMinor
    const { from, to } = condition
    return index =>
      (figures[index] ?? 0) >= (from ?? Number.NEGATIVE_INFINITY) &&
      (figures[index] ?? 0) <= (to ?? Number.POSITIVE_INFINITY)
  }
  const [first, last] = daysOf(condition, asOfDay)
  const isNot = condition.test === 'not-last-days' || condition.test === 'empty'
  return index => {
    const day = input.lastOrderDay[index] ?? noOrderDay
    return (day !== noOrderDay && day >= first && day <= last) !== isNot
  }
}

function daysOf(condition: FilterCondition, asOfDay: number): readonly [number, number] {
  if (condition.test === 'day-between') {
    const { from, to } = condition
    return [
      from === null ? Number.NEGATIVE_INFINITY : toDayNumber(from),
      to === null ? Number.POSITIVE_INFINITY : toDayNumber(to),
    ]
  }
  if (!('days' in condition)) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  return condition.test === 'next-days'
    ? [asOfDay, asOfDay + condition.days]
    : [asOfDay - condition.days, asOfDay]
}
