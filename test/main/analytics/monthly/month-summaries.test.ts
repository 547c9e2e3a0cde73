import { describe, expect, it } from 'vitest'
import { summarizeMonths } from '#main/analytics/monthly/month-summaries.ts'
import {
  listBuyersOfMonth,
  type MonthGroup,
  newAndReturningByMonth,
} from '#main/analytics/monthly/new-and-returning.ts'
import { revenueByMonth } from '#main/analytics/monthly/revenue-by-month.ts'
import { CalendarMonth } from '#shared/domain/calendar-date.ts'
import { dayOf, purchases } from '#test/main/analytics/sample-shop.ts'

/** Four customers and a sale without one; rows are in no order of time. */
const shop = purchases([
  [1, '2026-03-10', 2000],
  [0, '2026-01-05', 1000],
  [0, '2026-01-31', 500],
  [1, '2026-01-20', 700],
  [0, '2026-03-01', 300],
  [-1, '2026-01-15', 9000],
  [0, '2026-03-02', -200, 'not-counted'],
  [2, '2026-04-30', 400],
  [3, '2026-03-15', 0, 'not-counted'],
  [2, '2026-05-01', 999],
])
const april = { asOfDay: dayOf('2026-04-30'), fromDay: null }
const day = (month: string) => CalendarMonth.parse(month)

