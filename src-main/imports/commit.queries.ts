import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { SqlValue } from '#main/database/sql-value.ts'
import type { ImportBatchTable } from './import-batch.table.ts'

/** Tables that an import creates rows in by key ranges of its own. */
export type RangedTable =
  | 'customer'
  | 'contact_point'
  | 'customer_identity'
  | 'tag'
  | 'customer_tag'
  | 'field_value'
  | 'product'
  | 'opening_balance'
  | 'sales_order'
  | 'order_line'
  | 'refund'

/** Tells the highest key that a table ever gave; the next one is free. */
export function findLastKey(db: ReadableDb, table: RangedTable): number {
  const row = db.prepareRead<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?').get(table)
  return row?.seq ?? 0
}

/** Where a contact point keeps the region of an address. */
export const regionColumns = ['region_code', 'province', 'city', 'district', 'region_confidence'] as const

const insertColumns: Record<RangedTable, readonly string[]> = {
  customer: [
    ...[
      'customer_id',
      'archive_number',
      'kind',
      'card_type',
      'name',
      'name_sort',
      'name_strokes',
      'gender',
      'birth_on',
      'id_number',
      'occupation',
    ],
    ...['source', 'note', 'legacy_number', 'facts_on', 'import_batch_id', 'created_at', 'updated_at'],
  ],
  contact_point: [
    ...['contact_point_id', 'customer_id', 'kind', 'position', 'value', 'match_key'],
    ...regionColumns,
  ],
  customer_identity: ['customer_identity_id', 'customer_id', 'kind', 'platform', 'shop', 'value', 'nickname'],
  tag: ['tag_id', 'name'],
  customer_tag: ['customer_tag_id', 'customer_id', 'tag_id'],
  field_value: ['field_value_id', 'customer_id', 'field_id', 'position', 'value'],
  product: [
    ...[
      'product_id',
      'platform',
      'shop',
      'product_key',
      'name',
      'external_id',
      'sku',
      'merchant_code',
      'category',
    ],
  ],
  opening_balance: [
    ...[
      'opening_balance_id',
      'customer_id',
      'platform',
      'shop',
      'order_count',
      'spend_minor',
      'return_count',
    ],
    ...['first_on', 'last_on', 'covers_until_on'],
  ],
  sales_order: [
    ...['sales_order_id', 'customer_id', 'platform', 'shop', 'order_key', 'order_number', 'ordered_on'],
    ...[
      'ordered_at_local',
      'status',
      'status_text',
      'is_cancellation',
      'is_counted',
      'paid_minor',
      'refunded_minor',
    ],
    ...['net_minor', 'receiver_name', 'receiver_phone', 'receiver_address', 'note', 'facts_on'],
    ...['import_batch_id', 'created_at', 'updated_at', 'flow_note'],
  ],
  order_line: [
    ...[
      'order_line_id',
      'sales_order_id',
      'line_number',
      'sub_order_number',
      'product_id',
      'title',
      'attributes',
    ],
    ...['quantity', 'unit_price_micro', 'net_minor', 'refunded_minor', 'details'],
  ],
  refund: ['refund_id', 'sales_order_id', 'order_line_id', 'refunded_on', 'is_date_known', 'refunded_minor'],
}

