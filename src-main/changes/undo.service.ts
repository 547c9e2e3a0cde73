import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { queueForIndexing, queuePurchasesForIndexing } from '#main/search/search-queue.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import {
  deleteLoggedRange,
  findChangeSet,
  findLaterChange,
  findLoggedRow,
  findValue,
  insertLoggedRow,
  type LoggedChange,
  type LoggedRow,
  type LoggedTable,
  listChangesBefore,
  listCreatedRanges,
  loggedTables,
  updateChangeBefore,
  updateUndoneBy,
  updateValue,
} from './change.queries.ts'
import { beginChangeSet, type ChangeRecorder } from './change-log.service.ts'
import { raiseRevision } from './revision.service.ts'
import {
  countChangedRecords,
  deleteUnusedRange,
  findCustomerOfRow,
  findRecordLabel,
  listEditedCreated,
  listIdsOfCustomer,
  prepareCustomersOfRange,
} from './undo.queries.ts'

export { countNeededCustomers } from './undo.queries.ts'

/** A value that was edited by hand after the act that is to be taken back. */
export type UndoConflict = {
  readonly table: LoggedTable
  readonly rowId: number
  readonly column: string
  readonly now: string | number | null
  readonly before: string | number | null
}

/** What an undo did, in rows. `kept` counts values left as edited and created rows that others still use. */
export type UndoResult = {
  readonly changeSetId: number
  readonly customersRemoved: number
  readonly ordersRemoved: number
  readonly customersRestored: number
  readonly ordersRestored: number
  readonly kept: number
}

/** How a long undo reports and is stopped. `progress` is 0..1. */
export type UndoJob = { readonly isCancelled: () => boolean; readonly progress: (progress: number) => void }

/** Columns that follow from others or from the act itself: they are put back with them and never asked about. */
const derivedColumns = new Set([
  'name_sort',
  'updated_at',
  'facts_on',
  'ordered_on',
  'net_minor',
  'is_counted',
])

const noJob: UndoJob = { isCancelled: () => false, progress: () => undefined }

/**
 * Takes back a change set as one transaction: created rows go, changed values return, deleted rows come back.
 *
 * A value that a later import changed stays, and that import now remembers the older value. A value edited by hand is
 * kept or reverted as `edited` says. A created row that other acts still use stays.
 * Errors: not-found; import-already-undone; import-conflicts (with `count`) when `edited` is null and something was
 * edited by hand since; cancelled. After an error nothing has changed.
 */
export function undoChangeSet(
  db: WritableDb,
  request: { changeSetId: number; edited: 'keep' | 'revert' | null; actor: string; madeAt: string },
  job: UndoJob = noJob,
): UndoResult {
  return db.transaction(() => {
    const set = findChangeSet(db, request.changeSetId)
    if (!set) throw new AppError('not-found')
    if (set.undone_by_change_set_id !== null) throw new AppError('import-already-undone')
    const conflicts = listUndoConflicts(db, request.changeSetId)
    if (conflicts.length > 0 && request.edited === null)
      throw new AppError('import-conflicts', { count: conflicts.length })
    const undo = new Undo(db, request, job)
    const result = undo.run(conflicts)
    updateUndoneBy(db, request.changeSetId, result.changeSetId)
    if (set.undoes_change_set_id !== null) updateUndoneBy(db, set.undoes_change_set_id, null)
    return result
  })
}

/**
 * Lists what was edited by hand after a change set, so that it can be asked about.
 *
 * Empty: nothing was edited since. Cost: one look-up per changed cell.
 */
