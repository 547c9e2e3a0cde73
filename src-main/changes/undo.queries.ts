import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { type LoggedTable, loggedTables } from './change.queries.ts'

/** Which rows of other tables keep a created row alive: [child table, its column]. */
const dependants: Partial<Record<LoggedTable, readonly (readonly [LoggedTable, string])[]>> = {
  customer: [
    ['sales_order', 'customer_id'],
    ['contact_point', 'customer_id'],
    ['customer_identity', 'customer_id'],
    ['opening_balance', 'customer_id'],
    ['customer_tag', 'customer_id'],
  ],
  sales_order: [
    ['order_line', 'sales_order_id'],
    ['refund', 'sales_order_id'],
  ],
  order_line: [['refund', 'order_line_id']],
  product: [['order_line', 'product_id']],
  tag: [['customer_tag', 'tag_id']],
}

/** Removes the rows of a range that no other row refers to; the number removed. Children must be removed before. */
export function deleteUnusedRange(
  db: WritableDb,
  table: LoggedTable,
  firstId: number,
  lastId: number,
): number {
  const key = loggedTables[table]
  const uses = (dependants[table] ?? [])
    .map(
      ([child, column]) =>
        ` AND NOT EXISTS (SELECT 1 FROM ${child} WHERE ${child}.${column} = ${table}.${key})`,
    )
    .join('')
  return db.prepare(`DELETE FROM ${table} WHERE ${key} BETWEEN ? AND ?${uses}`).run(firstId, lastId).changes
}

/** Makes the function that lists the customers on whom rows of an id range depend, each once. */
export function prepareCustomersOfRange(
  db: ReadableDb,
  table: LoggedTable,
): (firstId: number, lastId: number) => number[] {
  const sql = customersSql(table, 'BETWEEN ? AND ?')
  if (sql === null) return () => []
  const statement = db.prepareRead<{ customer_id: number }>(sql)
  return (firstId, lastId) => statement.all(firstId, lastId).map(row => row.customer_id)
}

/** Finds the customer on whom a row depends. Empty: null for a record of no customer. */
export function findCustomerOfRow(db: ReadableDb, table: LoggedTable, rowId: number): number | null {
  return prepareCustomersOfRange(db, table)(rowId, rowId)[0] ?? null
}

function customersSql(table: LoggedTable, range: string): string | null {
  switch (table) {
    case 'customer':
    case 'contact_point':
    case 'customer_identity':
    case 'customer_tag':
    case 'opening_balance':
    case 'sales_order':
      return `SELECT DISTINCT customer_id FROM ${table} WHERE ${loggedTables[table]} ${range} AND customer_id IS NOT NULL`
    case 'order_line':
    case 'refund':
      return `SELECT DISTINCT customer_id FROM sales_order WHERE customer_id IS NOT NULL AND sales_order_id IN (SELECT sales_order_id FROM ${table} WHERE ${loggedTables[table]} ${range})`
    default:
      return null
  }
}

/** What hangs on a customer without being a record of its own; keys of rows are for imports only. */
const partsOfCustomer = {
  contact_point: '',
  customer_identity: " AND part.kind != 'row-hash'",
  customer_tag: '',
  opening_balance: '',
} as const

const partsOfOrder = ['order_line', 'refund'] as const

/**
 * Counts the customers and orders whose values one change set changed or on which another hung new parts, each once.
 *
 * Shape: records that `createdBy` made itself do not count; `derived` names columns that are not shown.
 * Empty: zero of both when there was nothing but new records.
 */
