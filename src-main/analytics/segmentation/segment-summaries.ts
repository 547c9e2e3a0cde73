import { noOrderDay, type RfmInput } from '#main/analytics/rfm/rfm-columns.ts'
import { daysSince } from '#main/analytics/rfm/rfm-cut-points.ts'
import type { SegmentSummary } from '#shared/domain/rfm-analysis.ts'
import type { SegmentRuleSet } from '#shared/domain/segment.ts'
import { listSegments } from './segment-customers.ts'

/**
 * Adds up customers, spend and recency per segment.
 *
 * Shape: one row per class of `listSegments`, in its order, empty ones too; the customers of all rows add up to all
 * customers, the spend to all spend. Averages are of the customers whose last purchase is known.
 * Units: minor units; `spendRate` 0..1 of all spend, 0 where that is not above 0; days.
 * Empty: a segment without customers has 0, 0 and a null average.
 */
export function summarizeSegments(
  input: RfmInput,
  segmentOf: Uint8Array,
  rules: SegmentRuleSet,
  asOfDay: number,
): SegmentSummary[] {
  const sums = listSegments(rules).map(() => ({ customerCount: 0, spendMinor: 0, days: 0, datedCount: 0 }))
  let totalMinor = 0
  for (let index = 0; index < segmentOf.length; index++) {
    const sum = sums[segmentOf[index] ?? 0]
    if (!sum) throw new RangeError('a segment index lies outside the rule set')
    const spendMinor = input.spendMinor[index] ?? 0
    totalMinor += spendMinor
    sum.customerCount++
    sum.spendMinor += spendMinor
    const lastDay = input.lastOrderDay[index] ?? noOrderDay
    if (lastDay === noOrderDay) continue
    sum.days += daysSince(lastDay, asOfDay)
    sum.datedCount++
  }
  return listSegments(rules).map((segment, index) => {
    const { customerCount = 0, spendMinor = 0, days = 0, datedCount = 0 } = sums[index] ?? {}
    const ranges =
      'r' in segment ? { r: segment.r, f: segment.f, m: segment.m } : { r: null, f: null, m: null }
    return {
      code: segment.code,
      name: segment.name,
      colorKey: segment.colorKey,
      ...ranges,
      customerCount,
      spendMinor,
      spendRate: totalMinor > 0 ? spendMinor / totalMinor : 0,
      averageRecencyDays: datedCount > 0 ? days / datedCount : null,
    }
  })
}
