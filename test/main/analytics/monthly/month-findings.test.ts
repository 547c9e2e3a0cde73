import { describe, expect, it } from 'vitest'
import { findInCustomers, findInRevenue } from '#main/analytics/monthly/month-findings.ts'
import { CalendarMonth, fromMonthNumber, toMonthNumber } from '#shared/domain/calendar-date.ts'
import type { MonthSummary } from '#shared/domain/rfm-analysis.ts'
import { dayOf } from '#test/main/analytics/sample-shop.ts'

/** Months that end with June 2026: [revenue, new customers, returning customers]. */
function months(rows: readonly (readonly [number, number?, number?])[]): MonthSummary[] {
  const last = toMonthNumber(dayOf('2026-06-30'))
  return rows.map(([revenueMinor, newCustomers = 0, returningCustomers = 0], index) => ({
    month: fromMonthNumber(last - rows.length + 1 + index),
    revenueMinor,
    orderCount: 1,
    newCustomers,
    returningCustomers,
  }))
}
const endOfJune = { asOfDay: dayOf('2026-06-30'), fromDay: null }
const midJune = { asOfDay: dayOf('2026-06-15'), fromDay: null }

describe('the finding of the revenue', () => {
  it('compares the last three whole months with the three before', () => {
    const rose = months([[100], [100], [100], [100], [110], [120]])
    expect(findInRevenue(rose, endOfJune)).toEqual({
      code: 'revenue-rose',
      values: { changeRate: 330 / 300 - 1, revenueMinor: 330, months: 3 },
    })
    const fell = months([[200], [100], [100], [100], [100], [100]])
    expect(findInRevenue(fell, endOfJune)).toEqual({
      code: 'revenue-fell',
      values: { changeRate: 0.25, revenueMinor: 300, months: 3 },
    })
  })

  it('leaves out a month that is not over, and a first one that the period cuts', () => {
    const withHalfJune = months([[100], [100], [100], [100], [100], [100], [1]])
    expect(findInRevenue(withHalfJune, midJune).code).toBe('no-clear-difference')
    expect(findInRevenue(withHalfJune, endOfJune).code).toBe('revenue-fell')
    const withHalfFirst = months([[1], [100], [100], [100], [100], [100], [100]])
    expect(findInRevenue(withHalfFirst, { ...endOfJune, fromDay: dayOf('2025-12-20') }).code).toBe(
      'no-clear-difference',
    )
    expect(
      findInRevenue(withHalfFirst.slice(0, 6), { ...endOfJune, fromDay: dayOf('2026-01-01') }).code,
    ).toBe('revenue-rose')
  })

  it('else names a month far above the mean', () => {
    // mean 1500 / 9; the third month has 540, 3.24 times as much
    const found = findInRevenue(
      months([[120], [120], [540], [120], [120], [120], [120], [120], [120]]),
      endOfJune,
    )
    expect(found.code).toBe('revenue-best-month')
    expect(found.values).toMatchObject({ month: CalendarMonth.parse('2025-12'), revenueMinor: 540 })
    expect(found.values.timesMean).toBeCloseTo(3.24, 10)
  })

  it('else says that there is no clear difference', () => {
    expect(findInRevenue(months([[100], [100], [100], [100], [100], [109]]), endOfJune).code).toBe(
      'no-clear-difference',
    )
    expect(findInRevenue(months([[0], [0], [0]]), endOfJune).code).toBe('no-clear-difference')
  })

  it('asks for three whole months', () => {
    expect(findInRevenue(months([[100], [100], [100]]), midJune)).toEqual({
      code: 'too-few-months',
      values: { count: 2, minimum: 3 },
    })
    expect(findInRevenue([], endOfJune)).toEqual({ code: 'too-few-months', values: { count: 0, minimum: 3 } })
  })
})

describe('the finding of the customers', () => {
  it('says when new customers became more or fewer by a fifth and by ten', () => {
    const more = months([
      [0, 20, 5],
      [0, 20, 5],
      [0, 20, 5],
      [0, 20, 5],
      [0, 24, 5],
      [0, 28, 5],
    ])
    expect(findInCustomers(more, endOfJune)).toEqual({
      code: 'new-customers-rose',
      values: { newCustomers: 72, newBefore: 60, months: 3 },
    })
    const fewer = months([
      [0, 30],
      [0, 30],
      [0, 30],
      [0, 20],
      [0, 20],
      [0, 20],
    ])
    expect(findInCustomers(fewer, endOfJune).code).toBe('new-customers-fell')
    const tooSmall = months([
      [0, 1, 1],
      [0, 1, 1],
      [0, 1, 1],
      [0, 3, 3],
      [0, 4, 4],
      [0, 4, 4],
    ])
    expect(findInCustomers(tooSmall, endOfJune).code).toBe('no-clear-difference')
  })

  it('else names the group that makes three fifths', () => {
    expect(
      findInCustomers(
        months([
          [0, 6, 4],
          [0, 6, 4],
          [0, 6, 4],
        ]),
        endOfJune,
      ),
    ).toEqual({
      code: 'mostly-new',
      values: { newRate: 0.6, months: 3 },
    })
    expect(
      findInCustomers(
        months([
          [0, 1, 3],
          [0, 1, 3],
          [0, 1, 3],
        ]),
        endOfJune,
      ),
    ).toEqual({
      code: 'mostly-returning',
      values: { returningRate: 0.75, months: 3 },
    })
  })

  it('else says that there is no clear difference', () => {
    expect(
      findInCustomers(
        months([
          [0, 5, 5],
          [0, 5, 5],
          [0, 5, 5],
        ]),
        endOfJune,
      ).code,
    ).toBe('no-clear-difference')
    expect(findInCustomers(months([[9], [9], [9]]), endOfJune).code).toBe('no-clear-difference')
  })

  it('asks for three whole months', () => {
    expect(
      findInCustomers(
        months([
          [0, 9, 9],
          [0, 9, 9],
        ]),
        endOfJune,
      ).code,
    ).toBe('too-few-months')
  })
})
