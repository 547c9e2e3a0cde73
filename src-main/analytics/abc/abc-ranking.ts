import {
  type AbcClass,
  type AbcClassSummary,
  type AbcLimits,
  type AbcPlace,
  abcClasses,
  type ParetoPoint,
} from '#shared/domain/abc.ts'

/**
 * Net sums in order, and where the classes end.
 *
 * Shape: `sortedMinor` falls; `reachedMinor[n]` is what the first n + 1 make up. Only sums above 0 add to it: at the end it is
 * `gainMinor`. `ends`: how many are A, A or B, and above 0.
 */
export type AbcRanking = {
  readonly sortedMinor: Float64Array
  readonly reachedMinor: Float64Array
  readonly gainMinor: number
  readonly ends: { readonly a: number; readonly b: number; readonly gaining: number }
}

/**
 * Ranks net sums and finds the classes.
 *
 * Shape: a class holds those who, together with all larger and equal ones, make up no more than its share. Equal sums are of one
 * class. The largest are A even where they alone make up more. Sums of 0 and below are last, of class `none`.
 * Units: minor units; limits count in ten-thousandths.
 * Cost: one sort of numbers.
 */
export function rankSums(sumsMinor: Float64Array, { aShare, bShare }: AbcLimits): AbcRanking {
  const sortedMinor = sumsMinor.slice().sort().reverse()
  const reachedMinor = new Float64Array(sortedMinor.length)
  let gainMinor = 0
  for (let at = 0; at < sortedMinor.length; at++) {
    gainMinor += Math.max(0, sortedMinor[at] ?? 0)
    reachedMinor[at] = gainMinor
  }
  const gaining = countAbove(sortedMinor, 0)
  const largest = gaining === 0 ? 0 : countFrom(sortedMinor, sortedMinor[0] ?? 0)
  const within = (share: number) => {
    const allowed = Math.round(share * 10_000) * gainMinor
    const end = Math.min(
      gaining,
      countWhile(reachedMinor, reached => reached * 10_000 <= allowed),
    )
    const next = sortedMinor[end] ?? 0
    const isCut = end < gaining && end > 0 && sortedMinor[end - 1] === next
    return Math.max(largest, isCut ? countAbove(sortedMinor, next) : end)
  }
  return { sortedMinor, reachedMinor, gainMinor, ends: { a: within(aShare), b: within(bShare), gaining } }
}

/** Tells where a sum of the ranking stands. */
export function placeOf(
  { sortedMinor, reachedMinor, gainMinor, ends }: AbcRanking,
  netMinor: number,
): AbcPlace {
  const before = countAbove(sortedMinor, netMinor)
  const reached = reachedMinor[countFrom(sortedMinor, netMinor) - 1] ?? 0
  const [a, b, c, none] = abcClasses
  const ofClass: AbcClass = before < ends.a ? a : before < ends.b ? b : before < ends.gaining ? c : none
  return {
    rank: before + 1,
    netMinor,
    share: gainMinor > 0 ? Math.max(0, netMinor) / gainMinor : 0,
    cumulatedShare: gainMinor > 0 ? reached / gainMinor : 0,
    class: ofClass,
  }
}

/** Sums the classes up, empty ones too; their counts and sums are those of all. */
export function summarizeClasses({
  sortedMinor,
  reachedMinor,
  gainMinor,
  ends,
}: AbcRanking): AbcClassSummary[] {
  const bounds = [0, ends.a, ends.b, ends.gaining, sortedMinor.length]
  const reachedBy = (count: number) => (count > 0 ? (reachedMinor[count - 1] ?? 0) : 0)
  return abcClasses.map((ofClass, index) => {
    const [start = 0, end = 0] = bounds.slice(index, index + 2)
    const gained = reachedBy(end) - reachedBy(start)
    const lost = ofClass === 'none' ? sortedMinor.subarray(start).reduce((sum, minor) => sum + minor, 0) : 0
    return {
      class: ofClass,
      count: end - start,
      netMinor: gained + lost,
      share: gainMinor > 0 ? gained / gainMinor : 0,
    }
  })
}

/**
 * Draws which share of sales the largest make up: after each hundredth of all, rounded up.
 *
 * Shape: from none to all, never falling, at most 101 points; fewer than 100 have one point each.
 * Empty: nothing sold gives no points.
 */
export function paretoCurve({ sortedMinor, reachedMinor, gainMinor }: AbcRanking): ParetoPoint[] {
  if (gainMinor === 0) return []
  const counts = Array.from({ length: 101 }, (_, percent) => Math.ceil((sortedMinor.length * percent) / 100))
  return [...new Set(counts)].map(count => ({
    count,
    share: count === 0 ? 0 : (reachedMinor[count - 1] ?? 0) / gainMinor,
  }))
}

/** What the best fifth, rounded up, makes up. Empty: null where nothing was sold. */
export function topFifth({ sortedMinor, reachedMinor, gainMinor }: AbcRanking): ParetoPoint | null {
  if (gainMinor === 0) return null
  const count = Math.ceil(sortedMinor.length / 5)
  return { count, share: (reachedMinor[count - 1] ?? 0) / gainMinor }
}

/** Lists the places of the first sums, the largest first, equal ones in their order. */
export function firstPlaces(sumsMinor: Float64Array, { sortedMinor }: AbcRanking, count: number): number[] {
  const smallest = sortedMinor[Math.min(count, sortedMinor.length) - 1]
  if (smallest === undefined) return []
  const places: number[] = []
  for (let at = 0; at < sumsMinor.length; at++) if ((sumsMinor[at] ?? 0) >= smallest) places.push(at)
  return places
    .sort((one, other) => (sumsMinor[other] ?? 0) - (sumsMinor[one] ?? 0) || one - other)
    .slice(0, count)
}

/** How many of the falling numbers are above one. */
function countAbove(falling: Float64Array, limit: number): number {
  return countWhile(falling, value => value > limit)
}

/** How many of the falling numbers are as large or larger. */
function countFrom(falling: Float64Array, limit: number): number {
  return countWhile(falling, value => value >= limit)
}

/** How many numbers stand before the first of which it does not hold; it holds of none behind that one. */
function countWhile(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
