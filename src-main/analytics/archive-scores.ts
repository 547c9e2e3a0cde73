import type { RfmCutPoints } from '#shared/domain/rfm.ts'
import { columnsAsOf } from './columns-as-of.ts'
import type { ArchiveColumns } from './purchase-columns.service.ts'
import { addOpeningBalances, type BalanceUse } from './rfm/opening-balances.ts'
import type { AnalysisWindow, RfmInput, RfmScores } from './rfm/rfm-columns.ts'
import { computeCutPoints } from './rfm/rfm-cut-points.ts'
import { measureCustomers, purchasesAsOf } from './rfm/rfm-metrics.ts'
import { scoreCustomers } from './rfm/rfm-scores.ts'

/** The scores of all customers with what they were reckoned from: columns as they stood, measures and limits. */
export type ArchiveScores = {
  readonly columns: ArchiveColumns
  readonly input: RfmInput
  readonly balanceUses: readonly BalanceUse[]
  readonly cutPoints: RfmCutPoints
  readonly scores: RfmScores
}

/**
 * Scores all customers whom the archive knew of at the end of the window: refunds netted, opening balances added.
 *
 * Shape: `givenCutPoints` stand as they are; null takes the default ones.
 * Units: minor units.
 * Empty: an archive without customers gives empty columns.
 * Cost: about 50 ms for 200,000 customers and 2,000,000 orders.
 */
export function scoreArchive(
  all: ArchiveColumns,
  window: AnalysisWindow,
  givenCutPoints: RfmCutPoints | null,
  oneMajorUnitMinor: number,
): ArchiveScores {
  const { asOfDay } = window
  const known = columnsAsOf(all, asOfDay)
  const columns = { ...known, purchases: purchasesAsOf(known.purchases, known.refunds, asOfDay) }
  const fromOrders = measureCustomers(columns.purchases, columns.customerIds, window)
  const { input, uses } = addOpeningBalances(fromOrders, columns.balances, window)
  const cutPoints = givenCutPoints ?? computeCutPoints(input, asOfDay, oneMajorUnitMinor)
  return { columns, input, balanceUses: uses, cutPoints, scores: scoreCustomers(input, asOfDay, cutPoints) }
}
