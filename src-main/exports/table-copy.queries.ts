import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { SqlValue } from '#main/database/sql-value.ts'

/** Tables that follow from others, and search. */
const derivedTables = /^(?:sqlite_|search_|column_|stale_row$|topic_revision$|customer_total$)/

/** A column of a table. `isBinary`: holds bytes, which no sheet can show. */
export type TableColumn = { readonly name: string; readonly isBinary: boolean }

/** Lists the tables that hold what was entered, imported or set, by name. */
export function listTables(db: ReadableDb): string[] {
  return db
    .prepareReadArrays<[string]>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(([name]) => name)
    .filter(name => !derivedTables.test(name))
}

/** Lists the columns of a table. Empty: none for a table that is not there. */
export function listColumns(db: ReadableDb, table: string): TableColumn[] {
  return db
    .prepareRead<{ name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
    .all(table)
    .map(({ name, type }) => ({ name, isBinary: type === 'BLOB' }))
}

/** Counts the rows of a table. */
export function countRows(db: ReadableDb, table: string): number {
  return db.prepareReadArrays<[number]>(`SELECT count(*) FROM ${quoted(table)}`).get()?.[0] ?? 0
}

/** Reads a table row by row in the order of its keys; values stand in the order of the columns. */
export function iterateRows(
  db: ReadableDb,
  table: string,
  columns: readonly string[],
): IterableIterator<readonly SqlValue[]> {
  const list = columns.map(quoted).join(', ')
  return db
    .prepareReadArrays<readonly SqlValue[]>(`SELECT ${list} FROM ${quoted(table)} ORDER BY 1`)
    .iterate()
}

/** Makes the same table in another database. */
export function createTableLike(from: ReadableDb, to: WritableDb, table: string): void {
  const made = from
    .prepareRead<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .get(table)
  if (!made) throw new Error('a table that was listed is there')
  to.prepare(made.sql).run()
}

/** Makes the function that stores a row; one whose key is there already takes its place. The key is the first column. */
export function prepareInsertRow(
  db: WritableDb,
  table: string,
  columns: readonly string[],
): (values: readonly SqlValue[]) => void {
  const places = columns.map(() => '?').join(', ')
  const statement = db.prepare(
    `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${places})
     ON CONFLICT DO UPDATE SET ${columns.map(column => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')}`,
  )
  return values => void statement.run(...values)
}

/** Tells the highest key of a table. Empty: 0. */
export function findLastKey(db: ReadableDb, table: string, key: string): number {
  return (
    db.prepareReadArrays<[number | null]>(`SELECT max(${quoted(key)}) FROM ${quoted(table)}`).get()?.[0] ?? 0
  )
}

/** Says whether anything was ever entered that is still there, the bin included. */
export function hasContent(db: ReadableDb): boolean {
  const sql =
    'SELECT 1 FROM customer UNION ALL SELECT 1 FROM sales_order UNION ALL SELECT 1 FROM product LIMIT 1'
  return db.prepareReadArrays<[number]>(sql).get() !== undefined
}

/** Lets rows refer to rows that come later, until the transaction ends. */
export function deferForeignKeys(db: WritableDb): void {
  db.prepare('PRAGMA defer_foreign_keys = ON').run()
}

/** Raises the counters of archive numbers to what they were elsewhere; none is lowered. */
export function raiseCounters(db: WritableDb, from: ReadableDb): void {
  const upsert = db.prepare(
    'INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)',
  )
  for (const { name, value } of from
    .prepareRead<{ name: string; value: number }>(
      "SELECT name, value FROM counter WHERE name LIKE 'archive-number:%'",
    )
    .all())
    upsert.run(name, value)
}

/** Gives pictures in fields and of items the names that their contents have in this archive; one whose content did not come goes. */
export function renamePictures(db: WritableDb, names: ReadonlyMap<string, string>): void {
  const ofPictures = "field_id IN (SELECT field_id FROM field_definition WHERE value_kind = 'image')"
  const rename = db.prepare(
    `UPDATE field_value SET value = ? || substr(value, 65) WHERE ${ofPictures} AND substr(value, 1, 64) = ?`,
  )
  const renameOfLine = db.prepare(
    `UPDATE order_line SET picture = ? || substr(picture, 65) WHERE picture IS NOT NULL AND substr(picture, 1, 64) = ?`,
  )
  for (const [before, now] of names) {
    rename.run(now, before)
    renameOfLine.run(now, before)
  }
  db.prepare(
    `UPDATE order_line SET picture = NULL
     WHERE picture IS NOT NULL AND substr(picture, 1, 64) NOT IN (SELECT content_name FROM stored_file)`,
  ).run()
  db.prepare(
    `DELETE FROM field_value WHERE ${ofPictures}
       AND substr(value, 1, 64) NOT IN (SELECT content_name FROM stored_file)`,
  ).run()
}

/** Ties records to the import that brought them. */
export function setImportBatch(db: WritableDb, importBatchId: number): void {
  for (const table of ['customer', 'sales_order'])
    db.prepare(`UPDATE ${table} SET import_batch_id = ?`).run(importBatchId)
}

function quoted(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Error('names of tables and columns are made of letters and digits')
  return `"${name}"`
}
