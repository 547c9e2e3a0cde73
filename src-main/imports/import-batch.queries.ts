import { sql } from 'kysely'
import type { ReadableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'

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

type BatchFilter = {
  readonly text: string
  readonly kind: 'customers' | 'orders' | null
  readonly state: 'committed' | 'undone' | null
  readonly hasRejected: boolean
}

/** Makes the queries of a page of the history: how many a filter lets through, and some of them, the newest first. */
export function historyQueries(filter: BatchFilter, start: number, count: number) {
  let found = sqlBuilder.selectFrom('import_batch')
  if (filter.kind) found = found.where('kind', '=', filter.kind)
  if (filter.state) found = found.where('state', '=', filter.state)
  if (filter.hasRejected) found = found.where('rejected_count', '>', 0)
  const text = filter.text.trim()
  if (text !== '') {
    const pattern = `%${text.replace(/[\\%_]/g, mark => `\\${mark}`)}%`
    found = found.where(
      sql<boolean>`(file_name LIKE ${pattern} ESCAPE '\\' OR sheet_name LIKE ${pattern} ESCAPE '\\' OR shop LIKE ${pattern} ESCAPE '\\')`,
    )
  }
  return {
    count: found.select(({ fn }) => fn.countAll<number>().as('total')),
    page: found.selectAll().orderBy('import_batch_id', 'desc').limit(count).offset(start),
  }
}

/** Finds the imports that a filter lets through. */
export function searchImportBatches(db: ReadableDb, filter: BatchFilter, start: number, count: number) {
  const queries = historyQueries(filter, start, count)
  return { total: db.get(queries.count)?.total ?? 0, batches: db.all(queries.page) }
}

const related = ['import_batch_id', 'file_name', 'committed_at', 'state'] as const

/** Lists the imports that brought back the rejected rows of one. */
export function listCorrections(db: ReadableDb, importBatchId: number) {
  return db.all(
    sqlBuilder
      .selectFrom('import_batch')
      .select(related)
      .where('corrects_import_batch_id', '=', importBatchId)
      .orderBy('import_batch_id'),
  )
}

/** Lists the other imports of the very same file and sheet. */
export function listSameFile(
  db: ReadableDb,
  batch: { import_batch_id: number; file_sha256: string; sheet_name: string },
) {
  return db.all(
    sqlBuilder
      .selectFrom('import_batch')
      .select(related)
      .where('file_sha256', '=', batch.file_sha256)
      .where('sheet_name', '=', batch.sheet_name)
      .where('import_batch_id', '!=', batch.import_batch_id)
      .orderBy('import_batch_id'),
  )
}

/** Tells who made an import, and who took it back. */
export function findActors(db: ReadableDb, importBatchId: number) {
  return db
    .prepareRead<{ actor: string; undone_by: string | null }>(
      `SELECT made.actor, undo.actor AS undone_by FROM change_set AS made
       LEFT JOIN change_set AS undo ON undo.change_set_id = made.undone_by_change_set_id
       WHERE made.import_batch_id = ? AND made.kind = 'import'`,
    )
    .get(importBatchId)
}

/** The customers of an import; public for the query-plan test. */
export const customersOfBatchSql = `SELECT DISTINCT now.customer_id AS id FROM import_batch
  CROSS JOIN import_row ON import_row.import_batch_id = import_batch.import_batch_id
  CROSS JOIN customer ON customer.customer_id = import_row.customer_id
  CROSS JOIN customer AS now ON now.customer_id = coalesce(customer.merged_into_id, customer.customer_id)
  WHERE import_batch.import_batch_id = ? AND import_batch.state = 'committed'
    AND import_row.verdict IN ('created', 'updated') AND now.deleted_at IS NULL
  ORDER BY now.customer_id`

/**
 * Lists the customers outside the bin that an import created or changed, those merged since by who they are now.
 *
 * Empty: nobody once the import was taken back.
 */
export function listCustomersOfBatch(db: ReadableDb, importBatchId: number): number[] {
  return db
    .prepareRead<{ id: number }>(customersOfBatchSql)
    .all(importBatchId)
    .map(row => row.id)
}

/** Lists the imports of files whose hash begins so, the newest first. */
export function listBatchesOfFile(db: ReadableDb, sha256Start: string) {
  return db.all(
    sqlBuilder
      .selectFrom('import_batch')
      .select(['import_batch_id', 'kind', 'platform', 'shop', 'mapping'])
      .where('file_sha256', '>=', sha256Start)
      .where('file_sha256', '<', `${sha256Start}g`)
      .orderBy('import_batch_id', 'desc'),
  )
}

/** Tells whether a sheet of a file was imported after an instant. */
export function hasImportSince(db: ReadableDb, sha256: string, since: string): boolean {
  return (
    db
      .prepareRead('SELECT 1 FROM import_batch WHERE file_sha256 = ? AND committed_at >= ? LIMIT 1')
      .get(sha256, since) !== undefined
  )
}
