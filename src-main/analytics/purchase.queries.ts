import type { ReadableDb } from '#main/database/db.ts'
import { isRevenue } from './counted-orders.queries.ts'
import { changedRowsSql } from './stored-columns.queries.ts'

const purchaseColumns = 'sales_order_id, customer_id, ordered_on, net_minor, is_counted'
const isPurchase = `${isRevenue} AND deleted_at IS NULL`
const customerColumns = 'customer_id, substr(created_at, 1, 10), contact_refused_on'

/** A revenue document: [order, customer or null, day, net, is counted]. */
export type PurchaseRow = readonly [number, number | null, string, number, number]

/** A customer outside the bin: [customer, day of creation, refused contact on or null]. */
export type CustomerRow = readonly [number, string, string | null]

/** The statement that reads all revenue documents through one covering index; public for the query-plan test. */
export const purchasesSql = `SELECT ${purchaseColumns} FROM sales_order
INDEXED BY sales_order_customer_id_ordered_on WHERE ${isPurchase}`

/** Walks through all revenue documents, customer by customer. */
export function iteratePurchases(db: ReadableDb): Iterable<PurchaseRow> {
  return db.prepareReadArrays<PurchaseRow>(purchasesSql).iterate()
}

/** Walks through all customers outside the bin, by id. */
export function iterateCustomers(db: ReadableDb): Iterable<CustomerRow> {
  const sql = `SELECT ${customerColumns} FROM customer WHERE deleted_at IS NULL ORDER BY customer_id`
  return db.prepareReadArrays<CustomerRow>(sql).iterate()
}

/** The statements that read the rows that are new or were written since columns were stored; public for the query-plan test. */
export const changedSourceSql = {
  sales_order: changedRowsSql('sales_order', purchaseColumns, isPurchase),
  customer: changedRowsSql('customer', customerColumns, 'deleted_at IS NULL'),
}

/** Lists the revenue documents that are new or were written since columns were stored. */
export function listChangedPurchases(db: ReadableDb, lastId: number): PurchaseRow[] {
  return db.prepareReadArrays<PurchaseRow>(changedSourceSql.sales_order).all(lastId, lastId)
}

/** Lists the customers outside the bin who are new or were written since columns were stored. */
export function listChangedCustomers(db: ReadableDb, lastId: number): CustomerRow[] {
  return db.prepareReadArrays<CustomerRow>(changedSourceSql.customer).all(lastId, lastId)
}

/** Counts the orders, to size columns. */
export function countOrders(db: ReadableDb): number {
  return db.prepareRead<{ count: number }>('SELECT count(*) AS count FROM sales_order').get()?.count ?? 0
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

/** Counts the refunds that came without a date and stand under the day on which they were first seen. */
export function countUndatedRefunds(db: ReadableDb): number {
  const row = db.prepareRead<{ count: number }>(
    'SELECT count(*) AS count FROM refund WHERE is_date_known = 0',
  )
  return row.get()?.count ?? 0
}
