import { describe, expect, it } from 'vitest'
import { findInSegments } from '#main/analytics/segmentation/segment-finding.ts'
import type { SegmentSummary } from '#shared/domain/rfm-analysis.ts'

/** [code, colour, customers, share of spend, average days] */
type Row = readonly [string, SegmentSummary['colorKey'], number, number, number | null]

function summaries(rows: readonly Row[]): SegmentSummary[] {
  return rows.map(([code, colorKey, customerCount, spendRate, averageRecencyDays]) => {
    const ranges = { r: null, f: null, m: null }
    return {
      code,
      name: null,
      colorKey,
      ...ranges,
      customerCount,
      spendMinor: spendRate * 10_000,
      spendRate,
      averageRecencyDays,
    }
  })
}

describe('the finding of the segments', () => {
  it('first warns of a segment to hold or win back that brings a fifth of the spend', () => {
    const found = findInSegments(
      summaries([
        ['champions', 'valueHi', 20, 0.5, 18],
        ['at-risk', 'holdHi', 10, 0.24, 97],
        ['lost', 'winLo', 50, 0.2, 240],
        ['others', 'none', 20, 0.06, 30],
        ['no-purchase', 'none', 900, 0, null],
      ]),
    )
    expect(found).toEqual({
      code: 'segment-fading',
      values: {
        segmentCode: 'at-risk',
        customerCount: 10,
        customerRate: 0.1,
        spendRate: 0.24,
        averageRecencyDays: 97,
      },
    })
  })

  it('else names the segment that brings far more than its share of customers', () => {
    const found = findInSegments(
      summaries([
        ['champions', 'valueHi', 10, 0.6, 18],
        ['lost', 'winLo', 60, 0.1, 240],
        ['others', 'none', 30, 0.3, 30],
      ]),
    )
    expect(found).toEqual({
      code: 'segment-carries',
      values: { segmentCode: 'champions', customerCount: 10, customerRate: 0.1, spendRate: 0.6 },
    })
  })

  it('else names a segment with two fifths of the customers', () => {
    const found = findInSegments(
      summaries([
        ['new-customers', 'growLo', 50, 0.45, 18],
        ['promising', 'growLo', 30, 0.35, 40],
        ['lost', 'winLo', 20, 0.19, 240],
      ]),
    )
    expect(found.code).toBe('segment-largest')
    expect(found.values).toMatchObject({ segmentCode: 'new-customers', customerRate: 0.5 })
  })

  it('else says that there is no clear difference', () => {
    const even = (['champions', 'promising', 'new-customers', 'others'] as const).map(
      code => [code, 'growLo', 25, 0.25, 30] as const,
    )
    expect(findInSegments(summaries(even))).toEqual({ code: 'no-clear-difference', values: {} })
  })

  it('carries the name that the operator typed', () => {
    const [champions] = summaries([['segment-1', 'valueHi', 12, 1, 3]])
    const rest = summaries([['others', 'none', 12, 0, 90]])
    const found = findInSegments(champions ? [{ ...champions, name: '老朋友' }, ...rest] : rest)
    expect(found.values).toMatchObject({ segmentCode: 'segment-1', segmentName: '老朋友' })
  })

  it('asks for ten buyers; customers without a purchase are none', () => {
    const found = findInSegments(
      summaries([
        ['champions', 'valueHi', 9, 1, 3],
        ['no-purchase', 'none', 50, 0, null],
      ]),
    )
    expect(found).toEqual({ code: 'too-few-customers', values: { count: 9, minimum: 10 } })
  })
})
