import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { type ArchiveColumns, loadArchiveColumns } from './purchase-columns.service.ts'
import type { PackedColumns } from './stored-columns.service.ts'

/** The columns of the newest data, in the memory of one reader thread: every analysis of the thread starts from them. */
export class KeptColumns {
  private readonly db: ReadableDb
  private revision = ''
  private columns: ArchiveColumns | undefined
  private packed: PackedColumns | null = null

  constructor(db: ReadableDb) {
    this.db = db
  }

  /** The revision of the data as they are now; columns of an older one are let go. */
  getRevision(): string {
    const revision = getRevision(this.db)
    if (revision !== this.revision) this.columns = undefined
    this.revision = revision
    return revision
  }

  /** The columns of that revision. */
  get(): ArchiveColumns {
    this.getRevision()
    if (this.columns) return this.columns
    const { columns, packed } = loadArchiveColumns(this.db)
    this.columns = columns
    this.packed = packed
    return columns
  }

  /** Gives what should be stored of the columns that were read since the last call. Empty: null. */
  takePacked(): PackedColumns | null {
    const { packed } = this
    this.packed = null
    return packed
  }
}
