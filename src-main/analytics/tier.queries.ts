import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { lineCountedOn, orderCountedOn } from './counted-orders.queries.ts'

/** A category in an order: [order, customer, category]. */
export type BoughtCategory = readonly [orderId: number, customerId: number, category: string]

/**
 * The categories of what customers bought between two days, one order's behind another's, as it stood on the last one: what was given
 * back later was bought. Public for the query-plan test.
 */
export const boughtCategoriesSql = `SELECT sales_order_id, sales_order.customer_id, product.category
FROM sales_order CROSS JOIN order_line USING (sales_order_id)
CROSS JOIN product USING (product_id) CROSS JOIN customer ON customer.customer_id = sales_order.customer_id
WHERE ordered_on BETWEEN ? AND ? AND ${orderCountedOn} AND product.category <> '' AND ${lineCountedOn}`

/** Walks through the categories of what customers bought between two days. */
export function iterateBoughtCategories(
  db: ReadableDb,
  firstOn: CalendarDate | null,
  lastOn: CalendarDate,
): Iterable<BoughtCategory> {
  const rows = db.prepareReadArrays<BoughtCategory>(boughtCategoriesSql)
  return rows.iterate(firstOn ?? '0001-01-01', lastOn, lastOn, lastOn)
}
