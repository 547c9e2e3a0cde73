import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { lineCountedOn, orderCountedOn } from './counted-orders.queries.ts'

/** One line of an order. Units: pieces, 10^-6 major units, minor units before refunds. */
export type PricedLine = readonly [
  orderId: number,
  customerId: number | null,
  productId: number | null,
  category: string | null,
  quantity: number,
  listedMicro: number | null,
  paidMinor: number,
]

/**
 * The lines of orders that counted on a day, one order's behind another's, but for what was wholly returned until then. Public for the
 * query-plan test.
 */
export const pricedLinesSql = `SELECT sales_order.sales_order_id, sales_order.customer_id, product_id, nullif(category, ''),
  quantity, unit_price_micro, order_line.net_minor + order_line.refunded_minor
FROM sales_order CROSS JOIN order_line USING (sales_order_id)
LEFT JOIN customer ON customer.customer_id = sales_order.customer_id LEFT JOIN product USING (product_id)
WHERE ordered_on BETWEEN ? AND ? AND ${orderCountedOn} AND ${lineCountedOn}`

/** Walks through the lines of orders that counted on a day. */
export function iteratePricedLines(
  db: ReadableDb,
  fromOn: CalendarDate | null,
  asOf: CalendarDate,
): Iterable<PricedLine> {
  const statement = db.prepareReadArrays<PricedLine>(pricedLinesSql)
  return statement.iterate(fromOn ?? '0001-01-01', asOf, asOf, asOf)
}

/** Counts the lines of all orders, to size columns. */
export function countLines(db: ReadableDb): number {
  return db.prepareRead<{ count: number }>('SELECT count(*) AS count FROM order_line').get()?.count ?? 0
}
