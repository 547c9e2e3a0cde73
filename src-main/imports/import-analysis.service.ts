import { indexOfCustomer, type RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { dayIn } from '#shared/domain/day-in.ts'
import { listCustomersOfBatch } from './import-batch.queries.ts'

/** Whoever bought has a class in every rule set, so that any of them will do. */
const ruleSetCode = 'classic-eight'

/**
 * Counts the customers that an import created or changed and that now have a class by recency, frequency and spend.
 *
 * Empty: who has not bought until today has none; 0 for an import of contacts alone.
 * Cost: one analysis of the archive, which the page of the segments then finds ready.
 */
export function countClassedCustomers(
  db: ReadableDb,
  analyst: RfmAnalyst,
  importBatchId: number,
  now = new Date(),
): number {
  const { timeZone } = getArchiveSettings(db)
  const asOf = dayIn(timeZone, now)
  const { columns, segmentOf, summary } = analyst.analyse({ asOf, period: { kind: 'all' }, ruleSetCode })
  const noPurchase = summary.segments.length - 1
  return listCustomersOfBatch(db, importBatchId).filter(customerId => {
    const index = indexOfCustomer(columns.customerIds, customerId)
    return index >= 0 && segmentOf[index] !== noPurchase
  }).length
}
