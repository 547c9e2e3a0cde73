import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { FileEntryTable } from './entry.table.ts'

/** The columns that say what a line says. */
export type EntryColumns = Pick<FileEntryTable, 'kind' | 'happened_on' | 'content'>

/** The lines of one customer; public for the query-plan test. */
export const entriesOfCustomer = (customerId: number) =>
  sqlBuilder
    .selectFrom('file_entry')
    .select(['file_entry_id', 'kind', 'happened_on', 'content'])
    .where('customer_id', '=', customerId)
    .orderBy('happened_on', 'desc')
    .orderBy('file_entry_id', 'desc')

/** Lists the lines of a customer's file, the newest day first. */
export function listEntries(db: ReadableDb, customerId: number) {
  return db.all(entriesOfCustomer(customerId))
}

/** Finds a line. Empty: undefined. */
export function findEntry(db: ReadableDb, entryId: number) {
  return db.get(sqlBuilder.selectFrom('file_entry').selectAll().where('file_entry_id', '=', entryId))
}

/** Stores a line; its key. */
export function insertEntry(
  db: WritableDb,
  entry: EntryColumns & Pick<FileEntryTable, 'customer_id' | 'created_at'>,
): number {
  return db.run(sqlBuilder.insertInto('file_entry').values(entry)).lastInsertRowid
}

/** Writes what a line says. */
export function updateEntry(db: WritableDb, entryId: number, columns: EntryColumns): void {
  db.run(sqlBuilder.updateTable('file_entry').set(columns).where('file_entry_id', '=', entryId))
}

/** Removes a line. */
export function deleteEntry(db: WritableDb, entryId: number): void {
  db.run(sqlBuilder.deleteFrom('file_entry').where('file_entry_id', '=', entryId))
}

/** Who has notes of service until a day, and how many; public for the query-plan test. */
export const noteCountsSql = `SELECT customer_id, count(*) FROM file_entry WHERE kind = 'service' AND happened_on <= ?
GROUP BY customer_id`

/** Counts the notes of service of every customer until a day. */
export function listNoteCounts(db: ReadableDb, asOf: string) {
  return db.prepareReadArrays<readonly [customerId: number, count: number]>(noteCountsSql).all(asOf)
}
