import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { type LoggedChange, type LoggedTable, loggedTables, ownActs } from './change.queries.ts'

/** Which rows of other tables keep a row alive: [child table, its column]. */
export const dependants: Partial<Record<LoggedTable, readonly (readonly [LoggedTable, string])[]>> = {
  customer: [
    ['sales_order', 'customer_id'],
    ['contact_point', 'customer_id'],
    ['customer_identity', 'customer_id'],
    ['opening_balance', 'customer_id'],
    ['customer_tag', 'customer_id'],
    ['field_value', 'customer_id'],
    ['file_entry', 'customer_id'],
    ['funnel_step', 'customer_id'],
    ['credit_record', 'customer_id'],
    ['attachment', 'customer_id'],
    ['card_change', 'customer_id'],
    ['win_back', 'customer_id'],
    ['card_dismissal', 'customer_id'],
    ['field_source', 'customer_id'],
    ['quality_decision', 'customer_id'],
  ],
  sales_order: [
    ['order_line', 'sales_order_id'],
    ['refund', 'sales_order_id'],
  ],
  order_line: [['refund', 'order_line_id']],
  product: [['order_line', 'product_id']],
  tag: [['customer_tag', 'tag_id']],
  saved_segment: [['segment_version', 'saved_segment_id']],
  collection_plan: [['field_source', 'collection_plan_id']],
  field_group: [['field_definition', 'field_group_id']],
  field_definition: [
    ['field_option', 'field_id'],
    ['field_value', 'field_id'],
  ],
}

/** Which rows of a table keep others alive: tags that a rule put on go with their customer or tag. */
export const holding = (child: LoggedTable) => (child === 'customer_tag' ? ' AND by_rule = 0' : '')

/**
 * Removes the rows of a range that no other row refers to, but for some that are to stay; the number removed. Children
 * must be removed before.
 */
export function deleteUnusedRange(
  db: WritableDb,
  table: LoggedTable,
  range: { readonly first_id: number; readonly last_id: number },
  stayingIds: readonly number[],
): number {
  const key = loggedTables[table]
  const uses = (dependants[table] ?? [])
    .map(
      ([child, column]) =>
        ` AND NOT EXISTS (SELECT 1 FROM ${child} WHERE ${child}.${column} = ${table}.${key}${holding(child)})`,
    )
    .join('')
  return db
    .prepare(
      `DELETE FROM ${table} WHERE ${key} BETWEEN ? AND ? AND ${key} NOT IN (SELECT value FROM json_each(?))${uses}`,
    )
    .run(range.first_id, range.last_id, JSON.stringify(stayingIds)).changes
}

/** Makes the function that lists the customers in whose files rows of an id range stand, each once. */
export function prepareCustomersOfRange(
  db: ReadableDb,
  table: LoggedTable,
): (firstId: number, lastId: number) => number[] {
  const sql = customersSql(table, 'BETWEEN ? AND ?')
  if (sql === null) return () => []
  const statement = db.prepareRead<{ customer_id: number }>(sql)
  return (firstId, lastId) => statement.all(firstId, lastId).map(row => row.customer_id)
}

/** Lists the customers in whose files some rows stand, each once. */
export function listCustomersOfRows(db: ReadableDb, table: LoggedTable, rowIds: readonly number[]): number[] {
  const sql = customersSql(table, 'IN (SELECT value FROM json_each(?))')
  if (sql === null) return []
  const rows = db.prepareRead<{ customer_id: number }>(sql).all(JSON.stringify(rowIds))
  return rows.map(row => row.customer_id)
}

/** Their rows are in the files of many customers. */
const tablesOfMany: ReadonlySet<LoggedTable> = new Set([
  ...(['field_definition', 'field_group', 'field_option', 'region_note', 'tag'] as const),
])

/** Finds the customer on whom a row depends. Empty: null for a record of no customer. */
export function findCustomerOfRow(db: ReadableDb, table: LoggedTable, rowId: number): number | null {
  if (tablesOfMany.has(table)) return null
  return prepareCustomersOfRange(db, table)(rowId, rowId)[0] ?? null
}

