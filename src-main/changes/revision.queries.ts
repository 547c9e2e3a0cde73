import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'

/** Adds one to the revision of a topic. */
export function updateRevision(db: WritableDb, topic: 'customers' | 'orders' | 'rules'): void {
  db.run(
    sqlBuilder
      .updateTable('topic_revision')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
      .where('topic', '=', topic),
  )
}

/** Lists the revisions of all topics by name. */
export function listRevisions(db: ReadableDb) {
  return db.all(sqlBuilder.selectFrom('topic_revision').select(['topic', 'revision']).orderBy('topic'))
}
