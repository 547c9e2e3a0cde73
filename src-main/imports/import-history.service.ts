import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ImportBatch, PreviewRow } from '#shared/domain/import-batch.ts'
import {
  findImportBatch,
  listImportBatches,
  listImportCells,
  listRejectedRows,
} from './import-batch.queries.ts'
import { toPreviewRow } from './preview.service.ts'
import { inflateCells } from './row-writer.ts'

/** Lists the imports of an archive, the newest first. */
export function listImports(db: ReadableDb, limit: number): ImportBatch[] {
  return listImportBatches(db, limit).map(row => ({
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
  }))
}

/** Reads the rejected rows of a batch with their original cells and reasons. Errors: not-found. */
export function listRejected(
  db: ReadableDb,
  importBatchId: number,
): { fileName: string; headers: string[]; rows: PreviewRow[] } {
  const batch = findImportBatch(db, importBatchId)
  if (!batch) throw new AppError('not-found')
  const mapping = JSON.parse(batch.mapping) as { header: string }[]
  const rejected = new Map(listRejectedRows(db, importBatchId).map(row => [row.row_number, row]))
  const rows: PreviewRow[] = []
  for (const { cells } of rejected.size > 0 ? listImportCells(db, importBatchId) : [])
    for (const row of inflateCells(cells)) {
      const found = rejected.get(row.rowNumber)
      if (!found) continue
      rows.push(
        toPreviewRow(row, mapping.length, 'rejected', {
          reason: found.reason,
          columnIndex: found.column_index,
        }),
      )
    }
  return { fileName: batch.file_name, headers: mapping.map(column => column.header), rows }
}
