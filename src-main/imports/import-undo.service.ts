import { createHash } from 'node:crypto'
import { recordAuditEvent } from '#main/audit/audit-event.service.ts'
import { getRevision } from '#main/changes/revision.service.ts'
import {
  countRestored,
  findRecordOfRow,
  listStaying,
  listUndoConflicts,
  type StayingRecords,
  type UndoConflict,
  undoWithin,
} from '#main/changes/undo.service.ts'
import { shownCardValue } from '#main/customers/card-column.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { countMergesOf, splitMergesOf } from '#main/identities/split.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Request, Response } from '#shared/contract/contract.ts'
import type { UndoOutcome } from '#shared/contract/imports.contract.ts'
import type { StayingCustomer, UndoConflictItem, UndoPreview } from '#shared/domain/import-undo.ts'
import { updateImportBatch } from './commit.queries.ts'
import type { ImportJob } from './commit-progress.ts'
import {
  countCreatedByTable,
  countOrdersOfCustomer,
  findCustomerLabel,
  findImportBatch,
  findImportChangeSet,
} from './import-batch.queries.ts'

const itemsShown = 200

type UndoItems = { readonly conflicts: readonly UndoConflict[]; readonly staying: StayingRecords }

/**
 * Plans how imports would be taken back, and keeps the last plan so that its lists can be asked for page by page.
 *
 * Cost: one look-up per changed cell, once until the data change.
 */
export class UndoPlanner {
  private readonly db: ReadableDb
  private kept: { readonly key: string; readonly items: UndoItems } | undefined

  constructor(db: ReadableDb) {
    this.db = db
  }

  /** Says what taking back an import would do. Errors: not-found, import-already-undone. */
  preview(importBatchId: number): UndoPreview {
    const { db } = this
    const { batch, changeSetId } = requireCommitted(db, importBatchId)
    const created = countCreatedByTable(db, changeSetId)
    const restored = countRestored(db, changeSetId)
    const { conflicts, staying } = this.itemsOf(importBatchId, changeSetId)
    return {
      importBatchId,
      fileName: batch.file_name,
      customersRemoved: (created.get('customer') ?? 0) - staying.customers.length,
      customersStaying: staying.customers.length,
      ordersRemoved: (created.get('sales_order') ?? 0) - staying.orders.length,
      ordersStaying: staying.orders.length,
      customersRestored: restored.customers,
      ordersRestored: restored.orders,
      mergesSplit: countMergesOf(db, importBatchId),
      conflictCount: conflicts.length,
      conflicts: conflicts.slice(0, itemsShown).map(conflict => wordConflict(db, conflict)),
      staying: staying.customers.slice(0, itemsShown).map(customerId => wordStaying(db, customerId)),
    }
  }

  /** Lists what was edited since and who stays, from a place on. Errors: not-found, import-already-undone. */
  items({ importBatchId, start, count }: Request<'imports.undoItems'>): Response<'imports.undoItems'> {
    const { db } = this
    const { changeSetId } = requireCommitted(db, importBatchId)
    const { conflicts, staying } = this.itemsOf(importBatchId, changeSetId)
    return {
      conflictCount: conflicts.length,
      conflicts: conflicts.slice(start, start + count).map(conflict => wordConflict(db, conflict)),
      stayingCount: staying.customers.length,
      staying: staying.customers.slice(start, start + count).map(customerId => wordStaying(db, customerId)),
    }
  }

  private itemsOf(importBatchId: number, changeSetId: number): UndoItems {
    const key = `${importBatchId} ${getRevision(this.db)}`
    if (this.kept?.key !== key) {
      const items = {
        conflicts: listUndoConflicts(this.db, changeSetId),
        staying: listStaying(this.db, changeSetId),
      }
      this.kept = { key, items }
    }
    return this.kept.items
  }
}

/**
 * Takes back a whole import in one transaction; merges that hang on it are split first.
 *
 * Errors: not-found, import-already-undone, import-conflicts when something was edited since and no choice says what
 * becomes of it, cancelled. After an error nothing has changed.
 */
export function undoImport(
  db: WritableDb,
  request: Request<'imports.undo'>,
  act: { readonly actor: string; readonly now: string },
  job: ImportJob,
): UndoOutcome {
  const start = performance.now()
  const { importBatchId, edited, choices } = request
  return db.transaction(() => {
    const { changeSetId } = requireCommitted(db, importBatchId)
    splitMergesOf(db, { importBatchId }, act)
    const { changeSetId: _own, ...result } = undoWithin(
      db,
      { changeSetId, edited, choices, actor: act.actor, madeAt: act.now },
      { isCancelled: job.isCancelled, progress: progress => job.progress('undo', progress) },
    )
    updateImportBatch(db, importBatchId, { state: 'undone', undone_at: act.now })
    recordAuditEvent(db, {
      made_at: act.now,
      actor: act.actor,
      action: 'import.undone',
      subject: `import_batch:${importBatchId}`,
      digest: createHash('sha256').update(JSON.stringify(result)).digest('hex'),
    })
    return { importBatchId, ...result, elapsedMs: Math.round(performance.now() - start) }
  })
}

function requireCommitted(db: ReadableDb, importBatchId: number) {
  const batch = findImportBatch(db, importBatchId)
  const changeSetId = findImportChangeSet(db, importBatchId)
  if (!batch || changeSetId === undefined) throw new AppError('not-found')
  if (batch.state === 'undone') throw new AppError('import-already-undone')
  return { batch, changeSetId }
}

function wordConflict(db: ReadableDb, conflict: UndoConflict): UndoConflictItem {
  const { table, rowId, column, now, before } = conflict
  const found = findRecordOfRow(db, table, rowId)
  const customerId = conflict.customerId ?? found.customerId
  return {
    ...{ table, rowId, customerId, field: column },
    label: (customerId === null ? found.name : findCustomerLabel(db, customerId)) ?? '',
    now: textOf(shownCardValue(column, now)),
    before: textOf(shownCardValue(column, before)),
  }
}

function wordStaying(db: ReadableDb, customerId: number): StayingCustomer {
  return {
    customerId,
    label: findCustomerLabel(db, customerId) ?? '',
    orderCount: countOrdersOfCustomer(db, customerId),
  }
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value)
}
