import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Tag, TagDraft } from '#shared/domain/tag.ts'

/** The statements of the tags room; public for the query-plan test. */
export const tagSql = {
  list: 'SELECT tag_id AS tagId, name, color, expires_on AS expiresOn FROM tag ORDER BY name',
  links: `
    SELECT customer_tag_id, customer_id, by_rule FROM customer_tag INDEXED BY customer_tag_tag_id
    WHERE tag_id = ? ORDER BY customer_id`,
  expired: `
    SELECT tag_id FROM tag WHERE expires_on < ?
      AND EXISTS (SELECT 1 FROM customer_tag WHERE customer_tag.tag_id = tag.tag_id)`,
} as const

/** Lists all tags by name. */
export function listTags(db: ReadableDb): Tag[] {
  return db.prepareRead<Tag>(tagSql.list).all()
}

/** Finds a tag as it is stored. Empty: undefined. */
export function findTag(db: ReadableDb, tagId: number) {
  return db.get(sqlBuilder.selectFrom('tag').selectAll().where('tag_id', '=', tagId))
}

/** Finds a tag by its name. Empty: undefined. */
export function findTagByName(db: ReadableDb, name: string) {
  return db.get(sqlBuilder.selectFrom('tag').select('tag_id').where('name', '=', name))
}

/** One customer who has a tag. `by_rule` 1: its rule put it on. */
type Link = { readonly customer_tag_id: number; readonly customer_id: number; readonly by_rule: number }

/** Lists who has a tag, with the key of the link. */
export function listLinks(db: ReadableDb, tagId: number) {
  return db.prepareRead<Link>(tagSql.links).all(tagId)
}

/** Lists the tags whose last day is past and that customers still have. */
export function listExpiredTags(db: ReadableDb, today: CalendarDate): number[] {
  return db
    .prepareRead<{ tag_id: number }>(tagSql.expired)
    .all(today)
    .map(row => row.tag_id)
}

const columnsOf = ({ name, color, expiresOn }: TagDraft) => ({ name, color, expires_on: expiresOn })

/** Stores a tag; its key. */
export function insertTagOf(db: WritableDb, draft: TagDraft): number {
  return db.run(sqlBuilder.insertInto('tag').values(columnsOf(draft))).lastInsertRowid
}

/** Writes what a tag is called, its colour and its last day. */
export function updateTag(db: WritableDb, tagId: number, draft: TagDraft): void {
  db.run(sqlBuilder.updateTable('tag').set(columnsOf(draft)).where('tag_id', '=', tagId))
}

/** Makes the statements that move a link to another tag, or remove it. */
export function prepareLinkWrites(db: WritableDb) {
  const move = db.prepare('UPDATE customer_tag SET tag_id = ?, by_rule = ? WHERE customer_tag_id = ?')
  const remove = db.prepare('DELETE FROM customer_tag WHERE customer_tag_id = ?')
  return {
    move: (customerTagId: number, tagId: number, byRule: number) =>
      void move.run(tagId, byRule, customerTagId),
    remove: (customerTagId: number) => void remove.run(customerTagId),
  }
}

/** Removes a tag that no customer has. */
export function deleteTag(db: WritableDb, tagId: number): void {
  db.run(sqlBuilder.deleteFrom('tag').where('tag_id', '=', tagId))
}
