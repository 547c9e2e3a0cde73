import type { BuyerHistory } from './follow-buyers.ts'

/** Of `buyers`, `again` bought a second time. */
export type Again = { readonly buyers: number; readonly again: number }

/**
 * Counts who bought a second time: ever, and within some days of the first purchase, of those whose first one lies so long back.
 *
 * Shape: in the order of `spans`; a span of infinity asks 'ever' of all buyers.
 */
export function countRepurchases({ firstAge, wait }: BuyerHistory, spans: readonly number[]): Again[] {
  return spans.map(days => {
    const leastAge = Number.isFinite(days) ? days : 0
    let [buyers, again] = [0, 0]
    for (let customer = 0; customer < firstAge.length; customer++) {
      if ((firstAge[customer] ?? 0) <= leastAge) continue
      const waited = wait[customer] ?? 0
      buyers++
      if (waited > 0 && waited <= days) again++
    }
    return { buyers, again }
  })
}

/** Finds those whom a span of `countRepurchases` counts: who bought a second time within it, or who did not. */
export function findRepurchasers(
  { firstAge, wait }: Pick<BuyerHistory, 'firstAge' | 'wait'>,
  days: number,
  isAgain: boolean,
): number[] {
  const leastAge = Number.isFinite(days) ? days : 0
  const found: number[] = []
  for (let customer = 0; customer < firstAge.length; customer++) {
    if ((firstAge[customer] ?? 0) <= leastAge) continue
    const waited = wait[customer] ?? 0
    if ((waited > 0 && waited <= days) === isAgain) found.push(customer)
  }
  return found
}

/**
 * Gives the quartiles of values that were counted: `counts[n]` times the value n.
 *
 * Empty: without values zeros.
 * Source: as `quantilesType7`, linear between neighbours.
 * Example: values 1, 2, 2, 5 -> [1.75, 2, 2.75]
 */
export function quartilesOfCounts(counts: Int32Array): readonly [number, number, number] {
  const last = Math.max(counts.reduce((sum, count) => sum + count, 0) - 1, 0)
  const valueAt = (place: number) => {
    let before = 0
    for (let value = 0; value < counts.length; value++) {
      before += counts[value] ?? 0
      if (before > place) return value
    }
    return 0
  }
  const quartile = (fourths: number) => {
    const [low, high] = [valueAt(Math.floor((last * fourths) / 4)), valueAt(Math.ceil((last * fourths) / 4))]
    return low + (((last * fourths) % 4) * (high - low)) / 4
  }
  return [quartile(1), quartile(2), quartile(3)]
}
