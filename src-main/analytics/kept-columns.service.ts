import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { loadOwnColumns } from './line-columns.service.ts'
import { type ArchiveColumns, loadArchiveColumns } from './purchase-columns.service.ts'
import { lineRows, timeRows } from './source-columns.service.ts'
import type { LineColumns, PackedColumns, TimeColumns } from './stored-columns.service.ts'

/** The columns of the newest data, in the memory of one reader thread: every analysis of the thread starts from them. */
export class KeptColumns {
  private readonly db: ReadableDb
  private revision = ''
  private columns: ArchiveColumns | undefined
  private lines: LineColumns | undefined
  private times: TimeColumns | undefined
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
      this.times = undefined
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

  /** The lines of all documents of that revision. */
  getLines(): LineColumns {
    this.getRevision()
    if (this.lines) return this.lines
    const { columns, packed } = loadOwnColumns(this.db, lineRows)
    this.lines = columns
    if (packed) this.packed.push(packed)
    return columns
  }

  /** The hours of all orders of that revision. */
  getTimes(): TimeColumns {
    this.getRevision()
    if (this.times) return this.times
    const { columns, packed } = loadOwnColumns(this.db, timeRows)
    this.times = columns
    if (packed) this.packed.push(packed)
    return columns
  }

  /** Gives what should be stored of the columns that were read since the last call. */
  takePacked(): readonly PackedColumns[] {
    const { packed } = this
    this.packed = []
    return packed
  }
}
