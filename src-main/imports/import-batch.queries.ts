import type { ReadableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'

/** Lists the newest batches first, also those that were taken back. */
export function listImportBatches(db: ReadableDb, limit: number) {
  return db.all(
    sqlBuilder.selectFrom('import_batch').selectAll().orderBy('import_batch_id', 'desc').limit(limit),
  )
}

/** Finds a batch. */
export function findImportBatch(db: ReadableDb, importBatchId: number) {
  return db.get(
    sqlBuilder.selectFrom('import_batch').selectAll().where('import_batch_id', '=', importBatchId),
  )
}

/** Finds when the very same sheet of the very same file was imported last and not taken back. */
export function findSameFile(db: ReadableDb, sha256: string, sheetName: string): string | null {
  const row = db.get(
    sqlBuilder
      .selectFrom('import_batch')
      .select('committed_at')
      .where('file_sha256', '=', sha256)
      .where('sheet_name', '=', sheetName)
      .where('state', '=', 'committed')
      .orderBy('import_batch_id', 'desc')
      .limit(1),
  )
  return row?.committed_at ?? null
}

/** Lists the platforms and shops of earlier imports of orders. */
export function listKnownShops(db: ReadableDb) {
  return db.all(
    sqlBuilder
      .selectFrom('import_batch')
      .select(['platform', 'shop'])
      .distinct()
      .where('state', '=', 'committed')
      .where('kind', '=', 'orders')
      .orderBy('platform')
      .orderBy('shop'),
  )
}

/** Finds the change set that an import wrote. */
export function findImportChangeSet(db: ReadableDb, importBatchId: number): number | undefined {
  return db.get(
    sqlBuilder
      .selectFrom('change_set')
      .select('change_set_id')
      .where('import_batch_id', '=', importBatchId)
      .where('kind', '=', 'import'),
  )?.change_set_id
}

/** Counts the rows that a change set created, by table. */
export function countCreatedByTable(db: ReadableDb, changeSetId: number): ReadonlyMap<string, number> {
  const created = db.prepareRead<{ table_name: string; count: number }>(
    'SELECT table_name, sum(last_id - first_id + 1) AS count FROM created_range WHERE change_set_id = ? GROUP BY table_name',
  )
  return new Map(created.all(changeSetId).map(row => [row.table_name, row.count]))
}

/** Lists the rejected rows of a batch with the reason of each. */
export function listRejectedRows(db: ReadableDb, importBatchId: number) {
  return db.all(
    sqlBuilder
      .selectFrom('import_row')
      .select(['row_number', 'reason', 'column_index'])
      .where('import_batch_id', '=', importBatchId)
      .where('verdict', '=', 'rejected')
      .orderBy('row_number'),
  )
}

/** Reads the original cells of a batch, chunk by chunk. */
export function listImportCells(db: ReadableDb, importBatchId: number) {
  return db.iterate(
    sqlBuilder
      .selectFrom('import_cells')
      .select(['first_row_number', 'row_count', 'cells'])
      .where('import_batch_id', '=', importBatchId)
      .orderBy('first_row_number'),
  )
}

/** Names customers for a list of conflicts: the archive number and the name. */
export function findCustomerLabel(db: ReadableDb, customerId: number): string | undefined {
  const row = db.get(
    sqlBuilder
      .selectFrom('customer')
      .select(['archive_number', 'name'])
      .where('customer_id', '=', customerId),
  )
  return row && `${row.archive_number} ${row.name}`
}

/** Counts the documents of a customer, whatever their status. */
export function countOrdersOfCustomer(db: ReadableDb, customerId: number): number {
  return (
    db
      .prepareRead<{ count: number }>(
        'SELECT count(*) AS count FROM sales_order WHERE customer_id = ? AND deleted_at IS NULL',
      )
      .get(customerId)?.count ?? 0
  )
}
