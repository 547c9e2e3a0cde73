import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { isRevenue } from './counted-orders.queries.ts'

const isSale = `ordered_on BETWEEN ? AND ? AND ${isRevenue}
  AND sales_order.deleted_at IS NULL AND customer.deleted_at IS NULL`

/** What was given back after a day of those documents, of a line or of the whole; public for the query-plan test. */
export const laterRefundsSql = `SELECT refund.sales_order_id, order_line_id, refund.refunded_minor
FROM refund CROSS JOIN sales_order USING (sales_order_id)
LEFT JOIN customer ON customer.customer_id = sales_order.customer_id
WHERE ${isSale} AND refunded_on > ?`

/** Lists what was given back after a day: [order, line or null, minor units]. */
export function listLaterRefunds(db: ReadableDb, firstOn: CalendarDate | null, lastOn: CalendarDate) {
  const rows = db.prepareReadArrays<readonly [number, number | null, number]>(laterRefundsSql)
  return rows.all(firstOn ?? '0001-01-01', lastOn, lastOn)
}

/** The lines of some orders; public for the query-plan test. */
export const linesOfOrdersSql = `SELECT sales_order_id, order_line_id, product_id, refunded_minor
FROM json_each(?) AS wanted CROSS JOIN order_line ON sales_order_id = wanted.value`

/** Lists the lines of some orders: [order, line, product or null, refunded minor units]. */
export function listLinesOfOrders(db: ReadableDb, orderIds: readonly number[]) {
  const rows = db.prepareReadArrays<readonly [number, number, number | null, number]>(linesOfOrdersSql)
  return rows.all(JSON.stringify(orderIds))
}
