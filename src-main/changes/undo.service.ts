import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { findChangeSet, type LoggedTable, updateUndoneBy } from './change.queries.ts'
import { countChangedRecords, findCustomerOfRow, findRecordLabel } from './undo.queries.ts'
import { UndoAct, type UndoJob, type UndoRequest, type UndoResult } from './undo-act.ts'
import { derivedColumns, listUndoConflicts, type UndoConflict } from './undo-conflicts.ts'

export type { UndoRequest, UndoResult } from './undo-act.ts'
export { listUndoConflicts, type UndoConflict } from './undo-conflicts.ts'
export { listStaying, type StayingRecords } from './undo-stays.ts'

const noJob: UndoJob = { isCancelled: () => false, progress: () => undefined }

/**
 * Takes back a change set as one transaction: created rows go, changed values return, deleted rows come back.
 *
 * A value that a later import changed stays, and that import now remembers the older value. A value edited by hand is
 * kept or reverted as `edited` says, or as `choices` say of its row. A created row that other acts still need stays:
 * an order as it is, a customer with nothing but the name and the keys.
 * Errors: not-found; import-already-undone; import-conflicts (with `count`) when something was edited by hand since and no
 * choice was made; undo-blocked when others use what a single act made, or took the place of what it removed; cancelled.
 * After an error nothing has changed.
 */
export function undoChangeSet(db: WritableDb, request: UndoRequest, job: UndoJob = noJob): UndoResult {
  return db.transaction(() => undoWithin(db, request, job))
}

/**
 * The same within a running transaction, which an error has to end: a transaction inside another keeps a journal of its own, and
 * every statement would walk through all of it.
 */
export function undoWithin(db: WritableDb, request: UndoRequest, job: UndoJob): UndoResult {
  const set = findChangeSet(db, request.changeSetId)
  if (!set) throw new AppError('not-found')
  if (set.undone_by_change_set_id !== null) throw new AppError('import-already-undone')
  const conflicts = listUndoConflicts(db, request.changeSetId, () => {
    if (job.isCancelled()) throw new AppError('cancelled')
  })
  const open = countOpen(conflicts, request)
  if (open > 0) throw new AppError('import-conflicts', { count: open })
  const result = withoutConstraintErrors(() => new UndoAct(db, request, job).run(conflicts))
  updateUndoneBy(db, request.changeSetId, result.changeSetId)
  if (set.undoes_change_set_id !== null) updateUndoneBy(db, set.undoes_change_set_id, null)
  return result
}

/**
 * Counts the customers and orders of before that get older values back when a change set is taken back, with their
 * contact points, buyer IDs, tags, balances, lines and refunds.
 */
export function countRestored(db: ReadableDb, changeSetId: number) {
  return countChangedRecords(db, { changedBy: changeSetId, createdBy: changeSetId }, [...derivedColumns])
}

/**
 * Says what a row of the change log belongs to: the customer, or the name of a record of no customer.
 *
 * Empty: both null when the row is gone.
 */
export function findRecordOfRow(db: ReadableDb, table: LoggedTable, rowId: number) {
  const customerId = findCustomerOfRow(db, table, rowId)
  return { customerId, name: customerId === null ? (findRecordLabel(db, table, rowId) ?? null) : null }
}

function countOpen(conflicts: readonly UndoConflict[], { edited, choices = [] }: UndoRequest): number {
  if (edited !== null) return 0
  const chosen = new Set(choices.map(({ table, rowId }) => `${table} ${rowId}`))
  return conflicts.filter(({ table, rowId }) => !chosen.has(`${table} ${rowId}`)).length
}

/** A row that comes back finds its place taken or its owner gone; the database says so in its own words. */
function withoutConstraintErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (typeof code !== 'string' || !code.startsWith('SQLITE_CONSTRAINT')) throw error
    throw new AppError('undo-blocked')
  }
}
