import { valuesAtPlaces } from './order-statistics.ts'

/**
 * Gives the values that cut a list into equal parts, interpolating between neighbours.
 *
 * Shape: finite `values` in any order, left as they are; the answer holds `parts` - 1 values. Positions are reckoned in whole
 * numbers, so that a quantile that falls on a value is that value exactly.
 * Empty: an empty list gives zeros; one value gives that value.
 * Source: R. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages" (1996), type 7; R's and Excel's default.
 * Example: [2, 20, 40, 90, 400] in 5 parts -> [16.4, 32, 60, 152]
 */
export function quantilesType7(values: ArrayLike<number>, parts: number): number[] {
  const gaps = Math.max(values.length - 1, 0)
  const steps = Array.from({ length: parts - 1 }, (_, index) => gaps * (index + 1))
  const places = steps.flatMap(step => [Math.floor(step / parts), Math.ceil(step / parts)])
  const around = values.length > 0 ? valuesAtPlaces(values, places) : []
  return steps.map((step, index) => {
    const lower = around[2 * index] ?? 0
    const upper = around[2 * index + 1] ?? 0
    return lower + ((step % parts) * (upper - lower)) / parts
  })
}

/**
 * Gives the values from which on the largest shares of a list lie, interpolating as type 7.
 *
 * Shape: one value per share, 0 for the largest alone, 1 for all. Shares count in thousandths, so that one that falls on a value is that
 * value exactly.
 * Empty: an empty list gives zeros.
 * Example: [10, 20, 30, 40, 50], shares 0.25 and 0.5 -> [40, 30]
 */
export function valuesFromTop(values: ArrayLike<number>, shares: readonly number[]): number[] {
  if (values.length === 0) return shares.map(() => 0)
  const steps = shares.map(share => (values.length - 1) * Math.round(1000 * (1 - share)))
  const places = steps.flatMap(step => [Math.floor(step / 1000), Math.ceil(step / 1000)])
  const around = valuesAtPlaces(values, places)
  return steps.map((step, index) => {
    const [lower = 0, upper = 0] = around.slice(2 * index, 2 * index + 2)
    return lower + ((step % 1000) * (upper - lower)) / 1000
  })
}
