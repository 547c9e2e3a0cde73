import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { SqlValue } from '#main/database/sql-value.ts'
import { type LoggedRow, type LoggedTable, loggedTables } from './change.queries.ts'

/** Reads one value of one row; undefined when the row is gone. */
export function findValue(db: ReadableDb, table: LoggedTable, column: string, rowId: number) {
  const sql = `SELECT ${quote(column)} AS value FROM ${table} WHERE ${loggedTables[table]} = ?`
  return db.prepareRead<{ value: string | number | null }>(sql).get(rowId)?.value
}

/** Reads some columns of many rows, by their keys; rows that are gone are missing. */
export function listValuesOfRows(
  db: ReadableDb,
  table: LoggedTable,
  columns: readonly string[],
  rowIds: readonly number[],
): ReadonlyMap<number, LoggedRow> {
  const key = loggedTables[table]
  const names = columns.map(column => `own.${quote(column)}`).join(', ')
  const sql = `SELECT own.${key} AS row_key, ${names} FROM json_each(?) AS wanted
    CROSS JOIN ${table} AS own ON own.${key} = wanted.value`
  const rows = db.prepareRead<LoggedRow>(sql).all(JSON.stringify(rowIds))
  return new Map(rows.map(row => [Number(row.row_key), row]))
}

/** Writes one value of one row. */
export function updateValue(
  db: WritableDb,
  table: LoggedTable,
  column: string,
  rowId: number,
  value: string | number | null,
) {
  prepareUpdateValues(db, table, [column])(rowId, [value])
}

/** Makes the function that writes some columns of a row. */
export function prepareUpdateValues(db: WritableDb, table: LoggedTable, columns: readonly string[]) {
  const places = columns.map(column => `${quote(column)} = ?`).join(', ')
  const statement = db.prepare(`UPDATE ${table} SET ${places} WHERE ${loggedTables[table]} = ?`)
  return (rowId: number, values: readonly (string | number | null)[]) => void statement.run(...values, rowId)
}

/** Names the columns of a table whose values no two rows, or only some, may have in common. */
export function listUniqueColumns(db: ReadableDb, table: LoggedTable): string[] {
  return db
    .prepareReadArrays<readonly [string]>(
      `SELECT DISTINCT part.name FROM pragma_index_list(?) AS own, pragma_index_info(own.name) AS part
       WHERE own."unique" = 1 AND part.name IS NOT NULL`,
    )
    .all(table)
    .map(([name]) => name)
}

/** Reads a whole row, or undefined. */
export function findLoggedRow(db: ReadableDb, table: LoggedTable, rowId: number): LoggedRow | undefined {
  return db.prepareRead<LoggedRow>(`SELECT * FROM ${table} WHERE ${loggedTables[table]} = ?`).get(rowId)
}

/** Puts a whole row back under its old key. */
export function insertLoggedRow(db: WritableDb, table: LoggedTable, row: LoggedRow): void {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  const values: SqlValue[] = columns.map(column => row[column] ?? null)
  db.prepare(`INSERT INTO ${table} (${columns.map(quote).join(', ')}) VALUES (${places})`).run(...values)
}

function quote(column: string): string {
  if (!/^[a-z_]+$/.test(column)) throw new Error('a column name of the change log is made of letters only')
  return `"${column}"`
}
