import { type BasketColumns, countBaskets } from './basket-columns.ts'
import { type FrequentSet, findFrequentSets } from './frequent-sets.ts'

/** What a rule must reach: a number of baskets, and a share of all of them; `mostItems` counts both sides. Shares are 0 to 1. */
export type RuleLimits = {
  readonly minimumCount: number
  readonly minimumSupport: number
  readonly minimumConfidence: number
  readonly minimumLift: number
  readonly mostItems: number
}

/**
 * Who buys the left items buys the right one too.
 *
 * Shape: `count` baskets hold all; `support` is their share of all baskets, `confidence` their share of those with the left
 * items, `lift` how many times more that is than chance; `leverage` the share above chance; `conviction` how many times more
 * often the rule would fail by chance, null where it never fails.
 */
export type BasketRule = {
  readonly left: readonly number[]
  readonly right: number
  readonly count: number
  readonly leftCount: number
  readonly rightCount: number
  readonly support: number
  readonly confidence: number
  readonly lift: number
  readonly leverage: number
  readonly conviction: number | null
}

/** The rules that were asked for, and how many there are in all. `isCut`: there were too many sets. */
export type FoundRules = {
  readonly rules: BasketRule[]
  readonly ruleCount: number
  readonly isCut: boolean
}

/**
 * Finds the rules with one item on the right, the highest lift first.
 *
 * Shape: a rule is counted when its baskets are at least `minimumSupport` of all, rounded up. At most `most` rules are told.
 * Empty: no basket gives no rule.
 * Source: Agrawal and Srikant (1994); measures as arules states them.
 * Example: 10 baskets, bread in 6, butter in 5, both in 4: bread => butter has support 0.4, confidence 0.667, lift 1.333
 */
export function findBasketRules(
  baskets: BasketColumns,
  limits: RuleLimits,
  most = Number.POSITIVE_INFINITY,
): FoundRules {
  const all = countBaskets(baskets)
  // A share that meets a whole count exactly must not be lifted over it by a rounding error.
  const minimumCount = Math.max(limits.minimumCount, Math.ceil(limits.minimumSupport * all - 1e-9))
  const { sets, isCut } = findFrequentSets(baskets, { minimumCount, mostItems: limits.mostItems })
  const countOf = countsOf(sets, baskets.itemCount)
  const candidates = sets.flatMap(set =>
    set.items.length < 2 ? [] : candidatesOf(set, countOf, all, limits),
  )
  const told = firstByLift(candidates, most)
  return { rules: told.map(rule => tellRule(rule, all)), ruleCount: candidates.length, isCut }
}

type Candidate = {
  readonly set: FrequentSet
  readonly right: number
  readonly leftCount: number
  readonly rightCount: number
  readonly lift: number
}

/** Looks up in how many baskets a frequent set stands; a part of a frequent set is frequent. */
function countsOf(sets: readonly FrequentSet[], itemCount: number): (items: readonly number[]) => number {
  const single = new Int32Array(itemCount)
  const larger = new Map<string, number>()
  const hasLarger = sets.some(({ items }) => items.length > 2)
  for (const { items, count } of sets)
    if (items.length === 1) single[items[0] ?? 0] = count
    else if (hasLarger) larger.set(items.join(), count)
  return items => (items.length === 1 ? (single[items[0] ?? 0] ?? 0) : (larger.get(items.join()) ?? 0))
}

function candidatesOf(
  set: FrequentSet,
  countOf: (items: readonly number[]) => number,
  all: number,
  { minimumConfidence, minimumLift }: RuleLimits,
): Candidate[] {
  const { items, count } = set
  return items.flatMap(right => {
    const leftCount = countOf(items.filter(item => item !== right))
    const rightCount = countOf([right])
    const confidence = count / leftCount
    const lift = (confidence * all) / rightCount
    return confidence < minimumConfidence || lift < minimumLift
      ? []
      : [{ set, right, leftCount, rightCount, lift }]
  })
}

/** The highest lift first, of equals the one of more baskets; only as many as are asked for are sorted. */
function firstByLift(candidates: Candidate[], most: number): Candidate[] {
  const isHigher = (one: Candidate, other: Candidate) =>
    other.lift - one.lift || other.set.count - one.set.count
  if (candidates.length <= most) return candidates.sort(isHigher)
  const lifts = Float64Array.from(candidates, ({ lift }) => lift).sort()
  const least = lifts[candidates.length - most] ?? 0
  return candidates
    .filter(({ lift }) => lift >= least)
    .sort(isHigher)
    .slice(0, most)
}

function tellRule({ set, right, leftCount, rightCount, lift }: Candidate, all: number): BasketRule {
  const { items, count } = set
  const confidence = count / leftCount
  return {
    ...{ left: items.filter(item => item !== right), right, count, leftCount, rightCount, confidence, lift },
    support: count / all,
    leverage: count / all - (leftCount / all) * (rightCount / all),
    conviction: count === leftCount ? null : (1 - rightCount / all) / (1 - confidence),
  }
}
