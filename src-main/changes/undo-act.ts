import { renewStrokeKeys } from '#main/customers/name-keys.service.ts'
import type { WritableDb } from '#main/database/db.ts'
import { refreshCustomerTotals } from '#main/orders/customer-total.service.ts'
import { queueForIndexing, queuePurchasesForIndexing } from '#main/search/search-queue.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import {
  countChanges,
  findLaterChange,
  forEachPageOfChanges,
  type LoggedChange,
  type LoggedRow,
  type LoggedTable,
  listCreatedRanges,
  loggedTables,
  updateChangeBefore,
} from './change.queries.ts'
import { beginChangeSet, type ChangeRecorder } from './change-log.service.ts'
import { groupCells, partChanges, putCellsBack, type RowOfCells, readCurrentValues } from './changed-cells.ts'
import { findLoggedRow, findValue, insertLoggedRow, updateValue } from './logged-row.queries.ts'
import { raiseRevision } from './revision.service.ts'
import { TouchedCustomers } from './touched-customers.ts'
import { countChangedRecords, deleteUnusedRange, isRowInUse } from './undo.queries.ts'
import { derivedColumns, type UndoConflict } from './undo-conflicts.ts'
import { deleteLeftOver, stripCustomers } from './undo-remains.ts'
import { type CreatedRange, deleteLoggedRows } from './undo-stays.queries.ts'
import { keptRows, listStaying } from './undo-stays.ts'

/** What becomes of a value that was edited by hand since. */
export type EditedChoice = 'keep' | 'revert'

/** Which act is taken back, by whom, and what becomes of what was edited since: for all, and for rows of their own. */
export type UndoRequest = {
  readonly changeSetId: number
  readonly edited: EditedChoice | null
  readonly choices?:
    | readonly { readonly table: LoggedTable; readonly rowId: number; readonly edited: EditedChoice }[]
    | undefined
  readonly actor: string
  readonly madeAt: string
}

/**
 * What an undo did, in rows. `kept` counts values left as edited and created rows that stay; `customersStripped` the
 * created customers that stay for others with nothing but their name and keys.
 */
export type UndoResult = {
  readonly changeSetId: number
  readonly customersRemoved: number
  readonly ordersRemoved: number
  readonly customersRestored: number
  readonly ordersRestored: number
  readonly customersStripped: number
  readonly kept: number
}

/** How a long undo reports and is stopped. `progress` is 0..1. */
export type UndoJob = { readonly isCancelled: () => boolean; readonly progress: (progress: number) => void }

const removalOrder = (Object.keys(loggedTables) as LoggedTable[]).reverse()

/** Takes one change set back within a running transaction. */
export class UndoAct {
  private readonly touched: TouchedCustomers
  private readonly touchedOrders = new Set<number>()
  /** Customers with another name now: an older change log has no stroke key beside it. */
  private readonly renamed = new Set<number>()
  private readonly recorder: ChangeRecorder
  private kept = 0
  private readonly db: WritableDb
  private readonly request: UndoRequest
  private readonly choices: ReadonlyMap<string, EditedChoice>
  private readonly job: UndoJob

  constructor(db: WritableDb, request: UndoRequest, job: UndoJob) {
    this.db = db
    this.request = request
    this.job = job
    this.choices = choicesOf(request)
    this.touched = new TouchedCustomers(db)
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
    for (const range of ranges) this.touched.addRange(range.table_name, range.first_id, range.last_id)
    let done = 0
    const lines = countChanges(db, request.changeSetId)
    forEachPageOfChanges(db, request.changeSetId, page => {
      this.takeBackPage(page)
      done += page.length
      this.check(0.1 + (0.5 * done) / lines)
    })
    // Counted by what this undo wrote: values that stay as edited are not restored.
    const acts = { changedBy: this.recorder.changeSetId, createdBy: request.changeSetId }
    const restored = countChangedRecords(db, acts, [...derivedColumns])
    const { removed, stripped } = this.removeCreated(ranges, conflicts)
    const leftOver = deleteLeftOver(db, request.changeSetId, {
      orders: [...this.touchedOrders],
      customers: [...this.touched.cards, ...this.touched.buyers],
    })
    refreshCustomerTotals(db, [...new Set([...this.touched.buyers, ...this.touched.summed])])
    renewStrokeKeys(db, [...this.renamed])
    queueForIndexing(db, this.touched.cards)
    queuePurchasesForIndexing(db, this.touched.buyers)
    this.check(0.95)
    raiseRevision(db, 'customers')
    raiseRevision(db, 'orders')
    return {
      changeSetId: this.recorder.changeSetId,
      customersRemoved: (removed.get('customer') ?? 0) + leftOver.customers,
      ordersRemoved: (removed.get('sales_order') ?? 0) + leftOver.orders,
      customersRestored: restored.customers,
      ordersRestored: restored.orders,
      customersStripped: stripped,
      kept: this.kept,
    }
  }

  private choiceOf(table: LoggedTable, rowId: number): EditedChoice | null {
    return this.choices.get(`${table} ${rowId}`) ?? this.request.edited
  }

  private check(progress: number): void {
    if (this.job.isCancelled()) throw new AppError('cancelled')
    this.job.progress(progress)
  }

