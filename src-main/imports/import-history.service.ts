import { createHash } from 'node:crypto'
import {
  countNeededCustomers,
  countRestored,
  findRecordOfRow,
  listUndoConflicts,
  undoChangeSet,
} from '#main/changes/undo.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { UndoOutcome } from '#shared/contract/imports.contract.ts'
import type { ImportBatch, PreviewRow, UndoPreview } from '#shared/domain/import-batch.ts'
import { insertAuditEvent, updateImportBatch } from './commit.queries.ts'
import type { ImportJob } from './commit-progress.ts'
import {
  countCreatedByTable,
  findCustomerLabel,
  findImportBatch,
  findImportChangeSet,
  listImportBatches,
  listImportCells,
  listRejectedRows,
} from './import-batch.queries.ts'
import { toPreviewRow } from './preview.service.ts'
import { inflateCells } from './row-writer.ts'

const conflictsShown = 200

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

/** Says what taking back an import would do. Errors: not-found, import-already-undone. */
export function previewUndo(db: ReadableDb, importBatchId: number): UndoPreview {
  const { batch, changeSetId } = requireCommitted(db, importBatchId)
  const created = countCreatedByTable(db, changeSetId)
  const restored = countRestored(db, changeSetId)
  const customersStaying = countNeededCustomers(db, changeSetId)
  const conflicts = listUndoConflicts(db, changeSetId)
  return {
    importBatchId,
    fileName: batch.file_name,
    customersRemoved: (created.get('customer') ?? 0) - customersStaying,
    customersStaying,
    ordersRemoved: created.get('sales_order') ?? 0,
    customersRestored: restored.customers,
    ordersRestored: restored.orders,
    conflictCount: conflicts.length,
    conflicts: conflicts.slice(0, conflictsShown).map(conflict => {
      const { customerId, name } = findRecordOfRow(db, conflict.table, conflict.rowId)
      return {
        customerId,
        label: (customerId === null ? name : findCustomerLabel(db, customerId)) ?? '',
        field: conflict.column,
        now: textOf(conflict.now),
        before: textOf(conflict.before),
      }
    }),
  }
}

/**
 * Takes back a whole import in one transaction.
 *
 * Errors: not-found, import-already-undone, import-conflicts when something was edited since and `edited` does not say
 * what becomes of it, cancelled. After an error nothing has changed.
 */
export function undoImport(
  db: WritableDb,
  request: { readonly importBatchId: number; readonly edited: 'keep' | 'revert' | null },
  act: { readonly actor: string; readonly now: string },
  job: ImportJob,
): UndoOutcome {
  const start = performance.now()
  const { importBatchId, edited } = request
  return db.transaction(() => {
    const { changeSetId } = requireCommitted(db, importBatchId)
    const result = undoChangeSet(
      db,
      { changeSetId, edited, actor: act.actor, madeAt: act.now },
      { isCancelled: job.isCancelled, progress: progress => job.progress('undo', progress) },
    )
    updateImportBatch(db, importBatchId, { state: 'undone', undone_at: act.now })
    insertAuditEvent(db, {
      made_at: act.now,
      actor: act.actor,
      action: 'import.undone',
      subject: `import_batch:${importBatchId}`,
      digest: createHash('sha256').update(JSON.stringify(result)).digest('hex'),
    })
    const { customersRemoved, ordersRemoved, customersRestored, ordersRestored, kept } = result
    return {
      ...{ importBatchId, customersRemoved, ordersRemoved, customersRestored, ordersRestored, kept },
      elapsedMs: Math.round(performance.now() - start),
    }
  })
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

function requireCommitted(db: ReadableDb, importBatchId: number) {
  const batch = findImportBatch(db, importBatchId)
  const changeSetId = findImportChangeSet(db, importBatchId)
  if (!batch || changeSetId === undefined) throw new AppError('not-found')
  if (batch.state === 'undone') throw new AppError('import-already-undone')
  return { batch, changeSetId }
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value)
}
