import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

/** The statement behind `listConfirmed`; public for the query-plan test. */
export const confirmedSql = `
  SELECT customer_id AS customerId, confirmed_on AS confirmedOn
  FROM json_each(?) AS wanted CROSS JOIN customer ON customer_id = wanted.value
  WHERE deleted_at IS NULL`

/** Reads when customers outside the bin were confirmed last. */
export function listConfirmed(db: ReadableDb, customerIds: readonly number[]) {
  return db
    .prepareRead<{ customerId: number; confirmedOn: CalendarDate | null }>(confirmedSql)
    .all(JSON.stringify(customerIds))
}

/** Writes that customers were confirmed on a day. */
export function updateConfirmed(db: WritableDb, customerIds: readonly number[], day: CalendarDate): void {
  db.prepare(
    'UPDATE customer SET confirmed_on = ? WHERE customer_id IN (SELECT value FROM json_each(?))',
  ).run(day, JSON.stringify(customerIds))
}
