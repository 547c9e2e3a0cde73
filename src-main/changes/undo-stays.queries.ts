import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { type LoggedTable, type listCreatedRanges, loggedTables } from './change.queries.ts'
import { dependants, holding } from './undo.queries.ts'

/** An id range of rows that one change set created; both ends included. */
export type CreatedRange = ReturnType<typeof listCreatedRanges>[number]

const parts = [
  ['customer', 'customer', 'customer_id'],
  ['customer_identity', 'customer', 'customer_id'],
  ['opening_balance', 'customer', 'customer_id'],
  ['sales_order', 'sales_order', 'sales_order_id'],
  ['order_line', 'sales_order', 'sales_order_id'],
] as const satisfies readonly (readonly [LoggedTable, 'customer' | 'sales_order', string])[]

/**
 * Lists the customers or orders that a change set created and that rows of other acts hang on, each once.
 *
 * Cost: one walk through the index of each kind of child, within the created range.
 */
export function listForeignUses(
  db: ReadableDb,
  table: 'customer' | 'sales_order',
  ranges: readonly CreatedRange[],
): number[] {
  const used = new Set<number>()
  for (const own of ranges.filter(range => range.table_name === table))
    for (const [child, column] of dependants[table] ?? [])
      for (const { id } of foreignRows(db, child, column, own, ranges)) used.add(id)
  return [...used]
}

function foreignRows(
  db: ReadableDb,
  child: LoggedTable,
  column: string,
  own: CreatedRange,
  ranges: readonly CreatedRange[],
) {
  const ownRows = ranges
    .filter(range => range.table_name === child)
    .map(range => `${loggedTables[child]} BETWEEN ${range.first_id} AND ${range.last_id}`)
  const others = ownRows.length > 0 ? ` AND NOT (${ownRows.join(' OR ')})` : ''
  return db
    .prepareRead<{ id: number }>(
      `SELECT DISTINCT ${column} AS id FROM ${child} WHERE ${column} BETWEEN ? AND ?${holding(child)}${others}`,
    )
    .all(own.first_id, own.last_id)
}

/** Lists the created customers or orders whose values, or values of whose parts, a later valid import changed. */
export function listChangedByLaterImports(
  db: ReadableDb,
  record: 'customer' | 'sales_order',
  changeSetId: number,
  ranges: readonly CreatedRange[],
  derived: readonly string[],
): number[] {
  const columns = derived.map(column => `'${column}'`).join(', ')
  const found = new Set<number>()
  for (const [table, owner, column] of parts) {
    if (owner !== record) continue
    const statement = db.prepareRead<{ id: number }>(
      `SELECT DISTINCT ${table}.${column} AS id FROM change JOIN change_set USING (change_set_id)
       JOIN ${table} ON ${table}.${loggedTables[table]} = change.row_id
       WHERE change.table_name = '${table}' AND change.row_id BETWEEN ? AND ? AND change.change_set_id > ?
         AND change.column_name NOT IN (${columns})
         AND change_set.import_batch_id IS NOT NULL AND change_set.undone_by_change_set_id IS NULL`,
    )
    for (const range of ranges.filter(one => one.table_name === table))
      for (const { id } of statement.all(range.first_id, range.last_id, changeSetId)) found.add(id)
  }
  return [...found]
}

/** Lists the customers of some orders. */
export function listCustomersOfOrders(db: ReadableDb, orderIds: readonly number[]): number[] {
  return db
    .prepareRead<{ id: number }>(
      `SELECT DISTINCT customer_id AS id FROM json_each(?) AS wanted
       JOIN sales_order ON sales_order_id = wanted.value WHERE customer_id IS NOT NULL`,
    )
    .all(JSON.stringify(orderIds))
    .map(row => row.id)
}

/** Finds the order that a row is or belongs to. Empty: null for what is no part of an order. */
export function findOrderOfRow(db: ReadableDb, table: LoggedTable, rowId: number): number | null {
  if (table === 'sales_order') return rowId
  if (table !== 'order_line' && table !== 'refund') return null
  return (
    db
      .prepareRead<{ id: number }>(
        `SELECT sales_order_id AS id FROM ${table} WHERE ${loggedTables[table]} = ?`,
      )
      .get(rowId)?.id ?? null
  )
}

