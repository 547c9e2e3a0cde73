import { getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import type { Response } from '#shared/contract/contract.ts'
import { findIndexedHits, type IndexedQuestion } from './indexed-hits.ts'
import {
  listBuyers,
  listMatchingIds,
  listQueued,
  listQueuedAmong,
  readConsistently,
} from './search.queries.ts'
import { type VerifiedHit, verifyHits } from './search-hits.ts'
import { lookUpTerm } from './search-lookups.ts'
import { parseQuery, toMatchExpression } from './search-terms.ts'

const pageLength = 500
/** Queued customers that are read even when enough hits are found. */
const fewestScanned = 2000
/**
 * A condition of the index asks for so many products at most: each is a list of its own, and every hit is looked for in all of
 * them. For a page of hits more are worth it than for all, who are found faster in the orders.
 */
const mostProducts = { ofPage: 300, ofList: 30 } as const
const highestId = Number.MAX_SAFE_INTEGER

type Search = IndexedQuestion & {
  /** Customers who have an order that a term names: they are compared one by one. */
  readonly orderedBy: ReadonlySet<number>
  /** Every term stands in the names of more products than a condition takes: it asks for the newest of them only. */
  readonly hasTooManyProducts: boolean
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
  return readConsistently(db, () => answer(db, toSearch(db, text, 'ofPage'), limit))
}

function answer(db: ReadableDb, search: Search, limit: number): ReturnType<typeof searchCustomers> {
  if (search.terms.length === 0) return { total: 0, isCapped: false, hits: [] }
  const indexed = findIndexedHits(db, search, search.orderedBy, limit)
  const outside = findOutside(db, search, limit)
  const hits = [...indexed.hits, ...outside.hits].sort(byRank).slice(0, limit)
  return {
    total:
      indexed.total + outside.hits.length - (indexed.isCounted ? countInBoth(db, search, outside.hits) : 0),
    isCapped:
      indexed.isCapped ||
      outside.isCapped ||
      search.hasTooManyProducts ||
      search.lookups.some(lookup => lookup.isCut),
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
  return readConsistently(db, () => listIds(db, toSearch(db, text, 'ofList')))
}

function listIds(db: ReadableDb, search: Search): number[] {
  if (search.terms.length === 0) return []
  const outside = findOutside(db, search, highestId).hits.map(hit => hit.customerId)
  const { orderedBy, all } = search
  if (search.hasTooManyProducts) return listBesideProducts(db, search, outside)
  const candidates = listMatchingIds(db, 'search_all', all.text, highestId, highestId).filter(
    customerId => !orderedBy.has(customerId),
  )
  return [...outside, ...(all.isExact ? candidates : verifiedIds(db, candidates, search))]
}

/** The same where every term stands in too many products: whoever holds the first by the index, or bought one of its products. */
function listBesideProducts(db: ReadableDb, search: Search, outside: readonly number[]): number[] {
  const { terms, lookups, orderedBy } = search
  const known = new Set([...orderedBy, ...outside])
  const condition = toMatchExpression(terms.slice(0, 1))
  const byIndex = listMatchingIds(db, 'search_all', condition.text, highestId, highestId)
  const buyers = listBuyers(db, [...(lookups[0]?.products.keys() ?? [])])
  const fresh = (ids: readonly number[]) => [...new Set(ids)].filter(customerId => !known.has(customerId))
  if (terms.length > 1) return [...outside, ...verifiedIds(db, fresh([...byIndex, ...buyers]), search)]
  const byCard = condition.isExact ? byIndex : verifiedIds(db, byIndex, search)
  return [...outside, ...fresh([...byCard, ...buyers])]
}

function verifiedIds(db: ReadableDb, candidates: readonly number[], search: Search): number[] {
  const ids: number[] = []
  for (let start = 0; start < candidates.length; start += pageLength)
    for (const hit of verifyHits(db, candidates.slice(start, start + pageLength), search))
      ids.push(hit.customerId)
  return ids
}

/** A term in too many products is left out of the condition where others are in it; the texts then decide. */
function toSearch(db: ReadableDb, text: string, use: keyof typeof mostProducts): Search {
  const terms = parseQuery(text)
  const lookups = terms.map(term => lookUpTerm(db, term, use === 'ofList' ? highestId : undefined))
  const isMany = lookups.map(lookup => lookup.products.size > mostProducts[use])
  const hasTooManyProducts = terms.length > 0 && isMany.every(Boolean)
  const products = lookups.map((lookup, index) =>
    isMany[index] && !hasTooManyProducts ? null : [...lookup.products.keys()].slice(0, mostProducts[use]),
  )
  return {
    terms,
    lookups,
    hasTooManyProducts,
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
