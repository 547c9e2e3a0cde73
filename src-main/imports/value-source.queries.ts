import type { ReadableDb } from '#main/database/db.ts'
import type { CardField } from '#shared/domain/card-field.ts'
import type { ValueSubject } from '#shared/domain/value-source.ts'

/** A stored row, and where it is one value of it, the column. */
export type StoredPlace = { readonly table: string; readonly rowId: number; readonly column: string | null }

/** An act that wrote a value. */
export type WritingAct = {
  readonly change_set_id: number
  readonly kind: string
  readonly actor: string
  readonly made_at: string
  readonly import_batch_id: number | null
}

const orderColumns: Readonly<Record<string, string>> = {
  ...{ orderedAt: 'ordered_at_local', status: 'status', paid: 'paid_minor', refunded: 'refunded_minor' },
  ...{ receiverName: 'receiver_name', receiverPhone: 'receiver_phone', receiverAddress: 'receiver_address' },
  note: 'note',
}

/**
 * Finds the stored row, and the column, of a value of a customer; `columnOfCard` names the columns of the card.
 *
 * Empty: undefined when there is none.
 */
export function findPlace(
  db: ReadableDb,
  customerId: number,
  subject: ValueSubject,
  columnOfCard: Readonly<Record<CardField, string>>,
): StoredPlace | undefined {
  const idOf = (sql: string, ...values: (string | number)[]) =>
    db.prepareRead<{ id: number }>(sql).get(...values)?.id
  const place = (table: string, rowId: number | undefined, column: string | null) =>
    rowId === undefined ? undefined : { table, rowId, column }
  switch (subject.of) {
    case 'card':
      return place('customer', customerId, columnOfCard[subject.field])
    case 'contact':
      return place(
        'contact_point',
        idOf(
          'SELECT contact_point_id AS id FROM contact_point WHERE customer_id = ? AND kind = ? AND value = ?',
          ...[customerId, subject.kind, subject.value],
        ),
        'value',
      )
    case 'own':
      return place(
        'field_value',
        idOf(
          'SELECT field_value_id AS id FROM field_value WHERE customer_id = ? AND field_id = ? ORDER BY position LIMIT 1',
          ...[customerId, subject.fieldId],
        ),
        'value',
      )
    case 'tag':
      return place(
        'customer_tag',
        idOf(
          'SELECT customer_tag_id AS id FROM customer_tag JOIN tag USING (tag_id) WHERE customer_id = ? AND name = ?',
          ...[customerId, subject.name],
        ),
        null,
      )
    case 'identity':
      return place(
        'customer_identity',
        idOf(
          `SELECT customer_identity_id AS id FROM customer_identity
           WHERE customer_id = ? AND kind = ? AND platform = ? AND shop = ? AND value = ?`,
          ...[customerId, subject.kind, subject.platform, subject.shop, subject.value],
        ),
        null,
      )
    case 'balance':
      return place(
        'opening_balance',
        idOf(
          'SELECT opening_balance_id AS id FROM opening_balance WHERE opening_balance_id = ? AND customer_id = ?',
          ...[subject.openingBalanceId, customerId],
        ),
        null,
      )
    case 'order':
      return place(
        'sales_order',
        idOf(
          'SELECT sales_order_id AS id FROM sales_order WHERE sales_order_id = ? AND customer_id = ?',
          ...[subject.salesOrderId, customerId],
        ),
        subject.field === null ? null : (orderColumns[subject.field] ?? null),
      )
    case 'line':
      return place(
        'order_line',
        idOf(
          `SELECT order_line_id AS id FROM order_line JOIN sales_order USING (sales_order_id)
           WHERE sales_order_id = ? AND line_number = ? AND customer_id = ?`,
          ...[subject.salesOrderId, subject.lineNumber, customerId],
        ),
        null,
      )
  }
}

/** Reads a stored value as it is compared with what a cell says. Empty: null. */
export function findStoredText(db: ReadableDb, { table, rowId, column }: StoredPlace): string | null {
  if (column === null) return null
  const row = db
    .prepareRead<{ value: string | number | null }>(
      `SELECT ${column} AS value FROM ${table} WHERE ${table}_id = ?`,
    )
    .get(rowId)
  return row?.value === null || row === undefined ? null : String(row.value)
}

