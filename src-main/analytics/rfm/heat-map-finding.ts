import type { Finding } from '#shared/domain/rfm-analysis.ts'
import type { HeatMapCell } from './rfm-heat-map.ts'

/** With fewer buyers a share says nothing. */
const minimumBuyers = 10

/**
 * Says what stands out in the heat map. Shares are of the customers in it and of their spend.
 *
 * Shape: tried in order: `too-few-customers` below 10; `heat-map-best-corner` when those with R and F of 4 or 5 bring
 * at least 1.5 times their share of customers and 30 % of the spend; `heat-map-largest-cell` when one cell holds 20 % of
 * the customers (five times its even share) or more; `no-clear-difference`.
 * Units: rates 0..1.
 */
export function findInHeatMap(cells: readonly HeatMapCell[]): Finding {
  const customerCount = sumOf(cells, 'customerCount')
  const spendMinor = sumOf(cells, 'spendMinor')
  if (customerCount < minimumBuyers) {
    return { code: 'too-few-customers', values: { count: customerCount, minimum: minimumBuyers } }
  }
  const corner = cells.filter(cell => cell.r >= 4 && cell.f >= 4)
  const customerRate = sumOf(corner, 'customerCount') / customerCount
  const spendRate = spendMinor > 0 ? sumOf(corner, 'spendMinor') / spendMinor : 0
  if (spendRate >= 0.3 && spendRate >= 1.5 * customerRate) {
    const count = sumOf(corner, 'customerCount')
    return { code: 'heat-map-best-corner', values: { customerCount: count, customerRate, spendRate } }
  }
  const largest = cells.reduce((top, cell) => (cell.customerCount > top.customerCount ? cell : top))
  if (largest.customerCount < 0.2 * customerCount) return { code: 'no-clear-difference', values: {} }
  const { r, f, customerCount: count } = largest
  const rate = count / customerCount
  return { code: 'heat-map-largest-cell', values: { r, f, customerCount: count, customerRate: rate } }
}

function sumOf(cells: readonly HeatMapCell[], key: 'customerCount' | 'spendMinor'): number {
  return cells.reduce((sum, cell) => sum + cell[key], 0)
}
