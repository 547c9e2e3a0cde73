import type { RfmCutPoints, ScoreEdges } from '#shared/domain/rfm.ts'
import { hasPurchase, noOrderDay, type RfmInput, type RfmScores } from './rfm-columns.ts'
import { daysSince } from './rfm-cut-points.ts'

/**
 * Scores how recently each customer bought, 5 being the most recent fifth.
 *
 * Shape: same order and length as `recencyDays`; ties share a score.
 * Units: days before the reference date; small is good.
 * Empty: no customers give an empty list; one customer scores 5 against the default edges.
 * Errors: RangeError for a negative or non-finite day count.
 * Source: Hughes, Strategic Database Marketing, quintile method.
 * Example: [2, 20, 40, 90, 400], edges [17.4, 33, 61, 153] -> [5, 4, 3, 2, 1]
 */
export function scoreRecency(recencyDays: ArrayLike<number>, edges: ScoreEdges): Uint8Array {
  return scoreAll(recencyDays, days => {
    if (!(days >= 0 && days < Number.POSITIVE_INFINITY)) throw new RangeError('days must be 0 or more')
    return 5 - countReached(days, edges)
  })
}

/**
 * Scores how often each customer bought, 5 being the fifth with the most orders.
 *
 * Shape: same order and length as `orderCounts`; ties share a score.
 * Units: counted orders; large is good.
 * Empty: no customers give an empty list; one customer scores 1 against the default edges.
 * Example: [1, 1, 1, 2, 9], edges [2, 2, 2.4, 4.4] -> [1, 1, 1, 3, 5]
 */
export function scoreOrderCount(orderCounts: ArrayLike<number>, edges: ScoreEdges): Uint8Array {
  return scoreAll(orderCounts, count => 1 + countReached(count, edges))
}

/**
 * Scores how much each customer spent, 5 being the fifth that spent the most.
 *
 * Shape: same order and length as `spendMinor`; ties share a score; a negative sum scores 1 against the default edges.
 * Units: minor units, the same as the edges; large is good.
 * Empty: no customers give an empty list.
 * Example: [500, 12000, -300], edges [1000, 2000, 12000, 50000] -> [1, 4, 1]
 */
export function scoreSpend(spendMinor: ArrayLike<number>, edges: ScoreEdges): Uint8Array {
  return scoreAll(spendMinor, minor => 1 + countReached(minor, edges))
}

/**
 * Scores all three measures of every customer.
 *
 * Shape: same order as `input`; a customer without a purchase has 0 in all three. A buyer whose last purchase is not
 * known (an opening balance without dates) has R 1.
 * Empty: no customers give empty columns.
 * Errors: RangeError when a last order lies after `asOfDay`.
 */
export function scoreCustomers(input: RfmInput, asOfDay: number, cutPoints: RfmCutPoints): RfmScores {
  const length = input.lastOrderDay.length
  const scores = { r: new Uint8Array(length), f: new Uint8Array(length), m: new Uint8Array(length) }
  for (let index = 0; index < length; index++) {
    if (!hasPurchase(input, index)) continue
    const lastDay = input.lastOrderDay[index] ?? noOrderDay
    scores.r[index] =
      lastDay === noOrderDay ? 1 : 5 - countReached(daysSince(lastDay, asOfDay), cutPoints.recencyDays)
    scores.f[index] = 1 + countReached(input.orderCount[index] ?? 0, cutPoints.orderCount)
    scores.m[index] = 1 + countReached(input.spendMinor[index] ?? 0, cutPoints.spendMinor)
  }
  return scores
}

/** Counts the edges that a value reaches: those equal to it or smaller. */
export function countReached(value: number, edges: ScoreEdges): number {
  return (
    Number(edges[0] <= value) +
    Number(edges[1] <= value) +
    Number(edges[2] <= value) +
    Number(edges[3] <= value)
  )
}

function scoreAll(values: ArrayLike<number>, score: (value: number) => number): Uint8Array {
  const scores = new Uint8Array(values.length)
  for (let index = 0; index < values.length; index++) scores[index] = score(values[index] ?? 0)
  return scores
}
