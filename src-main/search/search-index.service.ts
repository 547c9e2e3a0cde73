import type { WritableDb } from '#main/database/db.ts'
import { loadDocuments, loadProductIds } from './search-document.queries.ts'
import { indexTokens } from './search-document.ts'
import {
  deleteEntries,
  mergeSomePages,
  mergeWholeIndex,
  replaceEntries,
  takeQueued,
} from './search-index.queries.ts'
import { countQueuedRows } from './search-queue.queries.ts'

/**
 * Brings the index up to date for the first queued customers, in a transaction of its own, and tells how many are
 * still queued. Entries of customers who are gone or in the bin are removed.
 *
 * Cost: 100 to 150 µs a customer; slices of 1,000 keep the writer responsive and cost a sixth less than those of 500.
 */
export function indexQueuedCustomers(db: WritableDb, limit: number): number {
  return db.transaction(() => {
    const queued = takeQueued(db, limit)
    if (queued.length === 0) return 0
    const taken = queued.map(({ customerId }) => customerId)
    const newCards = new Set(queued.filter(one => one.isCardNew).map(one => one.customerId))
    const products = loadProductIds(db, taken)
    const entries = loadDocuments(db, taken).map(document => {
      const { customerId } = document
      const { key, all } = indexTokens(document, products.get(customerId) ?? [])
      return { customerId, key: newCards.has(customerId) ? key : null, all }
    })
    const living = new Set(entries.map(entry => entry.customerId))
    deleteEntries(
      db,
      taken.filter(customerId => !living.has(customerId)),
    )
    replaceEntries(db, entries)
    return countQueuedRows(db)
  })
}

const mergePages = 64

/**
 * Merges the pieces that indexing leaves behind for one slice of time, and tells whether more is to do. After many
 * customers were indexed it makes searches for several words or pinyin some times faster.
 *
 * Cost: about 40 ms; to its end about 15 µs for each customer of the archive, so it is not worth it after single edits.
 */
export function mergeSearchIndex(db: WritableDb): boolean {
  return db.transaction(() => mergeSomePages(db, mergePages))
}

/**
 * Merges the whole index, before an erasure counts as done: removed tokens stay in the file until then.
 *
 * Cost: about 15 µs for each customer of the archive, in one go.
 */
export function optimizeSearchIndex(db: WritableDb): void {
  db.transaction(() => mergeWholeIndex(db))
}
