import type { RfmScore } from '#shared/domain/rfm.ts'
import type { RfmInput, RfmScores } from './rfm-columns.ts'

/** One cell of the heat map. Units: `spendMinor` in minor units. */
export type HeatMapCell = {
  readonly r: RfmScore
  readonly f: RfmScore
  customerCount: number
  spendMinor: number
}

/**
 * Counts customers and spend by recency and order-count score.
 *
 * Shape: 25 cells, R from 5 down to 1 and within it F from 1 to 5. They add up to the customers with a purchase; those
 * without are in no cell.
 * Empty: no customers give 25 cells of 0.
 */
export function heatMap(scores: RfmScores, input: RfmInput): HeatMapCell[] {
  const cells = [5, 4, 3, 2, 1].flatMap(r =>
    [1, 2, 3, 4, 5].map(f => ({ r, f, customerCount: 0, spendMinor: 0 })),
  )
  for (let index = 0; index < scores.r.length; index++) {
    const cell = cells[(5 - (scores.r[index] ?? 0)) * 5 + (scores.f[index] ?? 0) - 1]
    if (!scores.r[index] || !cell) continue
    cell.customerCount++
    cell.spendMinor += input.spendMinor[index] ?? 0
  }
  return cells
}
