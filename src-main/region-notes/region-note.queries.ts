import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { RegionAspect } from '#shared/domain/region-note.ts'

/** A region as its rows name it; `city` is '' for a whole province. */
export type StoredPlace = { readonly province: string; readonly city: string }

/** The regions of a customer's addresses; public for the query-plan test. */
export const placesOfCustomerSql = `SELECT DISTINCT province, coalesce(city, '') AS city FROM contact_point
  WHERE customer_id = ? AND kind = 'address' AND province IS NOT NULL ORDER BY position`

/** Lists the regions of a customer's addresses in the order of those. */
export function listPlacesOfCustomer(db: ReadableDb, customerId: number): StoredPlace[] {
  return db.prepareRead<StoredPlace>(placesOfCustomerSql).all(customerId)
}

/** The notes of one region; public for the query-plan test. */
export const notesOfPlace = ({ province, city }: StoredPlace) =>
  sqlBuilder
    .selectFrom('region_note')
    .select(['region_note_id', 'aspect', 'note'])
    .where('province', '=', province)
    .where('city', '=', city)

/** Lists the notes of one region. */
export function listNotes(db: ReadableDb, place: StoredPlace) {
  return db.all(notesOfPlace(place))
}

/** Stores a note; its key. */
export function insertNote(
  db: WritableDb,
  row: StoredPlace & { readonly aspect: RegionAspect; readonly note: string },
): number {
  return db.run(sqlBuilder.insertInto('region_note').values(row)).lastInsertRowid
}

/** Writes another text into a note. */
export function updateNote(db: WritableDb, regionNoteId: number, note: string): void {
  db.run(sqlBuilder.updateTable('region_note').set({ note }).where('region_note_id', '=', regionNoteId))
}

/** Removes a note. */
export function deleteNote(db: WritableDb, regionNoteId: number): void {
  db.run(sqlBuilder.deleteFrom('region_note').where('region_note_id', '=', regionNoteId))
}

/** Lists everybody with an address in a region. Cost: one walk through all contact points, half a second per million. */
export function listCustomersOfPlace(db: ReadableDb, { province, city }: StoredPlace): number[] {
  return db
    .prepareReadArrays<[number]>(
      `SELECT DISTINCT customer_id FROM contact_point
       WHERE kind = 'address' AND province = ? AND (? = '' OR city = ?)`,
    )
    .all(province, city, city)
    .map(([id]) => id)
}
