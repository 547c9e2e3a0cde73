import type { WritableDb } from '#main/database/db.ts'
import type { Tick } from '#main/threads/tick.ts'
import { loggedTables } from './change.queries.ts'
import { dependants } from './undo.queries.ts'

const listed = 'IN (SELECT value FROM json_each(?))'

/** Removes what the log has of customers and of all that hangs on them; answers the change sets that had it. */
export function deleteChangesOfCustomers(
  db: WritableDb,
  customerIds: readonly number[],
  tick: Tick,
): number[] {
  const ids = JSON.stringify(customerIds)
  const ofRow = (table: string, rows: string) => `table_name = '${table}' AND row_id IN (${rows})`
  const parts = (dependants.customer ?? []).map(([table, column]) =>
    ofRow(table, `SELECT ${loggedTables[table]} FROM ${table} WHERE ${column} ${listed}`),
  )
  const lines = (dependants.sales_order ?? []).map(([table, column]) =>
    ofRow(
      table,
      `SELECT part.${loggedTables[table]} FROM sales_order JOIN ${table} AS part ON part.${column} = sales_order.sales_order_id
       WHERE sales_order.customer_id ${listed}`,
    ),
  )
  // Rows that are gone are known by the lines that hold them whole; what else was changed of them goes too.
  const gone = `(table_name, row_id) IN (SELECT table_name, row_id FROM change
    WHERE column_name = '*' AND json_extract(coalesce(before, after), '$.customer_id') ${listed})`
  const sets = new Set<number>()
  const conditions = [ofRow('customer', 'SELECT value FROM json_each(?)'), ...parts, ...lines, gone]
  for (const [at, condition] of conditions.entries()) {
    tick(at, conditions.length)
    for (const { id } of db
      .prepare<{ id: number }>(`DELETE FROM change WHERE ${condition} RETURNING change_set_id AS id`)
      .all(ids))
      sets.add(id)
  }
  return [...sets]
}

/** Removes change sets of the operator that nothing belongs to any more, an undo before what it took back. */
export function deleteEmptyChangeSets(db: WritableDb, changeSetIds: readonly number[]): void {
  const statement = db.prepare(
    `DELETE FROM change_set WHERE change_set_id = ? AND import_batch_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM change WHERE change.change_set_id = change_set.change_set_id)
       AND NOT EXISTS (SELECT 1 FROM created_range WHERE created_range.change_set_id = change_set.change_set_id)
       AND NOT EXISTS (SELECT 1 FROM change_set AS other WHERE other.undoes_change_set_id = change_set.change_set_id)`,
  )
  for (const changeSetId of changeSetIds.toSorted((one, other) => other - one)) statement.run(changeSetId)
}
