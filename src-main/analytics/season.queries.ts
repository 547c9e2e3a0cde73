import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { orderCountedOn } from './counted-orders.queries.ts'

/** When an order was placed: its day, and the hour as two digits, '' where only the day is known. */
export type OrderTime = readonly [orderedOn: CalendarDate, hour: string]

/**
 * The times of orders that counted on a day, row after row; one that was wholly refunded later counted then. Public for the query-plan
 * test.
 */
export const orderTimesSql = `SELECT ordered_on, substr(ordered_at_local, 12, 2)
FROM sales_order NOT INDEXED LEFT JOIN customer ON customer.customer_id = sales_order.customer_id
WHERE ordered_on <= ? AND ${orderCountedOn}`

/** Walks through the times of orders that counted on a day. */
export function iterateOrderTimes(db: ReadableDb, asOf: CalendarDate): Iterable<OrderTime> {
  return db.prepareReadArrays<OrderTime>(orderTimesSql).iterate(asOf, asOf)
}