export function listUndoConflicts(db: ReadableDb, changeSetId: number): UndoConflict[] {
  const conflicts: UndoConflict[] = []
  forEachChange(db, changeSetId, change => {
    if (change.column_name === '*' || derivedColumns.has(change.column_name)) return
    const current = currentValue(db, change)
    if (current === undefined || current === change.after) return
    if (laterImportOf(db, change)) return
    conflicts.push(conflictOf(change, current))
  })
  for (const range of listCreatedRanges(db, changeSetId))
    for (const edit of listEditedCreated(db, range.table_name, range.first_id, range.last_id, changeSetId)) {
      if (derivedColumns.has(edit.column_name)) continue
      conflicts.push({
        table: range.table_name,
        rowId: edit.row_id,
        column: edit.column_name,
        now: edit.after,
        before: edit.before,
      })
    }
  return conflicts
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

function conflictOf(change: LoggedChange, now: string | number | null): UndoConflict {
  return {
    table: change.table_name,
    rowId: change.row_id,
    column: change.column_name,
    now,
    before: change.before,
  }
}

function forEachChange(db: ReadableDb, changeSetId: number, visit: (change: LoggedChange) => void): void {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = listChangesBefore(db, changeSetId, before)
    for (const change of page) visit(change)
    const last = page.at(-1)
    if (!last) return
    before = last.change_id
  }
}

function currentValue(db: ReadableDb, change: LoggedChange): string | number | null | undefined {
  return findValue(db, change.table_name, change.column_name, change.row_id)
}

function laterImportOf(db: ReadableDb, change: LoggedChange) {
  const later = findLaterChange(db, change)
  return later && later.import_batch_id !== null && later.before === change.after ? later : undefined
}

/** What a card does not show: of these a customer holds only the products bought. */
const orderTables: ReadonlySet<LoggedTable> = new Set(['sales_order', 'order_line', 'refund'])

const removalOrder = (Object.keys(loggedTables) as LoggedTable[]).reverse()

class Undo {
  /** Customers whose cards differ now, and customers whose orders do. */
  private readonly touched = new Set<number>()
  private readonly buyers = new Set<number>()
  private readonly customersOf = new Map<LoggedTable, (firstId: number, lastId: number) => number[]>()
  private readonly recorder: ChangeRecorder
  private kept = 0
  private readonly db: WritableDb
  private readonly request: {
    changeSetId: number
    edited: 'keep' | 'revert' | null
    actor: string
    madeAt: string
  }
  private readonly job: UndoJob

  constructor(
    db: WritableDb,
    request: { changeSetId: number; edited: 'keep' | 'revert' | null; actor: string; madeAt: string },
    job: UndoJob,
  ) {
    this.db = db
    this.request = request
    this.job = job
    this.recorder = beginChangeSet(db, {
      kind: 'undo',
      actor: request.actor,
      madeAt: request.madeAt,
      undoesChangeSetId: request.changeSetId,
    })
  }

  run(conflicts: readonly UndoConflict[]): UndoResult {
    const { db, request } = this
    const ranges = listCreatedRanges(db, request.changeSetId)
    for (const range of ranges) this.touch(range.table_name, range.first_id, range.last_id)
    let done = 0
    forEachChange(db, request.changeSetId, change => {
      this.takeBack(change)
      if (++done % 1000 === 0) this.check(0.1 + (0.5 * done) / (done + 20_000))
    })
    // Counted by what this undo wrote: values that stay as edited are not restored.
    const acts = { changedBy: this.recorder.changeSetId, createdBy: request.changeSetId }
    const restored = countChangedRecords(db, acts, [...derivedColumns])
    const removed = this.removeCreated(ranges, conflicts)
    refreshCustomerTotals(db, [...new Set([...this.touched, ...this.buyers])])
    queueForIndexing(db, this.touched)
    queuePurchasesForIndexing(db, this.buyers)
    this.check(0.95)
    raiseRevision(db, 'customers')
    raiseRevision(db, 'orders')
    return {
      changeSetId: this.recorder.changeSetId,
      customersRemoved: removed.customer ?? 0,
      ordersRemoved: removed.sales_order ?? 0,
      customersRestored: restored.customers,
      ordersRestored: restored.orders,
      kept: this.kept,
    }
  }

  private check(progress: number): void {
    if (this.job.isCancelled()) throw new AppError('cancelled')
    this.job.progress(progress)
  }

  private touch(table: LoggedTable, firstId: number, lastId: number): void {
    let customersOf = this.customersOf.get(table)
    if (!customersOf) {
      customersOf = prepareCustomersOfRange(this.db, table)
      this.customersOf.set(table, customersOf)
    }
    const customers = orderTables.has(table) ? this.buyers : this.touched
    for (const id of customersOf(firstId, lastId)) customers.add(id)
  }

