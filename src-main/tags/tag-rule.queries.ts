import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { mostTags } from '#shared/domain/customer.ts'

/** The statements of rules of tags; public for the query-plan test. */
export const tagRuleSql = {
  rules: 'SELECT tag_id, rule, expires_on FROM tag WHERE rule IS NOT NULL ORDER BY tag_id',
  keys: 'SELECT tag_id FROM tag',
  liveLinks: `
    SELECT customer_tag_id, customer_tag.customer_id, by_rule
    FROM customer_tag INDEXED BY customer_tag_tag_id CROSS JOIN customer USING (customer_id)
    WHERE tag_id = ? AND deleted_at IS NULL`,
  byRule: 'SELECT customer_tag_id FROM customer_tag WHERE by_rule = 1 AND tag_id = ?',
  leftOver: `
    SELECT DISTINCT tag_id FROM customer_tag INDEXED BY customer_tag_by_rule CROSS JOIN tag USING (tag_id)
    WHERE by_rule = 1 AND rule IS NULL`,
  anyWork: `
    SELECT EXISTS (SELECT 1 FROM tag WHERE rule IS NOT NULL)
      OR EXISTS (SELECT 1 FROM customer_tag INDEXED BY customer_tag_by_rule WHERE by_rule = 1) AS isThere`,
  findByRule: 'SELECT customer_id FROM customer_tag WHERE customer_tag_id = ? AND tag_id = ? AND by_rule = 1',
} as const

/** A tag with a rule, as it is stored. */
export type StoredRule = {
  readonly tag_id: number
  readonly rule: string
  readonly expires_on: CalendarDate | null
}

/** Lists the tags with a rule. */
export function listStoredRules(db: ReadableDb): StoredRule[] {
  return db.prepareRead<StoredRule>(tagRuleSql.rules).all()
}

/** Lists the keys of all tags. */
export function listTagKeys(db: ReadableDb): number[] {
  return keysOf(db.prepareRead<{ tag_id: number }>(tagRuleSql.keys).all())
}

/** Lists who has a tag, outside the bin. */
export function listLiveLinks(db: ReadableDb, tagId: number) {
  return db
    .prepareRead<{ customer_tag_id: number; customer_id: number; by_rule: number }>(tagRuleSql.liveLinks)
    .all(tagId)
}

/** Lists the links of a tag that its rule made. */
export function listLinksByRule(db: ReadableDb, tagId: number): number[] {
  return db
    .prepareRead<{ customer_tag_id: number }>(tagRuleSql.byRule)
    .all(tagId)
    .map(row => row.customer_tag_id)
}

/** Lists the tags that customers have by a rule that is no more: its making was taken back. */
export function listTagsLeftOver(db: ReadableDb): number[] {
  return keysOf(db.prepareRead<{ tag_id: number }>(tagRuleSql.leftOver).all())
}

/** Tells whether there is a rule, or something that one left. */
export function hasRules(db: ReadableDb): boolean {
  return db.prepareRead<{ isThere: number }>(tagRuleSql.anyWork).get()?.isThere === 1
}

/** Writes the rule of a tag. */
export function updateRule(db: WritableDb, tagId: number, rule: string | null): void {
  db.prepare('UPDATE tag SET rule = ? WHERE tag_id = ?').run(rule, tagId)
}

/** Makes the statements by which a rule puts its tag on and takes it off, or leaves it to the hand. */
export function prepareRuleWrites(db: WritableDb) {
  const put = db.prepare(
    `INSERT INTO customer_tag (customer_id, tag_id, by_rule) SELECT customer_id, ?, 1 FROM customer
     WHERE customer_id = ? AND deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM customer_tag AS own WHERE own.customer_id = customer.customer_id AND own.tag_id = ?)
       AND (SELECT count(*) FROM customer_tag AS own WHERE own.customer_id = customer.customer_id) < ${mostTags}`,
  )
  const find = db.prepareRead<{ customer_id: number }>(tagRuleSql.findByRule)
  const keep = db.prepare('UPDATE customer_tag SET by_rule = 0 WHERE customer_tag_id = ?')
  return {
    /** The key of the link. Empty: null where the customer has gone, has the tag, or has as many as a card holds. */
    put: (customerId: number, tagId: number): number | null => {
      const { changes, lastInsertRowid } = put.run(tagId, customerId, tagId)
      return changes > 0 ? lastInsertRowid : null
    },
    /** Whose link it is. Empty: undefined when it has gone or is by hand. */
    findByRule: (customerTagId: number, tagId: number) => find.get(customerTagId, tagId)?.customer_id,
    keep: (customerTagId: number) => void keep.run(customerTagId),
  }
}

const keysOf = (rows: readonly { tag_id: number }[]) => rows.map(row => row.tag_id)
