import { createHash } from 'node:crypto'
import type { ArchiveCounts } from '#shared/domain/archive.ts'
import type { Connection } from './db.ts'
import { readSchemaVersion } from './migrate.ts'

/** What a copy must have in common with its source. */
export type ContentFacts = {
  readonly schemaVersion: number
  readonly counts: ArchiveCounts
  /** Changes with every command; equal marks mean equal content. */
  readonly contentMark: string
}

/**
 * Counts what an archive holds and marks its state.
 *
 * Cost: three counts, over an index each.
 */
export function readContentFacts(connection: Connection): ContentFacts {
  return connection.transaction(() => ({
    schemaVersion: readSchemaVersion(connection),
    counts: readCounts(connection),
    contentMark: readContentMark(connection),
  }))()
}

/**
 * Marks the state of an archive by its newest change, audit event, revisions and settings.
 *
 * Shape: 64 hex digits. Cost: reads a few index entries only.
 */
export function readContentMark(connection: Connection): string {
  const parts = [
    'SELECT coalesce(max(change_set_id), 0) FROM change_set',
    'SELECT coalesce(max(audit_event_id), 0) FROM audit_event',
    'SELECT topic, revision FROM topic_revision ORDER BY topic',
    'SELECT key, value FROM setting ORDER BY key',
  ]
  const rows = parts.map(sql => connection.prepare(sql).raw().all())
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
}

/** The names of all files that an archive needs in attachments/, thumbnails too. */
export const neededFilesSql = `
  SELECT content_name AS name FROM stored_file
  UNION SELECT thumbnail_name FROM stored_file WHERE thumbnail_name IS NOT NULL`

/** Lists the files that an archive needs in attachments/, by name. Empty: none for one of before there were any. */
export function readNeededFiles(connection: Connection): string[] {
  const hasTable = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'stored_file'").get()
  return hasTable ? (connection.prepare(neededFilesSql).pluck().all() as string[]) : []
}

function readCounts(connection: Connection): ArchiveCounts {
  return connection
    .prepare(
      `SELECT
         (SELECT count(*) FROM customer WHERE deleted_at IS NULL) AS customers,
         (SELECT count(*) FROM sales_order WHERE deleted_at IS NULL) AS orders,
         (SELECT count(*) FROM order_line) AS orderLines`,
    )
    .get() as ArchiveCounts
}
