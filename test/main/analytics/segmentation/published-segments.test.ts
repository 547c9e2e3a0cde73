import { describe, expect, it } from 'vitest'
import type { RfmInput } from '#main/analytics/rfm/rfm-columns.ts'
import { computeCutPoints } from '#main/analytics/rfm/rfm-cut-points.ts'
import { scoreCustomers } from '#main/analytics/rfm/rfm-scores.ts'
import { assignSegments } from '#main/analytics/segmentation/segment-customers.ts'
import { tenSegments } from '#main/analytics/segmentation/segment-rules.ts'
import { summarizeSegments } from '#main/analytics/segmentation/segment-summaries.ts'
import { CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import type { RfmCutPoints } from '#shared/domain/rfm.ts'
import { hasPublishedFile, readPublishedCsv } from '#test/main/analytics/published-data.ts'

const file = 'analysis/rfm_data_customer.csv'
const asOfDay = toDayNumber(CalendarDate.parse('2007-01-01'))

/** Edges and counts of the R package rfm, article "RFM - Customer Level Data". */
const publishedEdges: RfmCutPoints = {
  recencyDays: [77, 126, 177, 266],
  orderCount: [8, 10, 11, 13],
  spendMinor: [64_100, 82_700, 100_300, 122_600],
}
const publishedCounts = {
  champions: 1571,
  'potential-loyalist': 12_762,
  'loyal-customers': 6965,
  promising: 297,
  'new-customers': 4475,
  'cant-lose-them': 1471,
  'at-risk': 2081,
  'need-attention': 679,
  'about-to-sleep': 4095,
  lost: 5535,
  others: 68,
  'no-purchase': 0,
}

function readCustomers(): RfmInput {
  const rows = readPublishedCsv(file)
  return {
    customerIds: rows.map(row => Number(row.customer_id)),
    lastOrderDay: Int32Array.from(rows, row => toDayNumber(CalendarDate.parse(row.most_recent_visit))),
    orderCount: Int32Array.from(rows, row => Number(row.number_of_orders)),
    spendMinor: Float64Array.from(rows, row => Number(row.revenue) * 100),
  }
}

describe.skipIf(!hasPublishedFile(file))(
  `the published customers (skipped without ${file} in KEHU_TEST_DATA)`,
  () => {
    it('have the published edges as default cut points', () => {
      expect(computeCutPoints(readCustomers(), asOfDay, 100)).toEqual(publishedEdges)
    })

    it('fall into the ten segments as published', () => {
      const input = readCustomers()
      expect(input.orderCount.reduce((sum, count) => sum + count, 0)).toBe(393_223)
      const segmentOf = assignSegments(scoreCustomers(input, asOfDay, publishedEdges), tenSegments)
      const summaries = summarizeSegments(input, segmentOf, tenSegments, asOfDay)
      expect(Object.fromEntries(summaries.map(s => [s.code, s.customerCount]))).toEqual(publishedCounts)
      expect(summaries.reduce((sum, s) => sum + s.customerCount, 0)).toBe(39_999)
    })
  },
)
