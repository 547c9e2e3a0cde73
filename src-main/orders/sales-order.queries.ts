import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'

/** Lists a customer's newest orders of any status. */
export function listOrdersOfCustomer(db: ReadableDb, customerId: number, limit: number) {
  return db.all(
    sqlBuilder
      .selectFrom('sales_order')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('deleted_at', 'is', null)
      .orderBy('ordered_on', 'desc')
      .orderBy('ordered_at_local', 'desc')
      .orderBy('sales_order_id', 'desc')
      .limit(limit),
  )
}

/** Finds an order outside the bin. Empty: undefined. */
export function findOrder(db: ReadableDb, salesOrderId: number) {
  return db.get(
    sqlBuilder
      .selectFrom('sales_order')
      .select(['customer_id', 'flow_note'])
      .where('sales_order_id', '=', salesOrderId)
      .where('deleted_at', 'is', null),
  )
}

/** Writes where the goods of an order went. */
export function updateFlowNote(db: WritableDb, salesOrderId: number, flowNote: string | null): void {
  db.run(
    sqlBuilder
      .updateTable('sales_order')
      .set({ flow_note: flowNote })
      .where('sales_order_id', '=', salesOrderId),
  )
}

/** Counts a customer's orders of any status. */
export function countOrdersOfCustomer(db: ReadableDb, customerId: number): number {
  const row = db.get(
    sqlBuilder
      .selectFrom('sales_order')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('customer_id', '=', customerId)
      .where('deleted_at', 'is', null),
  )
  return row?.count ?? 0
}

/** Lists the lines of some orders, order by order. */
export function listLinesOfOrders(db: ReadableDb, salesOrderIds: readonly number[]) {
  return db.all(
    sqlBuilder
      .selectFrom('order_line')
      .selectAll()
      .where('sales_order_id', 'in', salesOrderIds)
      .orderBy('sales_order_id')
      .orderBy('line_number'),
  )
}

/** Lists a customer's opening balances. */
export function listBalancesOfCustomer(db: ReadableDb, customerId: number) {
  return db.all(
    sqlBuilder
      .selectFrom('opening_balance')
      .selectAll()
      .where('customer_id', '=', customerId)
      .orderBy('opening_balance_id'),
  )
}

/** Sums of the whole archive for `stats`; customers in the bin and their orders are left out. */
export function sumArchive(db: ReadableDb) {
  const row = db
    .prepareRead<{
      orders: number
      cancellations: number
      revenue_minor: number | null
      revenue_with_customer_minor: number | null
      first_on: string | null
      last_on: string | null
    }>(
      `SELECT count(*) FILTER (WHERE is_cancellation = 0) AS orders,
        count(*) FILTER (WHERE is_cancellation = 1) AS cancellations,
        sum(net_minor) FILTER (WHERE status IN ('paid', 'shipped', 'completed')) AS revenue_minor,
        sum(net_minor) FILTER (WHERE status IN ('paid', 'shipped', 'completed') AND sales_order.customer_id IS NOT NULL)
          AS revenue_with_customer_minor,
        min(ordered_on) FILTER (WHERE is_cancellation = 0) AS first_on,
        max(ordered_on) FILTER (WHERE is_cancellation = 0) AS last_on
      FROM sales_order
      LEFT JOIN customer ON customer.customer_id = sales_order.customer_id
      WHERE sales_order.deleted_at IS NULL AND (sales_order.customer_id IS NULL OR customer.deleted_at IS NULL)`,
    )
    .get()
  if (!row) throw new Error('an aggregate without GROUP BY gives a row')
  return row
}

/**
 * Counts customers outside the bin, their orders, and order lines.
 *
 * Cost: the pages of an index each; what is no order is counted apart, so that no row is opened.
 */
export function countArchive(db: ReadableDb) {
  const count = (sql: string) => db.prepareRead<{ count: number }>(sql).get()?.count ?? 0
  return {
    customers: count('SELECT count(*) AS count FROM customer WHERE deleted_at IS NULL'),
    orders:
      count('SELECT count(*) AS count FROM sales_order INDEXED BY sales_order_customer_id_ordered_on') -
      count('SELECT count(*) AS count FROM sales_order WHERE deleted_at IS NOT NULL OR is_cancellation = 1'),
    orderLines: count('SELECT count(*) AS count FROM order_line'),
  }
}
