import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { countQueuedRows, insertQueued, insertQueuedRange } from './search-queue.queries.ts'

/**
 * Notes that customers have to be indexed again: after they were created, changed, deleted, or their tags, contact
 * points, identities or the products they bought changed. Call it in the transaction of the change.
 *
 * Empty: nothing happens.
 */
export function queueForIndexing(db: WritableDb, customerIds: Iterable<number>): void {
  insertQueued(db, [...customerIds], true)
}

/**
 * Notes the same where nothing but the products they bought changed: that is cheaper, as name, phones and archive
 * number stay as they are indexed.
 *
 * Empty: nothing happens.
 */
export function queuePurchasesForIndexing(db: WritableDb, customerIds: Iterable<number>): void {
  insertQueued(db, [...customerIds], false)
}

/**
 * Notes the same for a range of ids, both included: the customers that an import created, or that its undo deleted.
 *
 * Shape: ids nobody has are allowed; their index entries are removed.
 * Empty: a last id below the first does nothing.
 */
export function queueRangeForIndexing(db: WritableDb, firstId: number, lastId: number): void {
  if (lastId >= firstId) insertQueuedRange(db, firstId, lastId)
}

/**
 * Counts the customers that wait for the index. Above 2,000 a search is better answered on the reader thread.
 *
 * Cost: reads the queue, 1 ms per 200,000.
 */
export function countQueued(db: ReadableDb): number {
  return countQueuedRows(db)
}
