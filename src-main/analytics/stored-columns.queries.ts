import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { PackedColumn } from './column-codec.ts'

/** What columns are stored of, and the table whose rows they are of: hours of orders are read apart, since few analyses ask for them. */
export const sourceTables = {
  customer: 'customer',
  sales_order: 'sales_order',
  order_time: 'sales_order',
  order_line: 'order_line',
} as const
/** What columns are stored of. */
export type ColumnSource = keyof typeof sourceTables

/** What is stored of a table: rows up to `last_id` as they were; those noted as stale are to be read again. */
export type StoredSource = {
  readonly format: number
  readonly row_count: number
  readonly last_id: number
  /** The change log behind this change names the rows that came back under an old id. */
  readonly last_change_id: number
  readonly stale_count: number
}

/** Some rows of one column. */
export type ColumnChunk = PackedColumn & {
  readonly column: string
  readonly number: number
  readonly rowCount: number
}

/** Finds what is stored of a table. Empty: undefined while nothing is. */
export function findStoredSource(db: ReadableDb, source: ColumnSource): StoredSource | undefined {
  return db
    .prepareRead<StoredSource>(
      `SELECT format, row_count, last_id, last_change_id, (SELECT count(*) FROM (${staleRowsSql(source)})) AS stale_count
       FROM column_source WHERE source = '${source}'`,
    )
    .get()
}

/** Walks through the chunks of a stored column, in order. */
export function iterateChunks(db: ReadableDb, source: ColumnSource, column: string) {
  return db
    .prepareRead<{ row_count: number; first_value: number; least_value: number; bytes: Uint8Array }>(
      `SELECT row_count, first_value, least_value, bytes FROM column_chunk
       WHERE source = ? AND column_name = ? ORDER BY chunk_number`,
    )
    .iterate(source, column)
}

/** The statement that names the rows that were written, or came back, since columns were stored. */
export function staleRowsSql(source: ColumnSource): string {
  return `SELECT row_id FROM stale_row WHERE source = '${source}'
UNION
SELECT row_id FROM change NOT INDEXED WHERE table_name = '${sourceTables[source]}' AND column_name = '*'
AND change_id > (SELECT last_change_id FROM column_source WHERE source = '${source}')`
}

/** The statement that reads the rows that are new or were written since columns were stored; both values are the last stored key. */
export function changedRowsSql(source: ColumnSource, columns: string, condition: string): string {
  const table = sourceTables[source]
  return `SELECT ${columns} FROM ${table} WHERE ${table}_id > ? AND ${condition}
UNION ALL
SELECT ${columns} FROM (${staleRowsSql(source)}) CROSS JOIN ${table} ON ${table}_id = row_id
WHERE row_id <= ? AND ${condition}`
}

/** Lists the stored rows that were written since. */
export function listStaleIds(db: ReadableDb, source: ColumnSource): number[] {
  return db
    .prepareReadArrays<readonly [number]>(staleRowsSql(source))
    .all()
    .map(([id]) => id)
}

/** The highest key of a table. Empty: 0. */
export function findLastId(db: ReadableDb, source: ColumnSource): number {
  const table = sourceTables[source]
  return (
    db.prepareReadArrays<readonly [number | null]>(`SELECT max(${table}_id) FROM ${table}`).get()?.[0] ?? 0
  )
}

/** The key of the newest change. Empty: 0. */
export function findLastChangeId(db: ReadableDb): number {
  return db.prepareReadArrays<readonly [number | null]>('SELECT max(change_id) FROM change').get()?.[0] ?? 0
}

/** Takes away what is stored of a source, and the notes of what is stale. */
export function deleteStoredColumns(db: WritableDb, source: ColumnSource): void {
  for (const table of ['column_chunk', 'column_source', 'stale_row'])
    db.prepare(`DELETE FROM ${table} WHERE source = ?`).run(source)
}

/** Stores the chunks of a table's columns. */
export function insertStoredColumns(
  db: WritableDb,
  source: ColumnSource,
  stored: Omit<StoredSource, 'stale_count'>,
  chunks: readonly ColumnChunk[],
): void {
  db.prepare(
    'INSERT INTO column_source (source, format, row_count, last_id, last_change_id) VALUES (?, ?, ?, ?, ?)',
  ).run(source, stored.format, stored.row_count, stored.last_id, stored.last_change_id)
  const insert = db.prepare(
    `INSERT INTO column_chunk (source, column_name, chunk_number, row_count, first_value, least_value, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { column, number, rowCount, first, least, bytes } of chunks)
    insert.run(source, column, number, rowCount, first, least, bytes)
}

/** Runs reads that must fit together: none of them sees what the writer commits meanwhile. */
export function readAtOneMoment<T>(db: ReadableDb, work: () => T): T {
  // A statement that is still being walked through keeps the snapshot of its connection.
  const holding = db.prepareReadArrays('SELECT topic FROM topic_revision').iterate()
  try {
    holding.next()
    return work()
  } finally {
    holding.return?.()
  }
}
