import type { WritableDb, WriteStatement } from '#main/database/db.ts'

/** The tokens of one customer for both indexes, as UTF-8; `key` null where that entry stays. */
export type IndexEntry = {
  readonly customerId: number
  readonly key: Uint8Array | null
  readonly all: Uint8Array
}

/** A customer out of the queue. `isCardNew` false: the entry of the key fields is up to date. */
export type QueuedCustomer = { readonly customerId: number; readonly isCardNew: boolean }

type Writes = {
  readonly takeQueued: WriteStatement<{ customer_id: number; is_card_new: number }>
  readonly replaceKey: WriteStatement<unknown>
  readonly replaceAll: WriteStatement<unknown>
  readonly deleteKey: WriteStatement<unknown>
  readonly deleteAll: WriteStatement<unknown>
  readonly mergeKey: WriteStatement<unknown>
  readonly mergeAll: WriteStatement<unknown>
  readonly totalChanges: WriteStatement<{ count: number }>
}

const statements = new WeakMap<WritableDb, Writes>()

/** Takes the customers with the lowest ids out of the queue, and lists them by ascending id. */
export function takeQueued(db: WritableDb, limit: number): QueuedCustomer[] {
  return writesOf(db)
    .takeQueued.all(limit)
    .map(row => ({ customerId: row.customer_id, isCardNew: row.is_card_new === 1 }))
    .sort((one, other) => one.customerId - other.customerId)
}

/** Writes entries, in place of older ones. Ascending ids are written fastest. */
export function replaceEntries(db: WritableDb, entries: readonly IndexEntry[]): void {
  const { replaceKey, replaceAll } = writesOf(db)
  for (const { customerId, key } of entries) if (key) replaceKey.run(customerId, key)
  for (const { customerId, all } of entries) replaceAll.run(customerId, all)
}

/** Removes entries; ids without one are passed over. */
export function deleteEntries(db: WritableDb, customerIds: readonly number[]): void {
  const { deleteKey, deleteAll } = writesOf(db)
  for (const customerId of customerIds) {
    deleteKey.run(customerId)
    deleteAll.run(customerId)
  }
}

/**
 * Merges segments of both indexes for some pages, and tells whether there was anything to merge.
 *
 * Units: pages of 4 KiB that are written.
 */
export function mergeSomePages(db: WritableDb, pages: number): boolean {
  const { totalChanges, mergeKey, mergeAll } = writesOf(db)
  const countChanges = (merge: WriteStatement<unknown>) => {
    const before = totalChanges.get()?.count ?? 0
    merge.run(pages)
    return (totalChanges.get()?.count ?? 0) - before
  }
  // The command itself counts as one change.
  return [mergeKey, mergeAll].map(countChanges).some(changes => changes > 1)
}

/** Merges both indexes to one segment each, so that nothing of removed entries is left in the file. */
export function mergeWholeIndex(db: WritableDb): void {
  db.prepare(`INSERT INTO search_key (search_key) VALUES ('optimize')`).run()
  db.prepare(`INSERT INTO search_all (search_all) VALUES ('optimize')`).run()
}

function writesOf(db: WritableDb): Writes {
  const known = statements.get(db)
  if (known) return known
  const prepared: Writes = {
    takeQueued: db.prepare(
      `DELETE FROM search_queue WHERE customer_id IN
         (SELECT customer_id FROM search_queue ORDER BY customer_id LIMIT ?)
       RETURNING customer_id, is_card_new`,
    ),
    replaceKey: db.prepare('INSERT OR REPLACE INTO search_key (rowid, tokens) VALUES (?, ?)'),
    replaceAll: db.prepare('INSERT OR REPLACE INTO search_all (rowid, tokens) VALUES (?, ?)'),
    deleteKey: db.prepare('DELETE FROM search_key WHERE rowid = ?'),
    deleteAll: db.prepare('DELETE FROM search_all WHERE rowid = ?'),
    mergeKey: db.prepare(`INSERT INTO search_key (search_key, rank) VALUES ('merge', ?)`),
    mergeAll: db.prepare(`INSERT INTO search_all (search_all, rank) VALUES ('merge', ?)`),
    totalChanges: db.prepare('SELECT total_changes() AS count'),
  }
  statements.set(db, prepared)
  return prepared
}
