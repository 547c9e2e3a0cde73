import type { Insertable } from 'kysely'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { FieldSourceTable } from './quality.table.ts'

/** What is stated of a value, without whose it is. */
export type StatedColumns = Omit<Insertable<FieldSourceTable>, 'field_source_id' | 'customer_id' | 'subject'>

/** Finds what is stated of a value. */
export function findFieldSource(db: ReadableDb, customerId: number, subject: string) {
  return db.get(
    sqlBuilder
      .selectFrom('field_source')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('subject', '=', subject),
  )
}

/** The statement behind `listFieldSources`; public for the query-plan test. */
export const fieldSourcesSql = `
  SELECT field_source.* FROM (
    SELECT ? AS id UNION ALL SELECT customer_id FROM customer WHERE merged_into_id = ?) AS file
  CROSS JOIN field_source ON field_source.customer_id = file.id
  ORDER BY file.id = ? DESC, field_source_id`

/** Lists what is stated of the values of a customer, then of those of the files that were merged into it. */
export function listFieldSources(db: ReadableDb, customerId: number) {
  return db
    .prepareRead<StatedColumns & { readonly subject: string }>(fieldSourcesSql)
    .all(customerId, customerId, customerId)
}

/** Stores what is stated of a value; its key. */
export function insertFieldSource(
  db: WritableDb,
  customerId: number,
  subject: string,
  columns: StatedColumns,
): number {
  const row = { customer_id: customerId, subject, ...columns }
  return db.run(sqlBuilder.insertInto('field_source').values(row)).lastInsertRowid
}

/** Changes what is stated of a value. */
export function updateFieldSource(db: WritableDb, fieldSourceId: number, columns: StatedColumns): void {
  db.run(sqlBuilder.updateTable('field_source').set(columns).where('field_source_id', '=', fieldSourceId))
}

/** Removes what is stated of a value. */
export function deleteFieldSource(db: WritableDb, fieldSourceId: number): void {
  db.run(sqlBuilder.deleteFrom('field_source').where('field_source_id', '=', fieldSourceId))
}