/** Makes the function that stores some rows of a table at once: their values one after another, each key first. */
export function prepareInsert(
  db: WritableDb,
  table: RangedTable,
  rowCount: number,
): (values: readonly SqlValue[]) => void {
  const columns = insertColumns[table]
  const places = `(${columns.map(() => '?').join(', ')})`
  const rows = Array.from({ length: rowCount }, () => places).join(', ')
  const statement = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows}`)
  return values => void statement.run(...values)
}

/** Tells how many values a row has for `prepareInsert`. */
export function countInsertColumns(table: RangedTable): number {
  return insertColumns[table].length
}

/** Makes the functions that change rows which the archive has already. */
export function prepareUpdates(db: WritableDb) {
  const update = (table: string, key: string, columns: readonly string[]) =>
    db.prepare(`UPDATE ${table} SET ${columns.map(column => `${column} = ?`).join(', ')} WHERE ${key} = ?`)
      .run
  return {
    customer: update('customer', 'customer_id', [
      ...[
        'name',
        'name_sort',
        'name_strokes',
        'kind',
        'gender',
        'birth_on',
        'id_number',
        'occupation',
        'source',
      ],
      ...['note', 'legacy_number', 'facts_on', 'updated_at'],
    ]),
    contact: update('contact_point', 'contact_point_id', ['value', 'match_key', ...regionColumns]),
    restoreCustomer: update('customer', 'customer_id', ['deleted_at']),
    nickname: update('customer_identity', 'customer_identity_id', ['nickname']),
    balance: update('opening_balance', 'opening_balance_id', [
      ...['order_count', 'spend_minor', 'return_count', 'first_on', 'last_on', 'covers_until_on'],
    ]),
    order: update('sales_order', 'sales_order_id', [
      ...[
        'customer_id',
        'ordered_on',
        'ordered_at_local',
        'status',
        'status_text',
        'is_counted',
        'paid_minor',
      ],
      ...[
        'refunded_minor',
        'net_minor',
        'receiver_name',
        'receiver_phone',
        'receiver_address',
        'note',
        'facts_on',
        'updated_at',
        'flow_note',
      ],
    ]),
    restoreOrder: update('sales_order', 'sales_order_id', ['deleted_at']),
    line: update('order_line', 'order_line_id', [
      ...['sub_order_number', 'product_id', 'attributes', 'quantity', 'unit_price_micro', 'net_minor'],
      'refunded_minor',
    ]),
    refundDay: update('refund', 'refund_id', ['refunded_on', 'is_date_known']),
  }
}

/** Reads values that the plan does not carry but the change log needs. */
export function prepareStoredValues(db: ReadableDb) {
  const customer = db.prepareRead<{
    name_sort: string
    name_strokes: string | null
    facts_on: string | null
    updated_at: string
    deleted_at: string | null
  }>('SELECT name_sort, name_strokes, facts_on, updated_at, deleted_at FROM customer WHERE customer_id = ?')
  const order = db.prepareRead<{
    ordered_on: string
    updated_at: string
    deleted_at: string | null
    line_count: number
  }>(
    `SELECT ordered_on, updated_at, deleted_at,
       (SELECT max(line_number) FROM order_line WHERE order_line.sales_order_id = sales_order.sales_order_id) AS line_count
     FROM sales_order WHERE sales_order_id = ?`,
  )
  const contact = db.prepareRead<
    Record<'value' | 'match_key' | (typeof regionColumns)[number], string | null>
  >(`SELECT value, match_key, ${regionColumns.join(', ')} FROM contact_point WHERE contact_point_id = ?`)
  return { customer: customer.get, order: order.get, contact: contact.get }
}

/** Finds a tag by name. */
export function findTag(db: ReadableDb, name: string): number | undefined {
  return db.get(sqlBuilder.selectFrom('tag').select('tag_id').where('name', '=', name))?.tag_id
}

/** Finds the link between a customer and a tag. */
export function findCustomerTag(db: ReadableDb, customerId: number, name: string): number | undefined {
  return db.get(
    sqlBuilder
      .selectFrom('customer_tag')
      .innerJoin('tag', 'tag.tag_id', 'customer_tag.tag_id')
      .select('customer_tag_id')
      .where('customer_id', '=', customerId)
      .where('tag.name', '=', name),
  )?.customer_tag_id
}

/** Takes a tag off a customer. */
export function deleteCustomerTag(db: WritableDb, customerTagId: number): void {
  db.run(sqlBuilder.deleteFrom('customer_tag').where('customer_tag_id', '=', customerTagId))
}

/** The rows of one value of a field beyond the default card; public for the query-plan test. */
export const fieldPartsSql =
  'SELECT field_value_id, value FROM field_value WHERE customer_id = ? AND field_id = ? ORDER BY position'

/** Lists the stored rows of one value of a field beyond the default card. */
export function listFieldParts(db: ReadableDb, customerId: number, fieldId: number) {
  return db
    .prepareRead<{ field_value_id: number; value: string | number }>(fieldPartsSql)
    .all(customerId, fieldId)
}

/** Changes a stored row of such a value. */
export function updateFieldValue(db: WritableDb, fieldValueId: number, value: string | number): void {
  db.prepare('UPDATE field_value SET value = ? WHERE field_value_id = ?').run(value, fieldValueId)
}

/** Removes a stored row of such a value. */
export function deleteFieldValue(db: WritableDb, fieldValueId: number): void {
  db.prepare('DELETE FROM field_value WHERE field_value_id = ?').run(fieldValueId)
}

/** Stores an import batch before its rows; the counts follow by `updateBatchCounts`. */
export function insertImportBatch(db: WritableDb, batch: Omit<ImportBatchTable, 'import_batch_id'>): number {
  return db.run(sqlBuilder.insertInto('import_batch').values(batch)).lastInsertRowid
}

/** Writes the final counts of a batch. */
export function updateImportBatch(
  db: WritableDb,
  importBatchId: number,
  columns: Partial<Omit<ImportBatchTable, 'import_batch_id'>>,
): void {
  db.run(sqlBuilder.updateTable('import_batch').set(columns).where('import_batch_id', '=', importBatchId))
}

/** The verdict on one row, in the order of the columns after the batch. */
export type ImportRowValues = readonly [
  rowNumber: number,
  verdict: string,
  customerId: number | null,
  orderId: number | null,
  reason: string | null,
  columnIndex: number | null,
]

/** Stores the verdicts on many rows at once: one statement for a thousand is a third cheaper than a thousand. */
export function insertImportRows(
  db: WritableDb,
  importBatchId: number,
  rows: readonly ImportRowValues[],
): void {
  const columns = ['row_number', 'verdict', 'customer_id', 'sales_order_id', 'reason', 'column_index']
  const values = columns.map((_, index) => `value ->> ${index}`).join(', ')
  db.prepare(
    `INSERT INTO import_row (import_batch_id, ${columns.join(', ')}) SELECT ?, ${values} FROM json_each(?)`,
  ).run(importBatchId, JSON.stringify(rows))
}

/** Makes the function that stores the original cells of some rows. */
export function prepareInsertImportCells(db: WritableDb): (...values: SqlValue[]) => void {
  return db.prepare(
    'INSERT INTO import_cells (import_batch_id, first_row_number, row_count, cells) VALUES (?, ?, ?, ?)',
  ).run
}
