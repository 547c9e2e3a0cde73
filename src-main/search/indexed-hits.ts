import type { ReadableDb } from '#main/database/db.ts'
import { countMatching, type IndexName, listMatchingIds } from './search.queries.ts'
import { type SearchQuestion, type VerifiedHit, verifyHits } from './search-hits.ts'
import type { MatchExpression } from './search-terms.ts'

/** A question with its conditions for the index of key fields and for the one of everything. */
export type IndexedQuestion = SearchQuestion & {
  readonly key: MatchExpression
  readonly all: MatchExpression
}

/** What the index gives. */
export type IndexedHits = {
  /** Those in fields that identify first found; no more than were asked for are complete. */
  readonly hits: readonly VerifiedHit[]
  readonly total: number
  readonly isCapped: boolean
  /** The total was counted in the index, not from the hits. */
  readonly isCounted: boolean
}

/** A total that one list of the index gives stops here; one that several give together, sooner. */
const mostCounted = 10_000
const mostTogether = 1000
const fewTokens = 12
/** So many candidates are compared with their texts where the index alone cannot tell the total. */
const mostVerified = 200
/** After so many candidates, most of which do not hold the terms, the search gives up. */
const mostExamined = 1000
const fewestAtATime = 20
const highestId = Number.MAX_SAFE_INTEGER

/** Finds customers through the index, newest first, and leaves out those of `except`. */
export function findIndexedHits(
  db: ReadableDb,
  question: IndexedQuestion,
  except: ReadonlySet<number>,
  limit: number,
): IndexedHits {
  const { all, key } = question
  const newest = findNewest(db, question, limit)
  const comparison = new Comparison(db, question, except)
  if (newest.ids.length <= mostVerified && !all.isExact) return toWhole(comparison.verify(newest.ids))
  const newestByKey = listMatchingIds(db, 'search_key', key.text, highestId, limit)
  const byKey = candidates(db, 'search_key', key, newestByKey, limit)
  const hits = new Map<number, VerifiedHit>()
  collectHits(limit, hits, byKey, ids => comparison.verify(ids).filter(hit => hit.isKey))
  const byAll = candidates(db, 'search_all', all, newest.ids, newest.length)
  const isExhausted = collectHits(limit, hits, byAll, ids => comparison.verify(ids))
  if (isExhausted && !all.isExact) return toWhole([...hits.values()])
  return {
    hits: [...hits.values()],
    total: newest.total,
    isCapped: newest.isCut || !all.isExact,
    isCounted: true,
  }
}

/** The newest candidates, `length` of them if there are so many, and how many there are in all. */
type Newest = {
  readonly ids: readonly number[]
  readonly length: number
  readonly total: number
  readonly isCut: boolean
}

/** Where lists have to be compared with each other, they are read once for both; one list alone is counted faster. */
function findNewest(db: ReadableDb, { all, terms }: IndexedQuestion, limit: number): Newest {
  const isSimple = terms.length === 1 && all.isExact && all.tokenCount <= fewTokens
  const length = isSimple ? limit + 1 : mostTogether + 1
  const ids = listMatchingIds(db, 'search_all', all.text, highestId, length)
  if (ids.length < length) return { ids, length, total: ids.length, isCut: false }
  if (!isSimple) return { ids, length, total: mostTogether, isCut: true }
  const counted = countMatching(db, all.text, mostCounted + 1)
  return { ids, length, total: Math.min(counted, mostCounted), isCut: counted > mostCounted }
}

function toWhole(hits: readonly VerifiedHit[]): IndexedHits {
  return { hits, total: hits.length, isCapped: false, isCounted: false }
}

/** Compares each candidate once, however often it is proposed. */
class Comparison {
  readonly #db: ReadableDb
  readonly #question: SearchQuestion
  readonly #except: ReadonlySet<number>
  readonly #known = new Map<number, VerifiedHit | null>()

  constructor(db: ReadableDb, question: SearchQuestion, except: ReadonlySet<number>) {
    this.#db = db
    this.#question = question
    this.#except = except
  }

  /** The candidates who hold the terms, in their order. */
  verify(customerIds: readonly number[]): VerifiedHit[] {
    const fresh = customerIds.filter(id => !this.#known.has(id) && !this.#except.has(id))
    for (const customerId of fresh) this.#known.set(customerId, null)
    for (const hit of verifyHits(this.#db, fresh, this.#question)) this.#known.set(hit.customerId, hit)
    return customerIds.flatMap(id => this.#known.get(id) ?? [])
  }
}

/** Pages of ids, newest first; the first one is known. */
function* candidates(
  db: ReadableDb,
  index: IndexName,
  { text }: MatchExpression,
  first: readonly number[],
  length: number,
): Generator<readonly number[]> {
  for (let ids = first; ids.length > 0; ) {
    yield ids
    if (ids.length < length) return
    ids = listMatchingIds(db, index, text, ids.at(-1) ?? 0, length)
  }
}

/** Compares candidates until there are enough hits, no more at a time than may be needed; tells whether all were. */
function collectHits(
  limit: number,
  hits: Map<number, VerifiedHit>,
  pages: Iterable<readonly number[]>,
  verify: (ids: readonly number[]) => readonly VerifiedHit[],
): boolean {
  let examined = 0
  for (const page of pages) {
    for (let start = 0; start < page.length && hits.size < limit; ) {
      const end = start + Math.max(limit - hits.size, fewestAtATime)
      for (const hit of verify(page.slice(start, end))) hits.set(hit.customerId, hit)
      examined += end - start
      start = end
    }
    // Before the next page is asked for.
    if (hits.size >= limit || examined >= mostExamined) return false
  }
  return true
}
