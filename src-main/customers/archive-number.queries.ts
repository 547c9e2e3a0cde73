import type { WritableDb } from '#main/database/db.ts'

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
