import type { WritableDb } from '#main/database/db.ts'
import { loadDocuments, loadProductIds } from './search-document.queries.ts'
import { indexTokens } from './search-document.ts'
import { deleteEntries, mergeWholeIndex, replaceEntries, takeQueued } from './search-index.queries.ts'
import { countQueuedRows } from './search-queue.queries.ts'

/**
 * Brings the index up to date for the first queued customers, in a transaction of its own, and tells how many are
 * still queued. Entries of customers who are gone or in the bin are removed.
 *
 * Cost: 100 to 150 µs a customer; slices of 500 to 1,000 keep the writer responsive.
 */
export function indexQueuedCustomers(db: WritableDb, limit: number): number {
  return db.transaction(() => {
    const taken = takeQueued(db, limit)
    if (taken.length === 0) return 0
    const products = loadProductIds(db, taken)
    const entries = loadDocuments(db, taken).map(document => ({
      customerId: document.customerId,
      ...indexTokens(document, products.get(document.customerId) ?? []),
    }))
    const living = new Set(entries.map(entry => entry.customerId))
    deleteEntries(
      db,
      taken.filter(customerId => !living.has(customerId)),
    )
    replaceEntries(db, entries)
    return countQueuedRows(db)
  })
}

/**
 * Merges the whole index: after a large import for speed, and before an erasure counts as done, because removed
 * tokens stay in the file until then.
 *
 * Cost: about 10 µs a customer of the archive, in one go.
 */
export function optimizeSearchIndex(db: WritableDb): void {
  db.transaction(() => mergeWholeIndex(db))
}
