import { describe, expect, it } from 'vitest'
import { newAndReturningByMonth } from '#main/analytics/monthly/new-and-returning.ts'
import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import { hasPublishedFile, readPublishedCsv } from '#test/main/analytics/published-data.ts'

const file = 'analysis/online_retail_europe.csv'

/** Customers of the cohorts that began in each of the first three months, and how many of the first came back then. */
const published = { newCustomers: [55, 42, 34], firstCohortLater: [28, 17] }

function readPurchases(): { purchases: PurchaseColumns; customerCount: number } {
  const rows = readPublishedCsv(file).filter(
    row => row.CustomerID !== '' && Number(row.Quantity) > 0 && Number(row.UnitPrice) > 0,
  )
  const ids = [...new Set(rows.map(row => row.CustomerID))]
  const indexOf = new Map(ids.map((id, index) => [id, index]))
  return {
    customerCount: ids.length,
    purchases: {
      customerIndex: Int32Array.from(rows, row => indexOf.get(row.CustomerID) ?? -1),
      orderedOnDay: Int32Array.from(rows, row =>
        toDayNumber(CalendarDate.parse(row.InvoiceDate?.slice(0, 10))),
      ),
      netMinor: Float64Array.from(rows, row => Number(row.Quantity) * Number(row.UnitPrice) * 100),
      isCounted: new Uint8Array(rows.length).fill(1),
    },
  }
}

describe.skipIf(!hasPublishedFile(file))(
  `the months of Online Retail Europe (skipped without ${file} in KEHU_TEST_DATA)`,
  () => {
    it('begin with as many new customers as the published cohorts have', () => {
      const { purchases, customerCount } = readPurchases()
      const window = { asOfDay: toDayNumber(CalendarDate.parse('2011-12-31')), fromDay: null }
      const months = newAndReturningByMonth(purchases, customerCount, window)
      expect(months.slice(0, 3).map(month => month.newCustomers)).toEqual(published.newCustomers)
      // the second month's returning customers are the first cohort's; the third's are those of the first two cohorts
      expect(months.slice(1, 3).map(month => month.returningCustomers)).toEqual([
        published.firstCohortLater[0],
        (published.firstCohortLater[1] ?? 0) + 11,
      ])
      expect(months.reduce((sum, month) => sum + month.newCustomers, 0)).toBe(331)
    })
  },
)