  private takeBack(change: LoggedChange): void {
    if (change.column_name === '*') this.takeBackRow(change)
    else this.takeBackCell(change)
  }

  private takeBackRow({ table_name: table, row_id: rowId, before, after }: LoggedChange): void {
    if (before === null && after !== null) {
      this.touch(table, rowId, rowId)
      if (!findLoggedRow(this.db, table, rowId)) return
      this.recorder.deleting(table, rowId)
      deleteLoggedRange(this.db, table, rowId, rowId)
    } else if (before !== null) {
      insertLoggedRow(this.db, table, JSON.parse(String(before)) as LoggedRow)
      this.recorder.inserted(table, rowId)
      this.touch(table, rowId, rowId)
    }
  }

  private takeBackCell(change: LoggedChange): void {
    const current = currentValue(this.db, change)
    if (current === undefined) return
    if (current !== change.after) {
      const later = laterImportOf(this.db, change)
      if (later) {
        updateChangeBefore(this.db, later.change_id, change.before)
        return
      }
      if (this.request.edited !== 'revert') {
        if (!derivedColumns.has(change.column_name)) this.kept++
        return
      }
    }
    this.touch(change.table_name, change.row_id, change.row_id)
    updateValue(this.db, change.table_name, change.column_name, change.row_id, change.before)
    this.recorder.updated(change.table_name, change.row_id, change.column_name, current, change.before)
    this.touch(change.table_name, change.row_id, change.row_id)
  }

  /** Children first; rows that were edited by hand stay when the operator keeps them, and so do rows in use. */
  private removeCreated(
    ranges: readonly { table_name: LoggedTable; first_id: number; last_id: number }[],
    conflicts: readonly UndoConflict[],
  ): Partial<Record<LoggedTable, number>> {
    const removed: Partial<Record<LoggedTable, number>> = {}
    const keepIds = this.request.edited === 'keep' ? idsToKeep(this.db, conflicts, ranges) : new Map()
    for (const table of removalOrder)
      for (const range of ranges.filter(one => one.table_name === table)) {
        this.check(0.6 + 0.3 * (removalOrder.indexOf(table) / removalOrder.length))
        const kept = keepIds.get(table) ?? []
        const count = this.removeRange(table, range.first_id, range.last_id, kept)
        this.kept += range.last_id - range.first_id + 1 - count
        removed[table] = (removed[table] ?? 0) + count
      }
    return removed
  }

  private removeRange(
    table: LoggedTable,
    firstId: number,
    lastId: number,
    keptIds: readonly number[],
  ): number {
    let count = 0
    let from = firstId
    for (const kept of keptIds.filter(id => id >= firstId && id <= lastId)) {
      if (kept > from) count += deleteUnusedRange(this.db, table, from, kept - 1)
      from = kept + 1
    }
    return from <= lastId ? count + deleteUnusedRange(this.db, table, from, lastId) : count
  }
}

/** Rows of the ranges that were edited by hand, with the contact points, tags and identities of edited customers. */
function idsToKeep(
  db: ReadableDb,
  conflicts: readonly UndoConflict[],
  ranges: readonly { table_name: LoggedTable; first_id: number; last_id: number }[],
): Map<LoggedTable, number[]> {
  const kept = new Map<LoggedTable, Set<number>>()
  const keep = (table: LoggedTable, id: number) => {
    const ids = kept.get(table) ?? new Set<number>()
    ids.add(id)
    kept.set(table, ids)
  }
  const isCreated = (table: LoggedTable, id: number) =>
    ranges.some(range => range.table_name === table && id >= range.first_id && id <= range.last_id)
  for (const { table, rowId } of conflicts) {
    if (!isCreated(table, rowId)) continue
    keep(table, rowId)
    if (table !== 'customer') continue
    for (const child of ['contact_point', 'customer_identity', 'customer_tag'] as const)
      for (const id of listIdsOfCustomer(db, child, rowId)) if (isCreated(child, id)) keep(child, id)
  }
  return new Map([...kept].map(([table, ids]) => [table, [...ids].sort((a, b) => a - b)]))
}
