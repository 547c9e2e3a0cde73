import { neededFilesSql } from '#main/database/content-facts.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { StoredFileTable } from './attachment.table.ts'

/** A content as it is stored. */
export type StoredFile = NonNullable<ReturnType<typeof findStoredFile>>

/** The file behind a content's name; public for the query-plan test. */
export const storedFileByName = (contentName: string) =>
  sqlBuilder.selectFrom('stored_file').selectAll().where('content_name', '=', contentName)

/** Finds a content by its name. Empty: undefined. */
export function findStoredFile(db: ReadableDb, contentName: string) {
  return db.get(storedFileByName(contentName))
}

/** Tells whether there is a table of contents at all: what an older program exported has none. */
export function hasStoredFileTable(db: ReadableDb): boolean {
  return db.prepareRead("SELECT 1 FROM sqlite_schema WHERE name = 'stored_file'").get() !== undefined
}

/** Lists all contents. */
export function listStoredFiles(db: ReadableDb) {
  return db.all(sqlBuilder.selectFrom('stored_file').selectAll().orderBy('stored_file_id'))
}

/** Stores what is known of a content; its key. */
export function insertStoredFile(
  db: WritableDb,
  file: Omit<StoredFileTable, 'stored_file_id' | 'thumbnail_name'>,
): number {
  return db.run(sqlBuilder.insertInto('stored_file').values({ ...file, thumbnail_name: null }))
    .lastInsertRowid
}

/** Names the thumbnail of a content. */
export function updateThumbnail(db: WritableDb, storedFileId: number, thumbnailName: string): void {
  db.run(
    sqlBuilder
      .updateTable('stored_file')
      .set({ thumbnail_name: thumbnailName })
      .where('stored_file_id', '=', storedFileId),
  )
}

/** The statement behind `listUnusedFiles`; public for the query-plan test. */
export const unusedFilesSql = `
  WITH logged (stored_file_id) AS (
    SELECT json_extract(coalesce(after, before), '$.stored_file_id') FROM change
    WHERE table_name = 'attachment' AND column_name = '*'
  ), pictured (content_name) AS (
    SELECT substr(value, 1, 64) FROM field_definition CROSS JOIN field_value USING (field_id) WHERE value_kind = 'image'
    UNION SELECT substr(iif(column_name = '*', json_extract(coalesce(after, before), '$.value'), before), 1, 64)
      FROM change WHERE table_name = 'field_value'
    UNION SELECT substr(after, 1, 64) FROM change WHERE table_name = 'field_value' AND column_name = 'value'
    UNION SELECT substr(picture, 1, 64) FROM order_line INDEXED BY order_line_picture WHERE picture IS NOT NULL
    UNION SELECT substr(iif(column_name = '*', json_extract(coalesce(after, before), '$.picture'), before), 1, 64)
      FROM change WHERE table_name = 'order_line' AND column_name IN ('*', 'picture')
    UNION SELECT substr(after, 1, 64) FROM change WHERE table_name = 'order_line' AND column_name = 'picture'
  )
  SELECT stored_file_id, content_name FROM stored_file
  WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.stored_file_id = stored_file.stored_file_id)
    AND stored_file_id NOT IN (SELECT stored_file_id FROM logged WHERE stored_file_id IS NOT NULL)
    AND content_name NOT IN (SELECT content_name FROM pictured WHERE content_name IS NOT NULL)`

/** Lists the contents that nothing refers to and that no line of the change log can bring back. */
export function listUnusedFiles(db: ReadableDb) {
  return db.prepareRead<{ stored_file_id: number; content_name: string }>(unusedFilesSql).all()
}

/** Forgets contents. */
export function deleteStoredFiles(db: WritableDb, storedFileIds: readonly number[]): void {
  db.prepare('DELETE FROM stored_file WHERE stored_file_id IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(storedFileIds),
  )
}

/** Lists the names of all files that the archive needs in attachments/, thumbnails too. */
export function listNeededNames(db: ReadableDb): string[] {
  return db
    .prepareRead<{ name: string }>(neededFilesSql)
    .all()
    .map(({ name }) => name)
}