export function countChangedRecords(
  db: ReadableDb,
  { changedBy, createdBy }: { readonly changedBy: number; readonly createdBy: number },
  derived: readonly string[],
): { readonly customers: number; readonly orders: number } {
  const columns = derived.map(column => `'${column}'`).join(', ')
  const parts = (record: 'customer' | 'sales_order', table: LoggedTable, filter: string) => [
    `SELECT part.${record}_id FROM change JOIN ${table} AS part ON part.${loggedTables[table]} = change.row_id
       WHERE change_set_id = (SELECT changed_by FROM act) AND table_name = '${table}'${filter}`,
    `SELECT part.${record}_id FROM created_range JOIN ${table} AS part
       ON part.${loggedTables[table]} BETWEEN first_id AND last_id
       WHERE change_set_id = (SELECT created_by FROM act) AND table_name = '${table}'${filter}
         AND NOT EXISTS (SELECT 1 FROM created_range AS own WHERE own.change_set_id = (SELECT created_by FROM act)
           AND own.table_name = '${record}' AND part.${record}_id BETWEEN own.first_id AND own.last_id)`,
  ]
  const count = (record: 'customer' | 'sales_order', branches: readonly string[]) =>
    db
      .prepareRead<{ count: number }>(
        `WITH act (changed_by, created_by) AS (SELECT ?, ?)
         SELECT count(*) AS count FROM (
           SELECT row_id FROM change WHERE change_set_id = (SELECT changed_by FROM act) AND table_name = '${record}'
             AND column_name NOT IN (${columns})
           UNION ${branches.join(' UNION ')})`,
      )
      .get(changedBy, createdBy)?.count ?? 0
  return {
    customers: count(
      'customer',
      Object.entries(partsOfCustomer).flatMap(([table, filter]) =>
        parts('customer', table as LoggedTable, filter),
      ),
    ),
    orders: count(
      'sales_order',
      partsOfOrder.flatMap(table => parts('sales_order', table, '')),
    ),
  }
}

/** Counts the customers that a change set created and that rows of other acts still need: an undo leaves them. */
export function countNeededCustomers(db: ReadableDb, changeSetId: number): number {
  const isOwn = (table: LoggedTable, id: string) =>
    `EXISTS (SELECT 1 FROM created_range AS own WHERE own.change_set_id = (SELECT id FROM act)
       AND own.table_name = '${table}' AND ${id} BETWEEN own.first_id AND own.last_id)`
  const needs = (dependants.customer ?? []).map(
    ([table, column]) =>
      `EXISTS (SELECT 1 FROM ${table} AS part WHERE part.${column} = customer.customer_id
         AND NOT ${isOwn(table, `part.${loggedTables[table]}`)})`,
  )
  return (
    db
      .prepareRead<{ count: number }>(
        `WITH act (id) AS (SELECT ?)
         SELECT count(*) AS count FROM created_range AS made
         JOIN customer ON customer.customer_id BETWEEN made.first_id AND made.last_id
         WHERE made.change_set_id = (SELECT id FROM act) AND made.table_name = 'customer'
           AND (${needs.join(' OR ')})`,
      )
      .get(changeSetId)?.count ?? 0
  )
}

/** Lists created customers of a range that were edited by hand after a given change set. */
export function listEditedCreated(
  db: ReadableDb,
  table: LoggedTable,
  firstId: number,
  lastId: number,
  changeSetId: number,
) {
  return db
    .prepareRead<{
      row_id: number
      column_name: string
      before: string | number | null
      after: string | number | null
    }>(
      `SELECT change.row_id, change.column_name, change.before, change.after
       FROM change JOIN change_set USING (change_set_id)
       WHERE change.table_name = ? AND change.row_id BETWEEN ? AND ? AND change.change_set_id > ?
         AND change_set.import_batch_id IS NULL AND change_set.undone_by_change_set_id IS NULL
         AND change_set.undoes_change_set_id IS NULL
       ORDER BY change.row_id, change.change_id`,
    )
    .all(table, firstId, lastId, changeSetId)
}

/** Lists the keys of a customer's rows in a child table. */
export function listIdsOfCustomer(
  db: ReadableDb,
  table: 'contact_point' | 'customer_identity' | 'customer_tag',
  customerId: number,
): number[] {
  return db
    .prepareRead<{ id: number }>(`SELECT ${loggedTables[table]} AS id FROM ${table} WHERE customer_id = ?`)
    .all(customerId)
    .map(row => row.id)
}

const labelColumns: Partial<Record<LoggedTable, string>> = {
  product: 'name',
  tag: 'name',
  sales_order: 'order_number',
}

/** Names a record that belongs to no customer: the product, the tag, the number of the order. */
export function findRecordLabel(db: ReadableDb, table: LoggedTable, rowId: number): string | undefined {
  if (table === 'order_line' || table === 'refund') {
    const order = db
      .prepareRead<{ label: string }>(
        `SELECT order_number AS label FROM ${table} JOIN sales_order USING (sales_order_id)
         WHERE ${loggedTables[table]} = ?`,
      )
      .get(rowId)
    return order?.label
  }
  const column = labelColumns[table]
  if (column === undefined) return undefined
  return db
    .prepareRead<{ label: string }>(
      `SELECT ${column} AS label FROM ${table} WHERE ${loggedTables[table]} = ?`,
    )
    .get(rowId)?.label
}
