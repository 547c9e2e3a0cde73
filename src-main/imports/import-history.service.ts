import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Request, Response } from '#shared/contract/contract.ts'
import type { ImportBatch } from '#shared/domain/import-batch.ts'
import type { ImportBatchDetail } from '#shared/domain/import-history.ts'
import {
  findActors,
  findImportBatch,
  listCorrections,
  listSameFile,
  searchImportBatches,
} from './import-batch.queries.ts'
import { toRelated } from './related-import.ts'

/** Finds the imports that a filter lets through. Shape: newest first, from a place on. */
export function searchImports(
  db: ReadableDb,
  { filter, start, count }: Request<'imports.history'>,
): Response<'imports.history'> {
  const { total, batches } = searchImportBatches(db, filter, start, count)
  return { total, batches: batches.map(toImportBatch) }
}

/** Tells everything that is known of one import. Errors: not-found. */
export function getImportBatch(db: ReadableDb, importBatchId: number): ImportBatchDetail {
  const row = findImportBatch(db, importBatchId)
  if (!row) throw new AppError('not-found')
  const shown = toImportBatch(row)
  const actors = findActors(db, importBatchId)
  const corrected =
    row.corrects_import_batch_id === null ? undefined : findImportBatch(db, row.corrects_import_batch_id)
  return {
    ...shown,
    counts: {
      ...shown.counts,
      customersUpdated: row.customers_updated,
      ordersUpdated: row.orders_updated,
    },
    actor: actors?.actor ?? '',
    undoneBy: actors?.undone_by ?? null,
    fileSizeBytes: row.file_size_bytes,
    fileSha256: row.file_sha256,
    headerRow: row.header_row,
    encoding: row.encoding,
    columns: JSON.parse(row.mapping) as ImportBatchDetail['columns'],
    corrects: corrected ? toRelated(corrected) : null,
    correctedBy: listCorrections(db, importBatchId).map(toRelated),
    sameFile: listSameFile(db, row).map(toRelated),
    forgottenAt: row.forgotten_at,
  }
}

function toImportBatch(row: StoredBatch): ImportBatch {
  return {
    importBatchId: row.import_batch_id,
    state: row.state,
    kind: row.kind,
    fileName: row.file_name,
    sheetName: row.sheet_name,
    platform: row.platform,
    shop: row.shop,
    counts: {
      rows: row.row_count,
      created: row.created_count,
      updated: row.updated_count,
      unchanged: row.unchanged_count,
      rejected: row.rejected_count,
      customersCreated: row.customers_created,
      ordersCreated: row.orders_created,
      linesCreated: row.lines_created,
      rowsWithoutCustomer: row.rows_without_customer,
    },
    committedAt: row.committed_at,
    elapsedMs: row.elapsed_ms,
    undoneAt: row.undone_at,
  }
}

type StoredBatch = NonNullable<ReturnType<typeof findImportBatch>>