/** Lists the rows of a table that hang on some customers or orders. */
export function listPartsOf(
  db: ReadableDb,
  table: LoggedTable,
  owner: 'customer_id' | 'sales_order_id',
  ownerIds: readonly number[],
  condition = '',
): number[] {
  return db
    .prepareRead<{ id: number }>(
      `SELECT ${loggedTables[table]} AS id FROM json_each(?) AS wanted
       JOIN ${table} ON ${table}.${owner} = wanted.value${condition}`,
    )
    .all(JSON.stringify(ownerIds))
    .map(row => row.id)
}

/**
 * Lists the keys by which later files found some customers: buyer IDs and numbers, and where there is neither the
 * phones.
 */
export function listKeysOf(db: ReadableDb, customerIds: readonly number[]) {
  const identities = listPartsOf(
    db,
    'customer_identity',
    'customer_id',
    customerIds,
    " AND kind != 'row-hash'",
  )
  const unnamed = `AND NOT EXISTS (SELECT 1 FROM customer_identity AS key WHERE key.customer_id = wanted.value
    AND key.kind != 'row-hash')`
  const phones = listPartsOf(
    db,
    'contact_point',
    'customer_id',
    customerIds,
    ` AND kind = 'phone' ${unnamed}`,
  )
  return { identities, phones }
}

/**
 * Lists customers or orders of imports that were taken back, that stayed because others needed them, and that nobody
 * needs any more once the act that is being taken back has gone, too.
 */
export function listLeftOver(
  db: ReadableDb,
  table: 'customer' | 'sales_order',
  ids: readonly number[],
  undoneNow: number,
): number[] {
  const key = loggedTables[table]
  const undone = "SELECT 1 FROM import_batch WHERE state = 'undone' LIMIT 1"
  if (!db.prepareRead(undone).get()) return []
  const made = `(SELECT change_set_id FROM change_set WHERE change_set.import_batch_id = record.import_batch_id
    AND kind = 'import')`
  const foreign = (dependants[table] ?? []).map(
    ([child, column]) =>
      `AND NOT EXISTS (SELECT 1 FROM ${child} AS part WHERE part.${column} = record.${key}${holding(child)} AND NOT EXISTS (
         SELECT 1 FROM created_range AS own WHERE own.change_set_id = ${made} AND own.table_name = '${child}'
           AND part.${loggedTables[child]} BETWEEN own.first_id AND own.last_id))`,
  )
  return db
    .prepareRead<{ id: number }>(
      `SELECT record.${key} AS id FROM json_each(?) AS wanted JOIN ${table} AS record ON record.${key} = wanted.value
       JOIN import_batch ON import_batch.import_batch_id = record.import_batch_id AND import_batch.state = 'undone'
       WHERE NOT EXISTS (SELECT 1 FROM change JOIN change_set USING (change_set_id)
           WHERE change.table_name = '${table}' AND change.row_id = record.${key} AND change_set_id != ?
             AND change_set.undone_by_change_set_id IS NULL AND change_set.undoes_change_set_id IS NULL)
         ${table === 'customer' ? 'AND NOT EXISTS (SELECT 1 FROM sales_order WHERE sales_order.customer_id = record.customer_id)' : ''}
         ${foreign.join('\n')}`,
    )
    .all(JSON.stringify(ids), undoneNow)
    .map(row => row.id)
}

/** Removes rows by their keys; the number removed. */
export function deleteLoggedRows(db: WritableDb, table: LoggedTable, ids: readonly number[]): number {
  return db
    .prepare(`DELETE FROM ${table} WHERE ${loggedTables[table]} IN (SELECT value FROM json_each(?))`)
    .run(JSON.stringify(ids)).changes
}

/** Removes products or tags of imports that were taken back and that nothing refers to any more. */
export function deleteUnusedOfUndone(db: WritableDb, table: 'product' | 'tag'): void {
  const key = loggedTables[table]
  const uses = (dependants[table] ?? []).map(
    ([child, column]) =>
      ` AND NOT EXISTS (SELECT 1 FROM ${child} WHERE ${child}.${column} = ${table}.${key})`,
  )
  db.prepare(
    `DELETE FROM ${table} WHERE EXISTS (SELECT 1 FROM created_range JOIN change_set USING (change_set_id)
       WHERE created_range.table_name = '${table}' AND ${table}.${key} BETWEEN first_id AND last_id
         AND change_set.import_batch_id IS NOT NULL AND change_set.undone_by_change_set_id IS NOT NULL)${uses.join('')}`,
  ).run()
}
