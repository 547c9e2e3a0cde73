import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { lineCountedOn, orderCountedOn } from './counted-orders.queries.ts'

/** One line of an order, or an order without lines: all of the line is null then, `isLine` 0. Units: minor units. */
export type PreferenceRow = readonly [
  orderId: number,
  customerId: number | null,
  orderedOn: CalendarDate,
  hour: string,
  isLine: number,
  productId: number | null,
  category: string | null,
  brand: string | null,
  quantity: number | null,
  grossMinor: number | null,
]

/**
 * The lines of a customer's orders that counted on a day, one order's behind another's. What was wholly returned until that day is not among them; what
 * was returned later is. Public for the query-plan test.
 */
export const preferenceSql = `SELECT sales_order.sales_order_id, sales_order.customer_id, ordered_on, substr(ordered_at_local, 12, 2),
  order_line_id IS NOT NULL, product_id, nullif(product.category, ''), json_extract(details, '$.values.brand'),
  quantity, order_line.net_minor + order_line.refunded_minor
FROM sales_order LEFT JOIN customer ON customer.customer_id = sales_order.customer_id
LEFT JOIN order_line ON order_line.sales_order_id = sales_order.sales_order_id
  AND ${lineCountedOn}
LEFT JOIN product USING (product_id)
WHERE sales_order.customer_id = ? AND ordered_on BETWEEN ? AND ? AND ${orderCountedOn}`

/** Walks through the lines of a customer's orders that counted on a day. */
export function iteratePreferenceRows(
  db: ReadableDb,
  customerId: number,
  fromOn: CalendarDate | null,
  asOf: CalendarDate,
): Iterable<PreferenceRow> {
  const rows = db.prepareReadArrays<PreferenceRow>(preferenceSql)
  return rows.iterate(asOf, customerId, fromOn ?? '0001-01-01', asOf, asOf)
}