  /** Nearly all lines are cells that nobody has changed since: they go back together, a row at a time. */
  private takeBackPage(page: readonly LoggedChange[]): void {
    const { cells, single } = partChanges(this.db, page)
    const currentOf = readCurrentValues(this.db, cells)
    const isLeft = (change: LoggedChange) => currentOf(change) === change.after
    for (const [table, rows] of groupCells(cells.filter(isLeft))) this.takeBackCells(table, rows)
    const changed = cells.filter(change => !isLeft(change) && currentOf(change) !== undefined)
    for (const change of [...changed, ...single]) this.takeBack(change)
  }

  /** Of cells that are as the act left them. */
  private takeBackCells(table: LoggedTable, rows: readonly RowOfCells[]): void {
    putCellsBack(this.db, this.recorder, table, rows)
    const rowIds = rows.map(({ rowId }) => rowId)
    this.touched.addRows(table, rowIds)
    if (table === 'sales_order') for (const rowId of rowIds) this.touchedOrders.add(rowId)
    if (table !== 'customer') return
    for (const { rowId, cells } of rows)
      if (cells.some(cell => cell.column_name === 'name')) this.renamed.add(rowId)
  }

  private takeBack(change: LoggedChange): void {
    if (change.column_name === '*') this.takeBackRow(change)
    else this.takeBackCell(change)
  }

  private takeBackRow({ table_name: table, row_id: rowId, before, after }: LoggedChange): void {
    if (before === null && after !== null) {
      this.touched.addRange(table, rowId, rowId)
      if (!findLoggedRow(this.db, table, rowId)) return
      if (isRowInUse(this.db, table, rowId)) throw new AppError('undo-blocked')
      this.removeRows(table, [rowId])
    } else if (before !== null) {
      insertLoggedRow(this.db, table, JSON.parse(String(before)) as LoggedRow)
      this.recorder.inserted(table, rowId)
      this.touched.addRange(table, rowId, rowId)
      if (table !== 'customer') return
      this.renamed.add(rowId)
      this.touched.summed.add(rowId)
    }
  }

  private takeBackCell(change: LoggedChange): void {
    const { table_name: table, row_id: rowId, column_name: column, before } = change
    const current = findValue(this.db, table, column, rowId)
    if (current === undefined) return
    if (current !== change.after && !this.isGivenUp(change)) return
    this.touched.addRange(table, rowId, rowId)
    updateValue(this.db, table, column, rowId, before)
    this.recorder.updated(table, rowId, column, current, before)
    // A merge had moved it to another file.
    if (column === 'customer_id') this.touched.addRange(table, rowId, rowId)
    if (table === 'sales_order') this.touchedOrders.add(rowId)
    if (table === 'customer' && column === 'name') this.renamed.add(rowId)
  }

  /** Whether a value that is not the act's any more is put back all the same; else its later writer remembers `before`. */
  private isGivenUp(change: LoggedChange): boolean {
    const later = findLaterChange(this.db, change)
    const isBuiltOn = later !== undefined && later.before === change.after
    const isOfImport = isBuiltOn && later.import_batch_id !== null
    if (!isOfImport && this.choiceOf(change.table_name, change.row_id) === 'revert') return true
    if (isBuiltOn) updateChangeBefore(this.db, later.change_id, change.before)
    if (!isOfImport && !derivedColumns.has(change.column_name)) this.kept++
    return false
  }

  /** Children first. What was edited stays where the operator keeps it, and so does what others need. */
  private removeCreated(ranges: readonly CreatedRange[], conflicts: readonly UndoConflict[]) {
    const isKept = ({ table, rowId }: UndoConflict) => this.choiceOf(table, rowId) === 'keep'
    for (const conflict of conflicts) if (!isKept(conflict)) this.removeAdded(conflict)
    const staying = listStaying(this.db, this.request.changeSetId)
    const { rows, stripped } = keptRows(this.db, ranges, staying, conflicts.filter(isKept))
    stripCustomers(this.db, stripped, this.recorder)
    const removed = new Map<LoggedTable, number>()
    for (const table of removalOrder)
      for (const range of ranges.filter(one => one.table_name === table)) {
        this.check(0.6 + 0.3 * (removalOrder.indexOf(table) / removalOrder.length))
        const count = deleteUnusedRange(this.db, table, range, rows.get(table) ?? [])
        this.kept += range.last_id - range.first_id + 1 - count
        removed.set(table, (removed.get(table) ?? 0) + count)
      }
    return { removed, stripped: stripped.length }
  }

  /** What was hung on a created customer by hand goes with the customer. */
  private removeAdded({ table, rowId, column, before, customerId }: UndoConflict): void {
    if (column === '*' && before === null && customerId !== undefined) this.removeRows(table, [rowId])
  }

  private removeRows(table: LoggedTable, ids: readonly number[]): void {
    for (const id of ids) this.recorder.deleting(table, id)
    deleteLoggedRows(this.db, table, ids)
  }
}

function choicesOf({ choices = [] }: UndoRequest): ReadonlyMap<string, EditedChoice> {
  return new Map(choices.map(({ table, rowId, edited }) => [`${table} ${rowId}`, edited]))
}
