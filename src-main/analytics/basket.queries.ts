import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { lineCountedOn, orderCountedOn } from './counted-orders.queries.ts'

/** A product in an order: [order, customer or null, product]. */
export type BoughtProduct = readonly [orderId: number, customerId: number | null, productId: number]

/**
 * The products of orders between two days that counted on the last one, one order's behind another's; what was returned wholly by then
 * is not among them. Public for the query-plan test.
 */
export const boughtProductsSql = `SELECT sales_order_id, sales_order.customer_id, product_id
FROM sales_order CROSS JOIN order_line USING (sales_order_id)
LEFT JOIN customer ON customer.customer_id = sales_order.customer_id
WHERE ordered_on BETWEEN ? AND ? AND ${orderCountedOn} AND product_id IS NOT NULL AND ${lineCountedOn}`

/** Walks through the products of orders between two days that counted on the last one. */
export function iterateBoughtProducts(
  db: ReadableDb,
  firstOn: CalendarDate | null,
  lastOn: CalendarDate,
): Iterable<BoughtProduct> {
  return db
    .prepareReadArrays<BoughtProduct>(boughtProductsSql)
    .iterate(firstOn ?? '0001-01-01', lastOn, lastOn, lastOn)
}

/** The names of some products; public for the query-plan test. */
export const productNamesSql =
  'SELECT product_id, name FROM json_each(?) AS wanted CROSS JOIN product ON product_id = wanted.value'

/** Reads the names of products. */
export function getProductNames(db: ReadableDb, productIds: readonly number[]): Map<number, string> {
  const rows = db.prepareReadArrays<readonly [number, string]>(productNamesSql)
  return new Map(rows.all(JSON.stringify(productIds)))
}