/** Finds the file that was merged into a customer and whose card holds the same value. Empty: undefined for no such file. */
export function findMergedWith(
  db: ReadableDb,
  customerId: number,
  { table, rowId, column }: StoredPlace,
): number | undefined {
  if (table !== 'customer' || column === null) return undefined
  return db
    .prepareRead<{ id: number }>(
      `SELECT merged.customer_id AS id FROM customer AS kept
       JOIN customer AS merged ON merged.merged_into_id = ? AND merged.${column} = kept.${column}
       WHERE kept.customer_id = ? ORDER BY merged.customer_id LIMIT 1`,
    )
    .get(customerId, rowId)?.id
}

/** Finds the words by which a line of an order is recognised in a file. */
export function findLineWords(db: ReadableDb, orderLineId: number) {
  return db
    .prepareRead<{ title: string; sub_order_number: string | null }>(
      'SELECT title, sub_order_number FROM order_line WHERE order_line_id = ?',
    )
    .get(orderLineId)
}

const act = `change_set.change_set_id, change_set.kind, change_set.actor, change_set.made_at, change_set.import_batch_id`

/** What a merge and a split write of a row: whose it is and where it stands is not what it says. */
const placeColumns = "('*', 'customer_id', 'position')"

/**
 * Finds the act that wrote a value last and is still valid, undos left out; for a row without a column, the one that
 * changed any of it.
 */
export function findLastWriting(
  db: ReadableDb,
  { table, rowId, column }: StoredPlace,
): WritingAct | undefined {
  const ofColumn = column === null ? `change.column_name NOT IN ${placeColumns}` : 'change.column_name = ?'
  return db
    .prepareRead<WritingAct>(
      `SELECT ${act} FROM change JOIN change_set USING (change_set_id)
       WHERE change.table_name = ? AND change.row_id = ? AND ${ofColumn}
         AND change_set.undone_by_change_set_id IS NULL AND change_set.undoes_change_set_id IS NULL
       ORDER BY change.change_id DESC LIMIT 1`,
    )
    .get(table, rowId, ...(column === null ? [] : [column]))
}

/** Finds the act that created a row: a single one, or an import by its range of rows. */
export function findCreation(db: ReadableDb, { table, rowId }: StoredPlace): WritingAct | undefined {
  return (
    db
      .prepareRead<WritingAct>(
        `SELECT ${act} FROM change JOIN change_set USING (change_set_id)
         WHERE change.table_name = ? AND change.row_id = ? AND change.column_name = '*' AND change.before IS NULL
           AND change_set.undoes_change_set_id IS NULL
         ORDER BY change.change_id DESC LIMIT 1`,
      )
      .get(table, rowId) ??
    db
      .prepareRead<WritingAct>(
        `SELECT ${act} FROM created_range JOIN change_set USING (change_set_id)
         WHERE table_name = ? AND ? BETWEEN first_id AND last_id LIMIT 1`,
      )
      .get(table, rowId)
  )
}

const rowsLookedAt = 500

/** Lists the rows of an import that led to a customer, also to one that was merged into it since, or to an order. */
export function listRowsOfRecord(
  db: ReadableDb,
  importBatchId: number,
  record: { readonly customerId: number; readonly salesOrderId: number | null },
): number[] {
  const { customerId, salesOrderId } = record
  const condition =
    salesOrderId === null
      ? `customer_id IN (WITH RECURSIVE merged (id) AS (SELECT ? UNION SELECT customer_id FROM merged
           CROSS JOIN customer ON merged_into_id = merged.id) SELECT id FROM merged)`
      : 'sales_order_id = ?'
  return db
    .prepareRead<{ row_number: number }>(
      `SELECT row_number FROM import_row WHERE import_batch_id = ? AND ${condition}
         AND verdict IN ('created', 'updated') ORDER BY row_number LIMIT ${rowsLookedAt}`,
    )
    .all(importBatchId, salesOrderId ?? customerId)
    .map(row => row.row_number)
}

/** Reads the stored cells of the chunk that holds a row. Empty: undefined when they were dropped. */
export function findCellsOfRow(db: ReadableDb, importBatchId: number, rowNumber: number) {
  return db
    .prepareRead<{ first_row_number: number; cells: Uint8Array }>(
      `SELECT first_row_number, cells FROM import_cells
       WHERE import_batch_id = ? AND first_row_number <= ? ORDER BY first_row_number DESC LIMIT 1`,
    )
    .get(importBatchId, rowNumber)
}
