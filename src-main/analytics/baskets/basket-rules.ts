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

/**
 * Finds the rules with one item on the right, the highest lift first.
 *
 * Shape: a rule is counted when its baskets are at least `minimumSupport` of all, rounded up. `isCut`: there were too many sets.
 * Empty: no basket gives no rule.
 * Source: Agrawal and Srikant (1994); measures as arules states them.
 * Example: 10 baskets, bread in 6, butter in 5, both in 4: bread => butter has support 0.4, confidence 0.667, lift 1.333
 */
export function findBasketRules(
  baskets: BasketColumns,
  limits: RuleLimits,
): { readonly rules: BasketRule[]; readonly isCut: boolean } {
  const all = countBaskets(baskets)
  // A share that meets a whole count exactly must not be lifted over it by a rounding error.
  const minimumCount = Math.max(limits.minimumCount, Math.ceil(limits.minimumSupport * all - 1e-9))
  const { sets, isCut } = findFrequentSets(baskets, { minimumCount, mostItems: limits.mostItems })
  const countOf = new Map(sets.map(set => [set.items.join(), set.count]))
  const rules = sets.flatMap(set => (set.items.length < 2 ? [] : rulesOf(set, countOf, all, limits)))
  return { rules: rules.sort((one, other) => other.lift - one.lift || other.count - one.count), isCut }
}

function rulesOf(
  { items, count }: FrequentSet,
  countOf: ReadonlyMap<string, number>,
  all: number,
  { minimumConfidence, minimumLift }: RuleLimits,
): BasketRule[] {
  return items.flatMap(right => {
    const left = items.filter(item => item !== right)
    const [leftCount, rightCount] = [countOf.get(left.join()) ?? 0, countOf.get(String(right)) ?? 0]
    const confidence = count / leftCount
    const lift = (confidence * all) / rightCount
    if (confidence < minimumConfidence || lift < minimumLift) return []
    return [
      {
        ...{ left, right, count, leftCount, rightCount, confidence, lift },
        support: count / all,
        leverage: count / all - (leftCount / all) * (rightCount / all),
        conviction: count === leftCount ? null : (1 - rightCount / all) / (1 - confidence),
      },
    ]
  })
}
