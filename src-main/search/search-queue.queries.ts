import { sql } from 'kysely'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'

const onConflict = sql`ON CONFLICT (customer_id) DO UPDATE SET is_card_new = max(is_card_new, excluded.is_card_new)`

/** Adds customers to the queue; of those already in it a new card is remembered. */
export function insertQueued(db: WritableDb, customerIds: readonly number[], isCardNew: boolean): void {
  db.run(
    sql`INSERT INTO search_queue (customer_id, is_card_new)
      SELECT value, ${isCardNew ? 1 : 0} FROM json_each(${JSON.stringify(customerIds)}) WHERE true
      ${onConflict}`.compile(sqlBuilder),
  )
}

/** Adds every id of a closed range, whether a customer has it or had it. */
export function insertQueuedRange(db: WritableDb, firstId: number, lastId: number): void {
  db.run(
    sql`INSERT INTO search_queue (customer_id, is_card_new)
      WITH RECURSIVE id (n) AS (SELECT ${firstId} UNION ALL SELECT n + 1 FROM id WHERE n < ${lastId})
      SELECT n, 1 FROM id WHERE true
      ${onConflict}`.compile(sqlBuilder),
  )
}

/** Counts the customers whose index entries are not up to date. */
export function countQueuedRows(db: ReadableDb): number {
  const row = db.get(
    sqlBuilder.selectFrom('search_queue').select(builder => builder.fn.countAll<number>().as('count')),
  )
  return row?.count ?? 0
}
