import type { WritableDb } from '#main/database/db.ts'
import type { SqlValue } from '#main/database/sql-value.ts'
import { countInsertColumns, prepareInsert, type RangedTable } from './commit.queries.ts'

/** With so many rows a statement a row costs a sixth less than by itself; with more, no less. */
const mostAtOnce = 16

/**
 * Stores rows of a table in the order they come, some of them with one statement.
 *
 * Shape: a row is in the table at the latest after `flush`; the rows of `parents`, to which it refers, are stored first.
 */
export class RowInserter {
  private readonly db: WritableDb
  private readonly table: RangedTable
  private readonly parents: readonly RowInserter[]
  private readonly columnCount: number
  /** By number of rows: children often wait for fewer parents than would go at once. */
  private readonly inserts = new Map<number, (values: readonly SqlValue[]) => void>()
  private waiting: SqlValue[] = []

  constructor(db: WritableDb, table: RangedTable, parents: readonly RowInserter[] = []) {
    this.db = db
    this.table = table
    this.parents = parents
    this.columnCount = countInsertColumns(table)
  }

  /** Takes a row: values in the order of the table's columns, the key first. */
  add(...values: readonly SqlValue[]): void {
    for (const value of values) this.waiting.push(value)
    if (this.waiting.length === mostAtOnce * this.columnCount) this.flush()
  }

  /** Stores what waits. */
  flush(): void {
    const { waiting } = this
    if (waiting.length === 0) return
    for (const parent of this.parents) parent.flush()
    this.waiting = []
    this.insertOf(waiting.length / this.columnCount)(waiting)
  }

  private insertOf(rowCount: number): (values: readonly SqlValue[]) => void {
    const known = this.inserts.get(rowCount)
    const insert = known ?? prepareInsert(this.db, this.table, rowCount)
    if (!known) this.inserts.set(rowCount, insert)
    return insert
  }
}
