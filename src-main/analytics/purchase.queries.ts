import type { ReadableDb } from '#main/database/db.ts'

/** The statement that reads all revenue documents through one covering index; public for the query-plan test. */
export const purchasesSql = `SELECT sales_order_id, customer_id, ordered_on, net_minor, is_counted FROM sales_order
INDEXED BY sales_order_customer_id_ordered_on
WHERE status IN ('paid', 'shipped', 'completed') AND deleted_at IS NULL`

/** Walks through all revenue documents: [order, customer or null, day, net, is counted], customer by customer. */
export function iteratePurchases(db: ReadableDb) {
  return db
    .prepareReadArrays<readonly [number, number | null, string, number, number]>(purchasesSql)
    .iterate()
}

/** Counts the revenue documents, to size columns. */
export function countPurchases(db: ReadableDb): number {
  return db.prepareRead<{ count: number }>('SELECT count(*) AS count FROM sales_order').get()?.count ?? 0
}

/** Walks through all customers outside the bin: [customer, day of creation, refused contact on or null]. */
export function iterateCustomers(db: ReadableDb) {
  return db
    .prepareReadArrays<readonly [number, string, string | null]>(
      'SELECT customer_id, substr(created_at, 1, 10), contact_refused_on FROM customer WHERE deleted_at IS NULL ORDER BY customer_id',
    )
    .iterate()
}

/** Lists all opening balances of customers outside the bin. */
export function listBalances(db: ReadableDb) {
  return db
    .prepareRead<{
      customer_id: number
      order_count: number
      spend_minor: number
      first_on: string | null
      last_on: string | null
      covers_until_on: string
    }>(
      `SELECT customer_id, order_count, spend_minor, first_on, last_on, covers_until_on
       FROM opening_balance JOIN customer USING (customer_id) WHERE customer.deleted_at IS NULL`,
    )
    .all()
}

/** Walks through all refunds: [order, day, minor units]. */
export function iterateRefunds(db: ReadableDb) {
  return db
    .prepareReadArrays<readonly [number, string, number]>(
      'SELECT sales_order_id, refunded_on, refunded_minor FROM refund ORDER BY sales_order_id',
    )
    .iterate()
}
