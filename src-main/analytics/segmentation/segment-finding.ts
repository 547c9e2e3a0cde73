import type { Finding, SegmentSummary } from '#shared/domain/rfm-analysis.ts'
import { noPurchaseSegment } from '#shared/domain/segment.ts'

/** With fewer buyers a share says nothing. */
const minimumBuyers = 10

/**
 * Says what stands out among the segments. Shares of customers are of those who bought, shares of spend of all spend.
 *
 * Shape: tried in order: `too-few-customers` below 10 buyers; `segment-fading` when a segment to hold or win back
 * brings 20 % of the spend or more; `segment-carries` when the segment with the most spend brings 25 % or more and at
 * least 1.5 times its share of customers; `segment-largest` when one holds 40 % of the customers or more;
 * `no-clear-difference`. Of equal segments the earlier one is named. `segmentName` is there only where the operator
 * typed a name.
 * Units: rates 0..1, days.
 */
export function findInSegments(summaries: readonly SegmentSummary[]): Finding {
  const segments = summaries.filter(segment => segment.code !== noPurchaseSegment.code)
  const buyers = segments.reduce((sum, segment) => sum + segment.customerCount, 0)
  if (buyers < minimumBuyers)
    return { code: 'too-few-customers', values: { count: buyers, minimum: minimumBuyers } }
  const fading = topOf(
    segments.filter(segment => /^(hold|win)/.test(segment.colorKey)),
    'spendRate',
  )
  if (fading && fading.spendRate >= 0.2 && fading.averageRecencyDays !== null) {
    const days = { averageRecencyDays: fading.averageRecencyDays }
    return { code: 'segment-fading', values: { ...valuesOf(fading, buyers), ...days } }
  }
  const richest = topOf(segments, 'spendRate')
  if (richest && richest.spendRate >= 0.25 && richest.spendRate >= (1.5 * richest.customerCount) / buyers) {
    return { code: 'segment-carries', values: valuesOf(richest, buyers) }
  }
  const largest = topOf(segments, 'customerCount')
  if (largest && largest.customerCount >= 0.4 * buyers) {
    return { code: 'segment-largest', values: valuesOf(largest, buyers) }
  }
  return { code: 'no-clear-difference', values: {} }
}

function topOf(segments: readonly SegmentSummary[], key: 'spendRate' | 'customerCount') {
  return segments.reduce<SegmentSummary | undefined>(
    (top, segment) => (!top || segment[key] > top[key] ? segment : top),
    undefined,
  )
}

function valuesOf(segment: SegmentSummary, buyers: number): Finding['values'] {
  return {
    segmentCode: segment.code,
    ...(segment.name === null ? {} : { segmentName: segment.name }),
    customerCount: segment.customerCount,
    customerRate: segment.customerCount / buyers,
    spendRate: segment.spendRate,
  }
}
