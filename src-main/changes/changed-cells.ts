import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { LoggedChange, LoggedRow, LoggedTable } from './change.queries.ts'
import type { ChangeRecorder } from './change-log.service.ts'
import { listUniqueColumns, listValuesOfRows, prepareUpdateValues } from './logged-row.queries.ts'

/** Lines of the change log about cells of one row of a table. */
export type RowOfCells = { readonly rowId: number; readonly cells: LoggedChange[] }

/**
 * Reads the values that lines of the change log are about, as they are now: each row once.
 *
 * Shape: a function that tells the value of a line. Empty: undefined when the row is gone.
 */
export function readCurrentValues(
  db: ReadableDb,
  changes: readonly LoggedChange[],
): (change: LoggedChange) => string | number | null | undefined {
  const values = new Map<LoggedTable, ReadonlyMap<number, LoggedRow>>()
  for (const [table, ofTable] of byTable(changes)) {
    const columns = [...new Set(ofTable.map(change => change.column_name))]
    values.set(table, listValuesOfRows(db, table, columns, [...new Set(ofTable.map(one => one.row_id))]))
  }
  return ({ table_name, row_id, column_name }) => values.get(table_name)?.get(row_id)?.[column_name]
}

/**
 * Tells the cells that can be put back in any order, and many at once, from the lines that have to be taken back one by one in
 * their own order.
 *
 * Shape: `single` are lines of whole rows and all others of their tables, cells that name a row of a table, cells whose values must
 * differ from row to row, and cells written twice.
 */
export function partChanges(db: ReadableDb, changes: readonly LoggedChange[]) {
  const cells: LoggedChange[] = []
  const single: LoggedChange[] = []
  for (const [table, ofTable] of byTable(changes)) {
    const unique = new Set(listUniqueColumns(db, table))
    const hasRows = ofTable.some(change => change.column_name === '*')
    const isSingle = ({ column_name }: LoggedChange) =>
      hasRows || unique.has(column_name) || column_name.endsWith('_id')
    const seen = new Set<string>()
    const keyOf = ({ row_id, column_name }: LoggedChange) => `${row_id} ${column_name}`
    const isTwice = ofTable.some(change => seen.size === seen.add(keyOf(change)).size)
    for (const change of ofTable) (isTwice || isSingle(change) ? single : cells).push(change)
  }
  return { cells, single: single.sort((one, other) => other.change_id - one.change_id) }
}

/** Puts cells together by table and row, in the order of the keys: so they lie in the table and its indexes. */
export function groupCells(changes: readonly LoggedChange[]): ReadonlyMap<LoggedTable, RowOfCells[]> {
  const groups = new Map<LoggedTable, RowOfCells[]>()
  for (const [table, ofTable] of byTable(changes)) {
    const rows = new Map<number, RowOfCells>()
    for (const change of ofTable) {
      const row = rows.get(change.row_id) ?? { rowId: change.row_id, cells: [] }
      rows.set(change.row_id, row)
      row.cells.push(change)
    }
    const inOrder = [...rows.values()].sort((one, other) => one.rowId - other.rowId)
    groups.set(table, inOrder)
  }
  return groups
}

/** Writes back what the cells of rows held before, a row at a time, and tells the recorder. */
export function putCellsBack(
  db: WritableDb,
  recorder: ChangeRecorder,
  table: LoggedTable,
  rows: readonly RowOfCells[],
): void {
  for (const { rowId, cells } of rows) {
    const write = prepareUpdateValues(
      db,
      table,
      cells.map(cell => cell.column_name),
    )
    write(
      rowId,
      cells.map(cell => cell.before),
    )
    for (const { column_name, before, after } of cells)
      recorder.updated(table, rowId, column_name, after, before)
  }
}

function byTable(changes: readonly LoggedChange[]): ReadonlyMap<LoggedTable, LoggedChange[]> {
  const groups = new Map<LoggedTable, LoggedChange[]>()
  for (const change of changes) {
    const group = groups.get(change.table_name)
    if (group) group.push(change)
    else groups.set(change.table_name, [change])
  }
  return groups
}
