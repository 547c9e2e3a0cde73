import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { listRevisions, updateRevision } from './revision.queries.ts'

/** A part of the data whose writes make results of analyses old. */
export type RevisionTopic = 'customers' | 'orders' | 'rules'

/** Raises the revision of a topic; called in the transaction that wrote it. */
export function raiseRevision(db: WritableDb, topic: RevisionTopic): void {
  updateRevision(db, topic)
}

/**
 * Says from which data a result was computed, as one comparable text.
 *
 * Example: an archive after two writes to customers and one to orders -> "customers:2 orders:1 rules:0"
 */
export function getRevision(db: ReadableDb): string {
  return listRevisions(db)
    .map(row => `${row.topic}:${row.revision}`)
    .join(' ')
}
