import type { ReadableDb, WritableDb } from '#main/database/db.ts'

const listed = 'IN (SELECT value FROM json_each(?))'

/** What hangs on a customer and goes with the file; what hangs on orders goes before them. */
const parts = [
  ...(['contact_point', 'customer_identity', 'customer_tag', 'field_value', 'field_source'] as const),
  ...(['card_change', 'win_back', 'card_dismissal', 'quality_decision', 'cell_issue'] as const),
  ...(['opening_balance', 'file_entry', 'search_queue'] as const),
]

/** Lists customers in the bin with the files that were merged into them. */
export function listWholeFiles(db: ReadableDb, customerIds: readonly number[]): number[] {
  return db
    .prepareRead<{ id: number }>(
      `WITH RECURSIVE file (id) AS (
         SELECT customer_id FROM customer
           WHERE customer_id ${listed} AND deleted_at IS NOT NULL AND merged_into_id IS NULL
         UNION SELECT customer_id FROM file JOIN customer ON merged_into_id = id)
       SELECT id FROM file`,
    )
    .all(JSON.stringify(customerIds))
    .map(row => row.id)
}

/** Deletes customers with all that hangs on them, orders included, and counts the orders. */
export function deleteCustomersForGood(db: WritableDb, customerIds: readonly number[]): number {
  const ids = JSON.stringify(customerIds)
  const run = (sql: string) => db.prepare(sql).run(ids).changes
  for (const table of ['refund', 'order_line'])
    run(
      `DELETE FROM ${table} WHERE sales_order_id IN (SELECT sales_order_id FROM sales_order WHERE customer_id ${listed})`,
    )
  const orders = run(`DELETE FROM sales_order WHERE customer_id ${listed}`)
  for (const table of parts) run(`DELETE FROM ${table} WHERE customer_id ${listed}`)
  run(`DELETE FROM customer WHERE customer_id ${listed}`)
  return orders
}
