/**
 * Gives the values that cut a sorted list into equal parts, interpolating between neighbours.
 *
 * Shape: `sorted` rises; the answer holds `parts` - 1 values. Positions are reckoned in whole numbers, so that a
 * quantile that falls on a value is that value exactly.
 * Empty: an empty list gives zeros; one value gives that value.
 * Source: R. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages" (1996), type 7; R's and Excel's default.
 * Example: [2, 20, 40, 90, 400] in 5 parts -> [16.4, 32, 60, 152]
 */
export function quantilesType7(sorted: ArrayLike<number>, parts: number): number[] {
  const gaps = Math.max(sorted.length - 1, 0)
  return Array.from({ length: parts - 1 }, (_, index) => {
    const steps = gaps * (index + 1)
    const below = Math.floor(steps / parts)
    const lower = sorted[below] ?? 0
    const upper = sorted[below + 1] ?? lower
    return lower + ((steps - below * parts) * (upper - lower)) / parts
  })
}
