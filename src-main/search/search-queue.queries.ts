import { sql } from 'kysely'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'

/** Adds customers to the queue; those already in it stay. */
export function insertQueued(db: WritableDb, customerIds: readonly number[]): void {
  db.run(
    sql`INSERT OR IGNORE INTO search_queue SELECT value FROM json_each(${JSON.stringify(customerIds)})`.compile(
      sqlBuilder,
    ),
  )
}

/** Adds every id of a closed range, whether a customer has it or had it. */
export function insertQueuedRange(db: WritableDb, firstId: number, lastId: number): void {
  db.run(
    sql`INSERT OR IGNORE INTO search_queue
      WITH RECURSIVE id (n) AS (SELECT ${firstId} UNION ALL SELECT n + 1 FROM id WHERE n < ${lastId})
      SELECT n FROM id`.compile(sqlBuilder),
  )
}

/** Counts the customers whose index entries are not up to date. */
export function countQueuedRows(db: ReadableDb): number {
  const row = db.get(
    sqlBuilder.selectFrom('search_queue').select(builder => builder.fn.countAll<number>().as('count')),
  )
  return row?.count ?? 0
}
