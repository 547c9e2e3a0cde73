import type { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import type { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import type { RuleCount, RuleRefusal, RuleRequest } from '#shared/domain/saved-segment.ts'
import type { RuleLeaf } from '#shared/domain/segment-rule.ts'
import { addBit, type BitSet, bothOf, countBits, makeBits, placesOf } from './bit-set.ts'
import { countParts, type EvaluatedPart, evaluateRule, type Found } from './rule-evaluation.ts'
import { type FindByCondition, RuleLeaves } from './rule-leaves.ts'

export type { FindByCondition } from './rule-leaves.ts'

const keptConditions = 200

/**
 * Tells for one reader thread whom a rule finds. What a condition found stays until something is written, so that a rule that grows by
 * a condition costs that condition.
 *
 * Cost: a bit per customer and condition, at most two hundred conditions.
 */
export class SegmentFinder {
  private readonly kept: KeptColumns
  private readonly leaves: RuleLeaves
  private revision = ''
  private readonly found = new Map<string, Found>()
  /** Places of customers by key, -1 for none. */
  private places = new Int32Array()

  constructor(db: ReadableDb, kept: KeptColumns, analyst: RfmAnalyst, findByCondition: FindByCondition) {
    this.kept = kept
    this.leaves = new RuleLeaves(db, kept, analyst, findByCondition)
  }

  /** Counts whom a rule and each of its parts find on a day, and whom the rule would find without each part. */
  count({ rule, asOf }: RuleRequest): RuleCount {
    const { all, root } = this.evaluate({ rule, asOf })
    const members = root.bits && this.keysOf(root.bits)
    return {
      ...{ asOf, revision: this.revision, customerCount: countBits(all) },
      count: members === null ? null : members.length,
      refusedCount: members && this.countRefused(members, asOf),
      parts: countParts(root, all),
    }
  }

  /** Counts those of some customers who refused contact on or before a day. */
  countRefused(customerIds: Iterable<number>, asOf: CalendarDate): number {
    this.refresh()
    const refused = this.leafBits({ kind: 'consent', isRefused: true }, asOf)
    return typeof refused === 'string' ? 0 : countBits(bothOf(refused, this.bitsOf(customerIds)))
  }

  /** The revision of the data as they are now. */
  getRevision(): string {
    return this.kept.getRevision()
  }

  /** Lists the keys of the customers whom a rule finds on a day, ascending. Errors: segment-unsaid where a condition says nothing. */
  listFound(request: RuleRequest): Int32Array {
    const { root } = this.evaluate(request)
    if (root.bits) return this.keysOf(root.bits)
    throw new AppError('segment-unsaid', { refusal: firstRefusal(root) ?? 'condition-gone' })
  }

  private keysOf(bits: BitSet): Int32Array {
    const { customerIds } = this.kept.get()
    return Int32Array.from(placesOf(bits), place => customerIds[place] ?? 0)
  }

  private evaluate({ rule, asOf }: RuleRequest): { readonly all: BitSet; readonly root: EvaluatedPart } {
    this.refresh()
    const all = this.knownOn(asOf)
    return { all, root: evaluateRule(rule, all, leaf => this.leafBits(leaf, asOf)) }
  }

  private refresh(): void {
    const revision = this.kept.getRevision()
    if (revision === this.revision) return
    const { customerIds } = this.kept.get()
    this.found.clear()
    this.places = new Int32Array((customerIds.at(-1) ?? 0) + 1).fill(-1)
    customerIds.forEach((id, place) => {
      this.places[id] = place
    })
    this.revision = revision
  }

  private knownOn(asOf: CalendarDate): BitSet {
    const { knownFromDay } = this.kept.get()
    const asOfDay = toDayNumber(asOf)
    const bits = makeBits(knownFromDay.length)
    knownFromDay.forEach((day, place) => {
      if (day <= asOfDay) addBit(bits, place)
    })
    return bits
  }

  private leafBits(leaf: RuleLeaf, asOf: CalendarDate): Found {
    const key = JSON.stringify([leaf, asOf])
    const known = this.found.get(key)
    if (known !== undefined) return known
    const listed = this.leaves.list(leaf, asOf)
    const found = typeof listed === 'string' ? listed : this.bitsOf(listed)
    this.found.set(key, found)
    for (const oldest of this.found.keys()) if (this.found.size > keptConditions) this.found.delete(oldest)
    return found
  }

  private bitsOf(customerIds: Iterable<number>): BitSet {
    const bits = makeBits(this.kept.get().customerIds.length)
    for (const id of customerIds) {
      const place = this.places[id] ?? -1
      if (place >= 0) addBit(bits, place)
    }
    return bits
  }
}

/** The first condition, from the top, that says nothing. */
function firstRefusal({ refusal, below }: EvaluatedPart): RuleRefusal | null {
  return refusal ?? below.map(firstRefusal).find(one => one !== null) ?? null
}
