import type { Insertable, Updateable } from 'kysely'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { ImportPresetTable, ImportProfileTable } from './import-profile.table.ts'

/** Lists what is remembered, the newest first, with the state of the import that it was remembered from. */
export const profilesSql = `
SELECT import_profile.*, import_batch.state
FROM import_profile LEFT JOIN import_batch USING (import_batch_id)
ORDER BY saved_at DESC LIMIT ?`

type ProfileRow = { import_profile_id: number } & Omit<ImportProfileTable, 'import_profile_id'> & {
    state: 'committed' | 'undone' | null
  }

/** Lists what is remembered, the newest first. */
export function listProfileRows(db: ReadableDb, limit: number): readonly ProfileRow[] {
  return db.prepareRead<ProfileRow>(profilesSql).all(limit)
}

/** Stores what a source's files look like. */
export function insertProfile(db: WritableDb, row: Insertable<ImportProfileTable>): void {
  db.run(sqlBuilder.insertInto('import_profile').values(row))
}

/** Changes what is remembered of a source. */
export function updateProfile(
  db: WritableDb,
  importProfileId: number,
  row: Updateable<ImportProfileTable>,
): void {
  db.run(sqlBuilder.updateTable('import_profile').set(row).where('import_profile_id', '=', importProfileId))
}

/** Forgets a source. */
export function deleteProfile(db: WritableDb, importProfileId: number): void {
  db.run(sqlBuilder.deleteFrom('import_profile').where('import_profile_id', '=', importProfileId))
}

/** Tells how often what is remembered, or a preset, was changed. */
export function getMemoryRevision(db: ReadableDb): number {
  const counter = sqlBuilder.selectFrom('counter').select('value').where('name', '=', 'import-memory')
  return db.get(counter)?.value ?? 0
}

/** Counts a change of what is remembered. */
export function raiseMemoryRevision(db: WritableDb): void {
  db.run(
    sqlBuilder
      .updateTable('counter')
      .set(({ eb }) => ({ value: eb('value', '+', 1) }))
      .where('name', '=', 'import-memory'),
  )
}

/** Lists the operator's own presets, the newest first. */
export function listPresetRows(db: ReadableDb) {
  return db.all(sqlBuilder.selectFrom('import_preset').selectAll().orderBy('import_preset_id', 'desc'))
}

/** Stores a preset and answers its id. */
export function insertPreset(db: WritableDb, row: Insertable<ImportPresetTable>): number {
  return db.run(sqlBuilder.insertInto('import_preset').values(row)).lastInsertRowid
}

/** Changes a preset. Shape: answers how many there were of that id. */
export function updatePreset(
  db: WritableDb,
  importPresetId: number,
  row: Updateable<ImportPresetTable>,
): number {
  return db.run(
    sqlBuilder.updateTable('import_preset').set(row).where('import_preset_id', '=', importPresetId),
  ).changes
}

/** Deletes a preset. Shape: answers how many there were of that id. */
export function deletePreset(db: WritableDb, importPresetId: number): number {
  return db.run(sqlBuilder.deleteFrom('import_preset').where('import_preset_id', '=', importPresetId)).changes
}
