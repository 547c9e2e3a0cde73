import type { ReadableDb } from '#main/database/db.ts'
import { findLastKey, type RangedTable } from './commit.queries.ts'

/** Hands out the keys of a table one after another, so that all rows of an import lie in one range. */
export class KeyRange {
  readonly table: RangedTable
  readonly first: number
  private next: number

  constructor(db: ReadableDb, table: RangedTable) {
    this.table = table
    this.first = findLastKey(db, table) + 1
    this.next = this.first
  }

  take(): number {
    return this.next++
  }

  /** One below `first` while nothing was taken. */
  get last(): number {
    return this.next - 1
  }
}
