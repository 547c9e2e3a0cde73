import { type BgNbd, expectedPurchases } from './bg-nbd.ts'
import type { RepeatPurchases } from './repeat-purchases.ts'

/** Buyers with as many repeat purchases before: how often they bought afterwards, on average, as expected and in truth. */
export type HoldoutGroup = {
  /** 7 stands for 7 and more. */
  readonly repeats: number
  readonly customers: number
  readonly expected: number
  readonly actual: number
}

const mostRepeats = 7

/**
 * Checks a model fitted to what was bought until a day against what was bought after it.
 *
 * Shape: one group per number of repeat purchases, ascending, only those with customers; `before` and `after` were counted on the two
 * days, and every buyer of `before` is in `after` too.
 * Units: purchases per customer within `time`, in the unit of the columns.
 */
export function checkHoldout(
  model: BgNbd,
  before: RepeatPurchases,
  after: RepeatPurchases,
  time: number,
): HoldoutGroup[] {
  const groups = Array.from({ length: mostRepeats + 1 }, () => ({ customers: 0, expected: 0, actual: 0 }))
  let place = 0
  for (let index = 0; index < before.customerIndex.length; index++) {
    while ((after.customerIndex[place] ?? Number.POSITIVE_INFINITY) < (before.customerIndex[index] ?? 0))
      place++
    const repeats = before.repeats[index] ?? 0
    const group = groups[Math.min(repeats, mostRepeats)]
    if (!group) continue
    const buyer = { repeats, lastAge: before.lastAge[index] ?? 0, age: before.age[index] ?? 0 }
    group.customers += 1
    group.expected += expectedPurchases(model, buyer, time)
    group.actual += (after.repeats[place] ?? 0) - repeats
  }
  return groups.flatMap(({ customers, expected, actual }, repeats) =>
    customers === 0
      ? []
      : [{ repeats, customers, expected: expected / customers, actual: actual / customers }],
  )
}
