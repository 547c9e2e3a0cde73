import { getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import type { Response } from '#shared/contract/contract.ts'
import { findIndexedHits, type IndexedQuestion } from './indexed-hits.ts'
import { listMatchingIds, listQueued, listQueuedAmong, readConsistently } from './search.queries.ts'
import { type VerifiedHit, verifyHits } from './search-hits.ts'
import { lookUpTerm } from './search-lookups.ts'
import { parseQuery, toMatchExpression } from './search-terms.ts'

const pageLength = 500
/** Queued customers that are read even when enough hits are found. */
const fewestScanned = 2000
const highestId = Number.MAX_SAFE_INTEGER

type Search = IndexedQuestion & {
  /** Customers who have an order that a term names: they are compared one by one. */
  readonly orderedBy: ReadonlySet<number>
}

/**
 * Finds the customers who hold every term of a text: first those who hold all of them in name, pinyin, phone or
 * archive number, then the others, each newest first. Every hit is compared with the stored text.
 *
 * Shape: `total` is exact unless `isCapped`.
 * Empty: a text without terms finds nothing.
 * Cost: some milliseconds at 200,000 customers, and 10 µs for each queued one.
 */
export function searchCustomers(
  db: ReadableDb,
  text: string,
  limit: number,
): Omit<Response<'search.customers'>, 'elapsedMs'> {
  return readConsistently(db, () => answer(db, toSearch(db, text), limit))
}

function answer(db: ReadableDb, search: Search, limit: number): ReturnType<typeof searchCustomers> {
  if (search.terms.length === 0) return { total: 0, isCapped: false, hits: [] }
  const indexed = findIndexedHits(db, search, search.orderedBy, limit)
  const outside = findOutside(db, search, limit)
  const hits = [...indexed.hits, ...outside.hits].sort(byRank).slice(0, limit)
  return {
    total:
      indexed.total + outside.hits.length - (indexed.isCounted ? countInBoth(db, search, outside.hits) : 0),
    isCapped: indexed.isCapped || outside.isCapped || search.lookups.some(lookup => lookup.isCut),
    hits: toResponseHits(db, hits),
  }
}

/**
 * Lists all customers who hold every term of a text, for a list that is filtered by it.
 *
 * Shape: each id once, in no order.
 * Empty: a text without terms finds nobody.
 * Cost: reads the card of every candidate where the index alone cannot decide; meant for the reader thread.
 */
export function listSearchedIds(db: ReadableDb, text: string): number[] {
  return readConsistently(db, () => listIds(db, toSearch(db, text)))
}

function listIds(db: ReadableDb, search: Search): number[] {
  if (search.terms.length === 0) return []
  const outside = findOutside(db, search, highestId).hits.map(hit => hit.customerId)
  const { orderedBy, all } = search
  const candidates = listMatchingIds(db, 'search_all', all.text, highestId, highestId).filter(
    customerId => !orderedBy.has(customerId),
  )
  if (all.isExact) return [...candidates, ...outside]
  for (let start = 0; start < candidates.length; start += pageLength)
    for (const hit of verifyHits(db, candidates.slice(start, start + pageLength), search))
      outside.push(hit.customerId)
  return outside
}

function toSearch(db: ReadableDb, text: string): Search {
  const terms = parseQuery(text)
  const lookups = terms.map(term => lookUpTerm(db, term))
  const products = lookups.map(lookup => [...lookup.products.keys()])
  return {
    terms,
    lookups,
    orderedBy: new Set(lookups.flatMap(lookup => [...lookup.orderNumbers.keys()])),
    key: toMatchExpression(terms),
    all: toMatchExpression(terms, products),
  }
}

/** Customers whom the index does not know as they are now, or finds by an order: all are compared with the terms. */
function findOutside(
  db: ReadableDb,
  search: Search,
  limit: number,
): { readonly hits: VerifiedHit[]; readonly isCapped: boolean } {
  const hits = verifyHits(db, [...search.orderedBy], search)
  let before = highestId
  for (let scanned = 0; ; scanned += pageLength) {
    const ids = listQueued(db, before, pageLength)
    const isCapped = ids.length > 0 && scanned >= fewestScanned && hits.length >= limit
    if (ids.length === 0 || isCapped) return { hits, isCapped }
    const fresh = ids.filter(customerId => !search.orderedBy.has(customerId))
    hits.push(...verifyHits(db, fresh, search))
    before = ids.at(-1) ?? 0
  }
}
/** Hits that were compared because of an order, and that the index counts as well. */
function countInBoth(db: ReadableDb, search: Search, outside: readonly VerifiedHit[]): number {
  const ids = outside
    .filter(hit => search.orderedBy.has(hit.customerId) && !hit.isByOrder)
    .map(hit => hit.customerId)
  return ids.length - listQueuedAmong(db, ids).length
}

function byRank(one: VerifiedHit, other: VerifiedHit): number {
  return Number(other.isKey) - Number(one.isKey) || other.customerId - one.customerId
}

function toResponseHits(db: ReadableDb, hits: readonly VerifiedHit[]): Response<'search.customers'>['hits'] {
  const rows = getCustomerRows(
    db,
    hits.map(hit => hit.customerId),
  )
  const byId = new Map(rows.map(row => [row.customerId, row]))
  return hits.flatMap(hit => {
    const customer = byId.get(hit.customerId)
    return customer ? [{ customer, matches: hit.matches() }] : []
  })
}
