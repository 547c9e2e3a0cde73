import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { loadOwnColumns } from './line-columns.service.ts'
import { groupLines, placesByKey, sortLines } from './lines/lines-of-orders.ts'
import { type ArchiveColumns, loadArchiveColumns } from './purchase-columns.service.ts'
import { lineRows, timeRows } from './source-columns.service.ts'
import { type LineColumns, noHour, type PackedColumns } from './stored-columns.service.ts'

/** The lines of purchases, order by order: those of the purchase at place `n` stand from `starts[n]` up to `starts[n + 1]`. */
export type KeptLines = { readonly starts: Int32Array; readonly lines: Omit<LineColumns, 'orderId'> }

/** The columns of the newest data, in the memory of one reader thread: every analysis of the thread starts from them. */
export class KeptColumns {
  private readonly db: ReadableDb
  private revision = ''
  private columns: ArchiveColumns | undefined
  private lines: KeptLines | undefined
  private hours: Uint8Array | undefined
  private packed: PackedColumns[] = []

  constructor(db: ReadableDb) {
    this.db = db
  }

  /** The revision of the data as they are now; columns of an older one are let go. */
  getRevision(): string {
    const revision = getRevision(this.db)
    if (revision !== this.revision) {
      this.columns = undefined
      this.lines = undefined
      this.hours = undefined
    }
    this.revision = revision
    return revision
  }

  /** The columns of that revision; `orderIds` only where they are asked for. */
  get(isIdNeeded = false): ArchiveColumns {
    this.getRevision()
    const { columns: kept } = this
    if (kept && (!isIdNeeded || kept.orderIds)) return kept
    const { columns, packed } = loadArchiveColumns(this.db, { isIdNeeded })
    this.columns = columns
    if (packed) this.packed.push(packed)
    return columns
  }

  /** The lines of the purchases of that revision, order by order. Cost: besides the reading, about 0.1 µs a line, once. */
  getLines(): KeptLines {
    this.getRevision()
    if (this.lines) return this.lines
    const { columns, packed } = loadOwnColumns(this.db, lineRows)
    if (packed) this.packed.push(packed)
    const { orderIds } = this.get(true)
    const places = placesByKey(orderIds ?? new Int32Array())
    const { orderId, ...kept } = columns
    const grouped = groupLines(
      orderId.length,
      orderIds?.length ?? 0,
      line => places[orderId[line] ?? 0] ?? -1,
    )
    this.lines = sortLines(kept, grouped)
    return this.lines
  }

  /** The hour of each purchase of that revision, `noHour` where only its day is known. */
  getHours(): Uint8Array {
    this.getRevision()
    if (this.hours) return this.hours
    const { columns, packed } = loadOwnColumns(this.db, timeRows)
    if (packed) this.packed.push(packed)
    const orderIds = this.get(true).orderIds ?? new Int32Array()
    const places = placesByKey(columns.orderId)
    this.hours = Uint8Array.from(orderIds, orderId => columns.hour[places[orderId] ?? -1] ?? noHour)
    return this.hours
  }

  /** Gives what should be stored of the columns that were read since the last call. */
  takePacked(): readonly PackedColumns[] {
    const { packed } = this
    this.packed = []
    return packed
  }
}
