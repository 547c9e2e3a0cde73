import type { ReadableDb, WritableDb } from '#main/database/db.ts'

/** Raises a counter and answers its new value. A counter starts at 0. */
export function raiseCounter(db: WritableDb, name: string, by: number): number {
  const row = db
    .prepare<{ value: number }>(
      'INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value RETURNING value',
    )
    .get(name, by)
  if (!row) throw new Error('an upsert with RETURNING gives a row')
  return row.value
}

/** The archive numbers of some customers outside the bin; public for the query-plan test. */
export const archiveNumbersSql = `SELECT customer_id, archive_number
  FROM json_each(?) AS wanted CROSS JOIN customer ON customer_id = wanted.value WHERE deleted_at IS NULL`

/** Reads the archive numbers of some customers outside the bin, without all else that a row of a list shows. */
export function getArchiveNumbers(db: ReadableDb, customerIds: readonly number[]): Map<number, string> {
  const rows = db.prepareReadArrays<readonly [number, string]>(archiveNumbersSql)
  return new Map(rows.all(JSON.stringify(customerIds)))
}
