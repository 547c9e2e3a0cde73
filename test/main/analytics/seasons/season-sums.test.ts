import { describe, expect, it } from 'vitest'
import {
  calendarMonthOf,
  countDays,
  findFirstOrderDay,
  findWholeYears,
  indexAgainstAverage,
  sumByPlace,
  weekdayOf,
} from '#main/analytics/seasons/season-sums.ts'
import { fromDayNumber } from '#shared/domain/calendar-date.ts'
import { dayOf, purchases } from '#test/main/analytics/sample-shop.ts'

const yearsBetween = (firstOn: string, asOf: string) => {
  const found = findWholeYears(dayOf(firstOn), dayOf(asOf), 10)
  return found && [found.years, fromDayNumber(found.firstDay), fromDayNumber(found.lastDay)]
}

describe('whole years', () => {
  it('D17: end with the last month that is over and hold only months that were sold in wholly', () => {
    expect(yearsBetween('2024-03-05', '2026-11-22')).toEqual([2, '2024-11-01', '2026-10-31'])
    expect(yearsBetween('2024-12-02', '2026-11-30')).toEqual([1, '2025-12-01', '2026-11-30'])
    expect(yearsBetween('2024-12-01', '2026-11-30')).toEqual([2, '2024-12-01', '2026-11-30'])
    expect(yearsBetween('2024-12-01', '2026-11-29')).toEqual([1, '2025-11-01', '2026-10-31'])
  })

  it('D17: are none within a year, and at most so many', () => {
    expect(yearsBetween('2026-01-02', '2026-12-31')).toBeNull()
    expect(yearsBetween('2026-11-22', '2026-11-22')).toBeNull()
    expect(yearsBetween('0001-01-01', '2026-12-31')).toEqual([10, '2017-01-01', '2026-12-31'])
    expect(yearsBetween('1960-05-05', '1962-01-31')).toEqual([1, '1961-02-01', '1962-01-31'])
  })
})

describe('sums by month of the year and day of the week', () => {
  it('D17: know Mondays and Januaries before and after 1970', () => {
    // 22 November 2026 is a Sunday, 1 January 1970 was a Thursday, 1 January 1969 a Wednesday.
    expect(['2026-11-22', '1970-01-01', '1969-01-01'].map(text => weekdayOf(dayOf(text)))).toEqual([6, 3, 2])
    expect(['2026-11-22', '1970-01-01', '1969-12-31'].map(text => calendarMonthOf(dayOf(text)))).toEqual([
      10, 0, 11,
    ])
  })

  it('D17: a cancellation lowers the revenue and is no order; sales without a customer count', () => {
    const shop = purchases([
      [0, '2026-11-16', 100],
      [-1, '2026-11-22', 300],
      [0, '2026-11-23', 50],
      [0, '2026-11-23', -70, 'not-counted'],
      [0, '2026-11-24', 900],
      [0, '2026-11-15', 900],
    ])
    const span = [dayOf('2026-11-16'), dayOf('2026-11-23')] as const
    const { orderCount, revenueMinor } = sumByPlace(shop, span, 7, weekdayOf)
    expect([...orderCount]).toEqual([2, 0, 0, 0, 0, 0, 1])
    expect([...revenueMinor]).toEqual([80, 0, 0, 0, 0, 0, 300])
    expect([...countDays(span, 7, weekdayOf)]).toEqual([2, 1, 1, 1, 1, 1, 1])
  })

  it('D17: the first order is the first counted one until the day', () => {
    const shop = purchases([
      [0, '2026-03-03', 1],
      [0, '2026-02-02', 0],
      [0, '2026-01-01', -1, 'not-counted'],
    ])
    expect(findFirstOrderDay(shop, dayOf('2026-12-31'))).toBe(dayOf('2026-02-02'))
    expect(findFirstOrderDay(shop, dayOf('2026-02-01'))).toBeNull()
  })
})

describe('the index against the average', () => {
  it('D17: is what each is per unit of its weight, by what all are per unit', () => {
    expect(indexAgainstAverage([30, 10], [1, 1])).toEqual([1.5, 0.5])
    // 12 in 2 days and 3 in 1 day: 15 in 3 days, 5 a day.
    expect(indexAgainstAverage([12, 3], [2, 1])).toEqual([1.2, 0.6])
  })

  it('D17: is not said where nothing, or less than nothing, was sold', () => {
    expect(indexAgainstAverage([0, 0], [1, 1])).toEqual([null, null])
    expect(indexAgainstAverage([5, -9], [1, 1])).toEqual([null, null])
    expect(indexAgainstAverage([5, 0], [1, 0])).toEqual([1, null])
  })
})
