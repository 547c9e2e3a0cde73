import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

/** A category in an order: [order, customer, category]. */
export type BoughtCategory = readonly [orderId: number, customerId: number, category: string]

const isGivenBackLater = `EXISTS (SELECT 1 FROM refund WHERE refund.sales_order_id = sales_order.sales_order_id
  AND refunded_on > ? AND coalesce(refund.order_line_id, order_line.order_line_id) = order_line.order_line_id)`

/**
 * The categories of what customers bought between two days, one order's behind another's, as it stood on the last one: what was given
 * back later was bought. Public for the query-plan test.
 */
export const boughtCategoriesSql = `SELECT sales_order_id, sales_order.customer_id, product.category
FROM sales_order CROSS JOIN order_line USING (sales_order_id)
CROSS JOIN product USING (product_id) CROSS JOIN customer ON customer.customer_id = sales_order.customer_id
WHERE ordered_on BETWEEN ? AND ? AND status IN ('paid', 'shipped', 'completed') AND is_cancellation = 0
  AND sales_order.deleted_at IS NULL AND customer.deleted_at IS NULL AND product.category <> ''
  AND ((is_counted = 1 AND (order_line.net_minor > 0 OR order_line.refunded_minor = 0)) OR ${isGivenBackLater})`

/** Walks through the categories of what customers bought between two days. */
export function iterateBoughtCategories(
  db: ReadableDb,
  firstOn: CalendarDate | null,
  lastOn: CalendarDate,
): Iterable<BoughtCategory> {
  const rows = db.prepareReadArrays<BoughtCategory>(boughtCategoriesSql)
  return rows.iterate(firstOn ?? '0001-01-01', lastOn, lastOn)
}
