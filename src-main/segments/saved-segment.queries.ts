import type { Insertable } from 'kysely'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import type { SegmentVersionTable } from './saved-segment.table.ts'

/** A segment with its newest version, without the customers of a frozen list. */
export type StoredSegment = {
  readonly segmentId: number
  readonly name: string
  readonly version: number
  readonly rule: string
  readonly madeAt: string
  readonly frozen: string | null
  readonly memberCount: number
}

/** All segments or one, each with its newest version; public for the query-plan test. */
export const segmentsSql = (condition: 'true' | 'saved_segment_id = ?') => `
SELECT saved_segment_id AS segmentId, name, version, rule, made_at AS madeAt,
  json_remove(frozen, '$.customerIds') AS frozen,
  coalesce(json_array_length(frozen, '$.customerIds'), 0) AS memberCount
FROM saved_segment JOIN segment_version USING (saved_segment_id)
WHERE ${condition} AND version = (SELECT max(version) FROM segment_version AS other
  WHERE other.saved_segment_id = saved_segment.saved_segment_id)
ORDER BY saved_segment_id`

/** Lists all segments, each with its newest version. */
export function listStoredSegments(db: ReadableDb): StoredSegment[] {
  return db.prepareRead<StoredSegment>(segmentsSql('true')).all()
}

/** Finds a segment with its newest version. */
export function findStoredSegment(db: ReadableDb, segmentId: number): StoredSegment | undefined {
  return db.prepareRead<StoredSegment>(segmentsSql('saved_segment_id = ?')).get(segmentId)
}

/**
 * The customers of a frozen list as they are now: those who became one with another are that one. Public for the query-plan
 * test.
 *
 * Shape: `key` null for an erased one.
 */
export const frozenMembersSql = `
SELECT coalesce(into_file.customer_id, file.customer_id) AS key,
  iif(file.merged_into_id IS NULL, file.deleted_at, into_file.deleted_at) IS NOT NULL AS isInBin
FROM saved_segment CROSS JOIN json_each(frozen, '$.customerIds') AS member
LEFT JOIN customer AS file ON file.customer_id = member.value
LEFT JOIN customer AS into_file ON into_file.customer_id = (
  WITH RECURSIVE survivor (id, next) AS (
    SELECT file.merged_into_id, (SELECT merged_into_id FROM customer WHERE customer_id = file.merged_into_id)
    UNION ALL
    SELECT next, (SELECT merged_into_id FROM customer WHERE customer_id = next) FROM survivor WHERE next IS NOT NULL)
  SELECT id FROM survivor WHERE next IS NULL)
WHERE saved_segment_id = ?`

/** Reads the customers of a frozen list as they are now. */
export function listFrozenMembers(
  db: ReadableDb,
  segmentId: number,
): { readonly key: number | null; readonly isInBin: 0 | 1 }[] {
  return db.prepareRead<{ key: number | null; isInBin: 0 | 1 }>(frozenMembersSql).all(segmentId)
}

/** Lists the names that are taken, with their segments. */
export function listSegmentNames(db: ReadableDb) {
  return db.all(sqlBuilder.selectFrom('saved_segment').select(['saved_segment_id', 'name']))
}

/** Stores a segment; its key. */
export function insertSegment(db: WritableDb, name: string, frozen: string | null): number {
  return db.run(sqlBuilder.insertInto('saved_segment').values({ name, frozen })).lastInsertRowid
}

/** Stores a version of a rule; its key. */
export function insertVersion(
  db: WritableDb,
  version: Omit<Insertable<SegmentVersionTable>, 'segment_version_id'>,
): number {
  return db.run(sqlBuilder.insertInto('segment_version').values(version)).lastInsertRowid
}

/** Gives a segment another name. */
export function updateSegmentName(db: WritableDb, segmentId: number, name: string): void {
  db.run(sqlBuilder.updateTable('saved_segment').set({ name }).where('saved_segment_id', '=', segmentId))
}

/** Lists the keys of all versions of a segment. */
export function listVersionIds(db: ReadableDb, segmentId: number): number[] {
  const ids = sqlBuilder
    .selectFrom('segment_version')
    .select('segment_version_id')
    .where('saved_segment_id', '=', segmentId)
  return db.all(ids).map(row => row.segment_version_id)
}

/** Removes a segment with all its versions. */
export function deleteSegment(db: WritableDb, segmentId: number): void {
  db.run(sqlBuilder.deleteFrom('segment_version').where('saved_segment_id', '=', segmentId))
  db.run(sqlBuilder.deleteFrom('saved_segment').where('saved_segment_id', '=', segmentId))
}