function customersSql(table: LoggedTable, range: string): string | null {
  switch (table) {
    case 'customer':
    case 'contact_point':
    case 'customer_identity':
    case 'customer_tag':
    case 'field_value':
    case 'file_entry':
    case 'funnel_step':
    case 'credit_record':
    case 'attachment':
    case 'card_change':
    case 'win_back':
    case 'card_dismissal':
    case 'field_source':
    case 'quality_decision':
    case 'opening_balance':
    case 'sales_order':
      return `SELECT DISTINCT customer_id FROM ${table} WHERE ${loggedTables[table]} ${range} AND customer_id IS NOT NULL`
    case 'order_line':
    case 'refund':
      return `SELECT DISTINCT customer_id FROM sales_order WHERE customer_id IS NOT NULL AND sales_order_id IN (SELECT sales_order_id FROM ${table} WHERE ${loggedTables[table]} ${range})`
    case 'tag':
      return `SELECT DISTINCT customer_id FROM customer_tag WHERE tag_id ${range}`
    case 'region_note':
      return `SELECT DISTINCT customer_id FROM region_note CROSS JOIN contact_point ON contact_point.kind = 'address'
        AND contact_point.province = region_note.province
        AND (region_note.city = '' OR contact_point.city = region_note.city) WHERE region_note_id ${range}`
    case 'field_definition':
      return `SELECT DISTINCT customer_id FROM field_value WHERE field_id ${range}`
    case 'field_option':
      return `SELECT DISTINCT customer_id FROM field_option CROSS JOIN field_value
        ON field_value.field_id = field_option.field_id AND value = field_option_id WHERE field_option_id ${range}`
    case 'field_group':
      return `SELECT DISTINCT customer_id FROM field_definition JOIN field_value USING (field_id) WHERE field_group_id ${range}`
    default:
      return null
  }
}

/** What hangs on a customer without being a record of its own; keys of rows are for imports only. */
const partsOfCustomer = {
  contact_point: '',
  customer_identity: " AND part.kind != 'row-hash'",
  customer_tag: '',
  field_value: '',
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
  const changed = listChangedTables(db, changedBy)
  const parts = (record: 'customer' | 'sales_order', table: LoggedTable, filter: string) => [
    ...(changed.has(table) ? [changedPartSql(record, table, filter)] : []),
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

const changedPartSql = (record: 'customer' | 'sales_order', table: LoggedTable, filter: string) =>
  `SELECT part.${record}_id FROM change JOIN ${table} AS part ON part.${loggedTables[table]} = change.row_id
     WHERE change_set_id = (SELECT changed_by FROM act) AND table_name = '${table}'${filter}`

/** Names the tables of which a change set has lines. */
function listChangedTables(db: ReadableDb, changeSetId: number): ReadonlySet<LoggedTable> {
  const sql = 'SELECT DISTINCT table_name FROM change WHERE change_set_id = ?'
  const rows = db.prepareReadArrays<readonly [LoggedTable]>(sql).all(changeSetId)
  return new Set(rows.map(([table]) => table))
}

/**
 * Lists what valid acts of the operator wrote after a change set, oldest first; imports and undos are none of them, nor are
 * what the program does by itself, and merges and splits: they are taken back as a whole, before an import is.
 */
export function listHandChangesAfter(db: ReadableDb, changeSetId: number): LoggedChange[] {
  return db
    .prepareRead<LoggedChange>(
      `SELECT change.change_id, change.table_name, change.row_id, change.column_name, change.before, change.after
       FROM change_set CROSS JOIN change ON change.change_set_id = change_set.change_set_id
       WHERE change_set.change_set_id > ? AND change_set.import_batch_id IS NULL
         AND change_set.undone_by_change_set_id IS NULL AND change_set.undoes_change_set_id IS NULL
         AND change_set.kind NOT IN (${notByHand})
       ORDER BY change.change_id`,
    )
    .all(changeSetId)
}

const notByHand = ['customers-merged', 'customer-split', ...ownActs].map(kind => `'${kind}'`).join(', ')

/** Tells whether rows of other tables refer to a row. */
export function isRowInUse(db: ReadableDb, table: LoggedTable, rowId: number): boolean {
  return (dependants[table] ?? []).some(
    ([child, column]) =>
      db.prepareRead(`SELECT 1 FROM ${child} WHERE ${column} = ?${holding(child)} LIMIT 1`).get(rowId) !==
      undefined,
  )
}

const labelColumns: Partial<Record<LoggedTable, string>> = {
  product: 'name',
  tag: 'name',
  field_group: 'name',
  field_definition: 'name',
  field_option: 'name',
  customer_view: 'name',
  saved_segment: 'name',
  collection_plan: 'goal',
  region_note: 'province',
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
