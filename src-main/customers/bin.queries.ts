import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { BinRow } from '#shared/domain/customer-bin.ts'

/** A file that was merged into another one is not in the bin: it comes back by a split. */
const inBin = 'deleted_at IS NOT NULL AND merged_into_id IS NULL'

/** The statements of the bin; public for the query-plan test. */
export const binSql = {
  count: `SELECT count(*) AS count FROM customer WHERE ${inBin}`,
  ids: `
    SELECT json_group_array(customer_id) AS ids FROM (
      SELECT customer_id FROM customer WHERE ${inBin} ORDER BY deleted_at DESC, customer_id DESC)`,
  rows: `
    SELECT customer.customer_id AS customerId, archive_number AS archiveNumber, kind, name, deleted_at AS deletedAt,
      (SELECT value FROM contact_point AS point WHERE point.customer_id = customer.customer_id AND point.kind = 'phone'
        ORDER BY position LIMIT 1) AS phone, coalesce(order_count, 0) AS orderCount, last_on AS lastOn
    FROM json_each(?) AS wanted CROSS JOIN customer ON customer.customer_id = wanted.value
    LEFT JOIN customer_total ON customer_total.customer_id = customer.customer_id
    WHERE ${inBin} ORDER BY wanted.key`,
  outside: `
    SELECT customer_id AS id FROM json_each(?) AS wanted CROSS JOIN customer ON customer_id = wanted.value
    WHERE deleted_at IS NULL ORDER BY wanted.key`,
} as const

/** Counts the customers in the bin. */
export function countBin(db: ReadableDb): number {
  return db.prepareRead<{ count: number }>(binSql.count).get()?.count ?? 0
}

/** Lists the customers in the bin, those deleted last first. */
export function listBinIds(db: ReadableDb): number[] {
  const row = db.prepareRead<{ ids: string }>(binSql.ids).get()
  return row ? (JSON.parse(row.ids) as number[]) : []
}

/** Reads rows of the bin, in the order of the ids; who is not in the bin any more is missing. */
export function listBinRows(db: ReadableDb, customerIds: readonly number[]): BinRow[] {
  return db.prepareRead<BinRow>(binSql.rows).all(JSON.stringify(customerIds))
}

/** Lists those of some customers who are not in the bin. */
export function listOutsideBin(db: ReadableDb, customerIds: readonly number[]): number[] {
  return db
    .prepareRead<{ id: number }>(binSql.outside)
    .all(JSON.stringify(customerIds))
    .map(({ id }) => id)
}

/** Puts customers into the bin. */
export function updateDeleted(db: WritableDb, customerIds: readonly number[], now: string): void {
  db.prepare('UPDATE customer SET deleted_at = ? WHERE customer_id IN (SELECT value FROM json_each(?))').run(
    now,
    JSON.stringify(customerIds),
  )
}

/** Takes customers out of the bin. */
export function updateRestored(db: WritableDb, customerIds: readonly number[]): void {
  db.prepare(
    'UPDATE customer SET deleted_at = NULL WHERE customer_id IN (SELECT value FROM json_each(?))',
  ).run(JSON.stringify(customerIds))
}

/** Lists the customers who were deleted before an instant. */
export function listBinIdsBefore(db: ReadableDb, deletedBefore: string): number[] {
  return db
    .prepareRead<{ id: number }>(
      `SELECT customer_id AS id FROM customer WHERE ${inBin} AND deleted_at < ? ORDER BY deleted_at, customer_id`,
    )
    .all(deletedBefore)
    .map(row => row.id)
}
