import type { ReadableDb, WritableDb } from '#main/database/db.ts'

const listed = 'IN (SELECT value FROM json_each(?))'

/** What hangs on a customer and is in no change log. */
const unloggedParts = ['cell_issue', 'search_queue']

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

/** Deletes customers with all that hangs on them (`loggedParts`: the tables that the change log knows), orders included; counts the orders. */
export function deleteCustomersForGood(
  db: WritableDb,
  customerIds: readonly number[],
  loggedParts: readonly string[],
): number {
  const ids = JSON.stringify(customerIds)
  const run = (sql: string) => db.prepare(sql).run(ids).changes
  for (const table of ['refund', 'order_line'])
    run(
      `DELETE FROM ${table} WHERE sales_order_id IN (SELECT sales_order_id FROM sales_order WHERE customer_id ${listed})`,
    )
  const orders = run(`DELETE FROM sales_order WHERE customer_id ${listed}`)
  const parts = loggedParts.filter(table => table !== 'sales_order')
  for (const table of [...parts, ...unloggedParts]) run(`DELETE FROM ${table} WHERE customer_id ${listed}`)
  run(`DELETE FROM customer WHERE customer_id ${listed}`)
  return orders
}
