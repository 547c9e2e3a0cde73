import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Request, Response } from '#shared/contract/contract.ts'
import type { DuplicateSummary } from '#shared/contract/identities.contract.ts'
import { type DuplicateFilter, type DuplicatePair, DuplicateReason } from '#shared/domain/duplicate.ts'
import {
  findLastChangeSetId,
  hasNewDataSince,
  listBuyerIdsOf,
  listCompared,
  listCustomersOfImport,
  listDecidedPairs,
  listMembers,
  listSetAside,
} from './duplicate.queries.ts'
import { type FoundPair, makePairs } from './pair-book.ts'
import { type SafeGroup, safeGroups } from './safe-groups.ts'
import { listSharedFacts, type SearchJob } from './shared-facts.ts'

const slice = 5000

/**
 * Finds customers who may be one, and keeps the pairs so that they can be listed page by page.
 *
 * Pairs that were merged or decided about since leave the list by themselves; new data need a new search.
 */
export class DuplicateFinder {
  private readonly db: ReadableDb
  private found: { readonly pairs: readonly FoundPair[]; readonly changeSetId: number } | undefined
  private open: { readonly key: string; readonly pairs: readonly FoundPair[] } | undefined

  constructor(db: ReadableDb) {
    this.db = db
  }

  /**
   * Searches the whole archive.
   *
   * Errors: cancelled; the pairs of the search before are kept then.
   * Cost: about 2 s of CPU for the 200,000 customers of `npm run bench`, which measures it beside plain self joins; on a
   * reader.
   */
  find(job: SearchJob): DuplicateSummary {
    const start = performance.now()
    const throwIfCancelled = () => {
      if (job.isCancelled()) throw new AppError('cancelled')
    }
    throwIfCancelled()
    const changeSetId = findLastChangeSetId(this.db)
    const facts = listSharedFacts(this.db, throwIfCancelled)
    job.progress(0.6)
    const ids = [...new Set(facts.flatMap(fact => fact.customerIds))]
    const customers = new Map(
      bySlices(ids, part => {
        throwIfCancelled()
        return listCompared(this.db, part)
      }).map(customer => [customer.customerId, customer]),
    )
    job.progress(0.8)
    // Buyer IDs speak only where an equal phone would make a pair safe.
    const byPhone = new Set(facts.flatMap(({ kind, customerIds }) => (kind === 'phone' ? customerIds : [])))
    const pairs = makePairs(facts, customers, this.buyerConflicts([...byPhone]))
    this.found = { pairs, changeSetId }
    this.open = undefined
    return { total: this.openPairs().length, elapsedMs: Math.round(performance.now() - start) }
  }

  /** A page of the pairs that are still open. Empty: null before the first search. */
  page(request: Request<'identities.listPairs'>): Response<'identities.listPairs'> {
    if (!this.found) return null
    const ofImport = this.pairsOf({ ...request, reason: null })
    const wanted = request.reason === null ? ofImport : this.pairsOf(request)
    const page = wanted.slice(request.start, request.start + request.count)
    return {
      total: wanted.length,
      counts: DuplicateReason.options.map(reason => ({
        reason,
        count: ofImport.filter(pair => pair.reasons.has(reason)).length,
      })),
      safeCount: safeGroups(ofImport).reduce((sum, group) => sum + group.length - 1, 0),
      isStale: hasNewDataSince(this.db, this.found.changeSetId),
      pairs: this.describe(page),
    }
  }

  /**
   * Groups of customers that can be merged without looking; the one who stays comes first.
   *
   * Empty: none before the first search.
   */
  safeGroups(importBatchId: number | null): SafeGroup[] {
    const groups = safeGroups(this.pairsOf({ reason: null, importBatchId }))
    const members = this.membersOf(groups.flat())
    const orders = (id: number) => members.get(id)?.orderCount ?? 0
    return groups.map(ids => ids.toSorted((one, other) => orders(other) - orders(one) || one - other))
  }

  private pairsOf({ reason, importBatchId }: DuplicateFilter): readonly FoundPair[] {
    const pairs = this.openPairs()
    const ofReason = reason === null ? pairs : pairs.filter(pair => pair.reasons.has(reason))
    if (importBatchId === null) return ofReason
    const isOfImport = new Set(listCustomersOfImport(this.db, importBatchId))
    return ofReason.filter(pair => isOfImport.has(pair.lowId) || isOfImport.has(pair.highId))
  }

  /** What was merged counts as its survivor: a decision about a merged file holds for that one too. */
  private openPairs(): readonly FoundPair[] {
    const key = getRevision(this.db)
    if (this.open?.key === key) return this.open.pairs
    const setAside = new Map(listSetAside(this.db))
    const rootOf = (id: number): number | null => {
      const into = setAside.get(id)
      return into === undefined ? id : into === null ? null : rootOf(into)
    }
    const decided = new Set(
      listDecidedPairs(this.db).map(([low, high]) => pairKey(rootOf(low), rootOf(high))),
    )
    const pairs = new Map<string, FoundPair>()
    for (const pair of this.found?.pairs ?? []) {
      const [one, other] = [rootOf(pair.lowId), rootOf(pair.highId)]
      const pairOfRoots = pairKey(one, other)
      if (one === null || other === null || one === other || decided.has(pairOfRoots)) continue
      if (pairs.has(pairOfRoots)) continue
      pairs.set(pairOfRoots, { ...pair, lowId: Math.min(one, other), highId: Math.max(one, other) })
    }
    this.open = { key, pairs: [...pairs.values()] }
    return this.open.pairs
  }

  private buyerConflicts(ids: readonly number[]): (one: number, other: number) => boolean {
    const shops = new Map<number, Set<string>>()
    for (const [id, platform, shop] of bySlices(ids, part => listBuyerIdsOf(this.db, part))) {
      const known = shops.get(id) ?? new Set()
      shops.set(id, known.add(`${platform} ${shop}`))
    }
    return (one, other) => [...(shops.get(one) ?? [])].some(shop => shops.get(other)?.has(shop))
  }

  private describe(pairs: readonly FoundPair[]): DuplicatePair[] {
    const members = this.membersOf(pairs.flatMap(pair => [pair.lowId, pair.highId]))
    return pairs.flatMap(({ lowId, highId, reasons, confidence, isSafe }) => {
      const [low, high] = [members.get(lowId), members.get(highId)]
      if (!low || !high) return []
      const [survivor, other] = high.orderCount > low.orderCount ? [high, low] : [low, high]
      const listed = [...reasons].map(([code, value]) => ({ code, value }))
      return [{ survivor, other, reasons: listed, confidence, isSafe }]
    })
  }

  private membersOf(ids: readonly number[]) {
    const distinct = [...new Set(ids)]
    return new Map(bySlices(distinct, part => listMembers(this.db, part)).map(row => [row.customerId, row]))
  }
}

function pairKey(one: number | null, other: number | null): string {
  return `${Math.min(one ?? 0, other ?? 0)} ${Math.max(one ?? 0, other ?? 0)}`
}

function bySlices<T>(ids: readonly number[], list: (part: readonly number[]) => readonly T[]): T[] {
  const rows: T[] = []
  for (let start = 0; start < ids.length; start += slice) rows.push(...list(ids.slice(start, start + slice)))
  return rows
}
