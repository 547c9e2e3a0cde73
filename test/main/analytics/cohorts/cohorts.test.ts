import { describe, expect, it } from 'vitest'
import { countReturning, sumByMonthsLater } from '#main/analytics/cohorts/cohort-sums.ts'
import { followBuyers } from '#main/analytics/cohorts/follow-buyers.ts'
import { sortOrdersByDay } from '#main/analytics/cohorts/orders-by-day.ts'
import { countRepurchases, quartilesOfCounts } from '#main/analytics/cohorts/repurchases.ts'
import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { fromMonthNumber } from '#shared/domain/calendar-date.ts'
import { hasPublishedFile, readPublishedCsv } from '#test/main/analytics/published-data.ts'
import { dayOf, purchases } from '#test/main/analytics/sample-shop.ts'

const asOfDay = dayOf('2026-06-30')

/**
 * Four customers. The first bought in January (twice on one day) and in March, the second in January and on the 31st of it, the third in
 * March, the fourth had an opening balance.
 */
const shop = purchases([
  [0, '2026-03-05', 100],
  [0, '2026-01-10', 100],
  [0, '2026-01-10', 50],
  [1, '2026-01-01', 100],
  [1, '2026-01-31', 0],
  [2, '2026-03-31', 100],
  [3, '2026-02-02', 100],
  // None of these is a purchase: returned, without a customer, after the day.
  [2, '2026-02-01', -500, 'not-counted'],
  [-1, '2025-12-01', 100],
  [2, '2026-07-01', 100],
])
const isLeftOut = Uint8Array.of(0, 0, 0, 1)

const cohortsOf = (columns: PurchaseColumns, leftOut: Uint8Array, day: number, mostMonths = 120) =>
  followBuyers(sortOrdersByDay(columns, leftOut, day), leftOut.length, day, mostMonths).table

describe('cohorts by month', () => {
  it('D17: are added up by how many months later it is', () => {
    expect(sumByMonthsLater({ active: [Int32Array.of(10, 4, 2), Int32Array.of(6, 3)] })).toEqual([
      [16, 16],
      [16, 7],
      [10, 2],
    ])
  })

  it('D17: begin with the first purchase; who buys twice in a month counts once', () => {
    const table = cohortsOf(shop, isLeftOut, asOfDay)
    expect(fromMonthNumber(table.firstMonth)).toBe('2026-01')
    expect(table.active.map(counts => [...counts])).toEqual([
      [2, 0, 1, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0],
      [0, 0],
      [0],
    ])
    expect(sumByMonthsLater(table).slice(0, 5)).toEqual([
      [3, 3],
      [3, 0],
      [3, 1],
      [3, 0],
      [2, 0],
    ])
    expect(countReturning(table)).toEqual([0, 0, 1, 0, 0, 0])
  })

  it('D17: before the months that are shown customers are counted in one sum', () => {
    const table = cohortsOf(shop, isLeftOut, asOfDay, 5)
    expect(fromMonthNumber(table.firstMonth)).toBe('2026-02')
    expect([table.earlierCustomers, ...table.earlierActive]).toEqual([2, 0, 1, 0, 0, 0])
    expect(table.active.map(counts => counts[0])).toEqual([0, 1, 0, 0, 0])
    expect(countReturning(table)).toEqual([0, 1, 0, 0, 0])
  })

  it('D17: without a purchase until the day there is no month', () => {
    const table = cohortsOf(shop, isLeftOut, dayOf('2025-12-31'))
    expect([table.active, table.earlierCustomers, sumByMonthsLater(table)]).toEqual([[], 0, []])
  })
})

describe('purchases after the first one', () => {
  const follow = (columns: PurchaseColumns, day = asOfDay) =>
    followBuyers(sortOrdersByDay(columns, isLeftOut, day), isLeftOut.length, day, 12)
  const again = (columns: PurchaseColumns, spans: readonly number[], day = asOfDay) =>
    countRepurchases(follow(columns, day), spans).map(one => [one.buyers, one.again])
  const gaps = (columns: PurchaseColumns) =>
    [...follow(columns).gapCounts.entries()].filter(([, count]) => count > 0)

  it('D17: two of three bought again, after 30 and after 54 days; two orders of a day are one purchase', () => {
    expect(again(shop, [Number.POSITIVE_INFINITY, 30, 90])).toEqual([
      [3, 2],
      [3, 1],
      [3, 2],
    ])
    expect(gaps(shop)).toEqual([
      [30, 1],
      [54, 1],
    ])
  })

  it('D17: who bought for the first time later than so many days ago is not asked about them', () => {
    // On 30 March the first buyers of 1 and 10 January are 88 and 79 days old; the second purchases are 30 and 54 days later.
    expect(again(shop, [79, 80, 88, 89], dayOf('2026-03-30'))).toEqual([
      [2, 2],
      [1, 1],
      [1, 1],
      [0, 0],
    ])
  })

  it('D17: everything on one day is no second purchase', () => {
    const oneDay = purchases([
      [0, '2026-01-10', 100],
      [0, '2026-01-10', 100],
      [1, '2026-01-10', 100],
    ])
    expect([again(oneDay, [Number.POSITIVE_INFINITY]), gaps(oneDay)]).toEqual([[[2, 0]], []])
  })

  it('D17: quartiles lie between neighbours', () => {
    expect(quartilesOfCounts(Int32Array.of(0, 1, 2, 0, 0, 1))).toEqual([1.75, 2, 2.75])
    expect(quartilesOfCounts(new Int32Array(3))).toEqual([0, 0, 0])
  })
})

const file = 'analysis/online_retail_europe.csv'

describe.skipIf(!hasPublishedFile(file))(`Online Retail Europe (skipped without ${file})`, () => {
  it('D17: the first three cohorts are the published ones', () => {
    const rows = readPublishedCsv(file).filter(
      row => row.CustomerID !== '' && Number(row.Quantity) > 0 && Number(row.UnitPrice) > 0,
    )
    const ids = [...new Set(rows.map(row => row.CustomerID))]
    const indexOf = new Map(ids.map((id, index) => [id, index]))
    const columns = purchases(
      rows.map(row => [indexOf.get(row.CustomerID) ?? -1, row.InvoiceDate?.slice(0, 10) ?? '', 100]),
    )
    const table = cohortsOf(columns, new Uint8Array(ids.length), dayOf('2011-12-31'))
    expect(fromMonthNumber(table.firstMonth)).toBe('2010-12')
    expect(table.active.slice(0, 3).map(counts => [...counts].join(' '))).toEqual([
      '55 28 17 29 23 21 21 24 19 16 24 30 14',
      '42 11 12 8 11 16 9 10 10 14 20 2',
      '34 7 5 8 3 6 7 8 4 9 1',
    ])
    expect(table.active.reduce((sum, counts) => sum + (counts[0] ?? 0), 0)).toBe(331)
  })
})