describe('revenue by month', () => {
  it('is netted, has no gaps and includes sales without a customer', () => {
    expect(revenueByMonth(shop, april)).toEqual([
      { month: '2026-01', revenueMinor: 11_200, orderCount: 4 },
      { month: '2026-02', revenueMinor: 0, orderCount: 0 },
      { month: '2026-03', revenueMinor: 2100, orderCount: 2 },
      { month: '2026-04', revenueMinor: 400, orderCount: 1 },
    ])
  })

  it('starts and ends with the window', () => {
    const window = { asOfDay: dayOf('2026-03-09'), fromDay: dayOf('2026-01-20') }
    expect(revenueByMonth(shop, window).map(month => [month.month, month.revenueMinor])).toEqual([
      ['2026-01', 1200],
      ['2026-02', 0],
      ['2026-03', 100],
    ])
  })

  it('reaches to the month of the reference date, over the end of a year', () => {
    const order = purchases([[0, '2025-11-30', 100]])
    const months = revenueByMonth(order, { asOfDay: dayOf('2026-02-01'), fromDay: null })
    expect(months.map(month => month.month)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  })

  it('of nothing is no months', () => {
    expect(revenueByMonth(purchases([]), april)).toEqual([])
    expect(revenueByMonth(shop, { asOfDay: dayOf('2025-12-31'), fromDay: null })).toEqual([])
  })
})

describe('new and returning customers', () => {
  it('are new in the month of their first counted order, and count once a month', () => {
    expect(newAndReturningByMonth(shop, 4, april)).toEqual([
      { month: '2026-01', newCustomers: 2, returningCustomers: 0 },
      { month: '2026-02', newCustomers: 0, returningCustomers: 0 },
      { month: '2026-03', newCustomers: 0, returningCustomers: 2 },
      { month: '2026-04', newCustomers: 1, returningCustomers: 0 },
    ])
  })

  it('return where their first order lies before the window', () => {
    const window = { asOfDay: dayOf('2026-03-31'), fromDay: dayOf('2026-02-01') }
    expect(newAndReturningByMonth(shop, 4, window)).toEqual([
      { month: '2026-03', newCustomers: 0, returningCustomers: 2 },
    ])
  })

  it('are new in a month that the window cuts, if they also bought within the window', () => {
    const order = purchases([
      [0, '2026-02-03', 100],
      [0, '2026-02-20', 100],
      [1, '2026-02-03', 100],
      [2, '2026-01-31', 100],
      [2, '2026-02-11', 100],
    ])
    const window = { asOfDay: dayOf('2026-02-28'), fromDay: dayOf('2026-02-10') }
    expect(newAndReturningByMonth(order, 3, window)).toEqual([
      { month: '2026-02', newCustomers: 1, returningCustomers: 1 },
    ])
    expect(listBuyersOfMonth(order, 3, window, day('2026-02'), 'new')).toEqual([0])
    expect(listBuyersOfMonth(order, 3, window, day('2026-02'), 'returning')).toEqual([2])
  })

  it('are counted the same over more months than are looked at together', () => {
    const longAgo = purchases([
      [0, '0001-01-05', 100],
      [0, '0001-01-09', 100],
      [1, '1024-01-01', 100],
      [0, '2026-02-01', 100],
      [1, '2026-02-03', 100],
      [19_999, '2026-02-28', 100],
    ])
    const months = newAndReturningByMonth(longAgo, 20_000, { asOfDay: dayOf('2026-02-28'), fromDay: null })
    expect(months).toHaveLength(24_302)
    expect(months.filter(month => month.newCustomers + month.returningCustomers > 0)).toEqual([
      { month: '0001-01', newCustomers: 1, returningCustomers: 0 },
      { month: '1024-01', newCustomers: 1, returningCustomers: 0 },
      { month: '2026-02', newCustomers: 1, returningCustomers: 2 },
    ])
  })

  it('do not count orders after the reference date as a first one', () => {
    const window = { asOfDay: dayOf('2026-04-29'), fromDay: null }
    expect(newAndReturningByMonth(shop, 4, window).at(-1)).toEqual({
      month: '2026-04',
      newCustomers: 0,
      returningCustomers: 0,
    })
  })

  it('are listed behind their bar, as many as it counts', () => {
    const listOf = (month: string, group: MonthGroup) => listBuyersOfMonth(shop, 4, april, day(month), group)
    expect(listOf('2026-01', 'new')).toEqual([0, 1])
    expect(listOf('2026-03', 'returning')).toEqual([0, 1])
    expect(listOf('2026-03', 'new')).toEqual([])
    expect(listOf('2026-04', 'all')).toEqual([2])
    expect(listOf('2026-02', 'all')).toEqual([])
    expect(listOf('2030-01', 'all')).toEqual([])
  })

  it('agree with a count by sets for random purchases', () => {
    let seed = 5
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const rows = Array.from({ length: 3000 }, () => {
      const date = `202${4 + next(2)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`
      return [next(201) - 1, date, next(900)] as [number, string, number]
    })
    const firstMonths = new Map<number, string>()
    const buyers = new Map<string, Set<number>>()
    for (const [customer, date] of rows.filter(row => row[0] >= 0)) {
      const month = date.slice(0, 7)
      if (month < (firstMonths.get(customer) ?? '9999')) firstMonths.set(customer, month)
      buyers.set(month, (buyers.get(month) ?? new Set()).add(customer))
    }
    const counted = newAndReturningByMonth(purchases(rows), 200, {
      asOfDay: dayOf('2025-12-31'),
      fromDay: null,
    })
    expect(counted).toHaveLength(24)
    for (const { month, newCustomers, returningCustomers } of counted) {
      const all = [...(buyers.get(month) ?? [])]
      expect(newCustomers).toBe(all.filter(customer => firstMonths.get(customer) === month).length)
      expect(newCustomers + returningCustomers).toBe(all.length)
    }
    expect(counted.reduce((sum, month) => sum + month.newCustomers, 0)).toBe(firstMonths.size)
  })
})

describe('the months of a chart', () => {
  it('join revenue and customers', () => {
    expect(summarizeMonths(shop, 4, april)[2]).toEqual({
      month: '2026-03',
      revenueMinor: 2100,
      orderCount: 2,
      newCustomers: 0,
      returningCustomers: 2,
    })
    expect(summarizeMonths(purchases([]), 0, april)).toEqual([])
  })
})
