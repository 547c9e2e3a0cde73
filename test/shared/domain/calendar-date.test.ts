import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  CalendarDate,
  CalendarMonth,
  compareCalendarDates,
  daysBetween,
  firstDayOfMonth,
  fromDayNumber,
  fromMonthNumber,
  isCalendarDate,
  makeCalendarDate,
  monthOf,
  toDayNumber,
  toMonthNumber,
} from '#shared/domain/calendar-date.ts'

const day = (text: string) => CalendarDate.parse(text)

describe('CalendarDate', () => {
  it('accepts days that exist, in leap years as the Gregorian rule says', () => {
    for (const text of ['2024-02-29', '2000-02-29', '1970-01-01', '0001-01-01', '9999-12-31', '1582-10-10']) {
      expect(CalendarDate.safeParse(text).success, text).toBe(true)
    }
  })

  it('refuses days that do not exist and other ways to write one', () => {
    const refused = [
      '2023-02-29',
      '1900-02-29',
      '2024-04-31',
      '2024-13-01',
      '2024-00-10',
      '2024-01-00',
      '0000-01-01',
    ]
    const otherShapes = [
      '2024-1-01',
      '2024/01/01',
      '20240101',
      '2024-01-01T00:00',
      '',
      '２０２４-01-01',
      '-024-01-01',
    ]
    for (const text of [...refused, ...otherShapes]) {
      expect(isCalendarDate(text), text).toBe(false)
      expect(CalendarDate.safeParse(text).success, text).toBe(false)
    }
  })

  it('is put together from year, month and day only where there is such a day', () => {
    expect(makeCalendarDate(2024, 2, 29)).toBe('2024-02-29')
    expect(makeCalendarDate(987, 6, 5)).toBe('0987-06-05')
    for (const [year, month, dayOfMonth] of [
      [2023, 2, 29],
      [2024, 0, 1],
      [2024, 13, 1],
      [2024, 1, 0],
      [0, 1, 1],
      [10_000, 1, 1],
      [2024, 1, 1.5],
    ] as const) {
      expect(makeCalendarDate(year, month, dayOfMonth)).toBeUndefined()
    }
  })
})

describe('day numbers', () => {
  it('count from 1970-01-01, before it downwards', () => {
    expect(toDayNumber(day('1970-01-01'))).toBe(0)
    expect(toDayNumber(day('1969-12-31'))).toBe(-1)
    // 30 years of 365 days, 7 leap days (1972 to 1996), January and February 2000 with its leap day
    expect(toDayNumber(day('2000-03-01'))).toBe(30 * 365 + 7 + 31 + 29)
    expect(fromDayNumber(11017)).toBe('2000-03-01')
  })

  it('agree with the calendar of the JavaScript engine on every day of 1899 to 2101 and at both ends', () => {
    const msPerDay = 86_400_000
    const check = (dayNumber: number) => {
      const text = new Date(dayNumber * msPerDay).toISOString().slice(0, 10)
      if (fromDayNumber(dayNumber) !== text || toDayNumber(day(text)) !== dayNumber) expect.fail(text)
    }
    for (let n = Date.UTC(1899, 0, 1) / msPerDay; n < Date.UTC(2101, 11, 31) / msPerDay; n++) check(n)
    for (const text of ['0001-01-01', '0400-02-29', '1582-10-15', '9999-12-31']) {
      expect(fromDayNumber(Date.parse(text) / msPerDay)).toBe(text)
      expect(toDayNumber(day(text))).toBe(Date.parse(text) / msPerDay)
    }
  })

  it('have no day outside the years 1 to 9999 and no half days', () => {
    const first = toDayNumber(day('0001-01-01'))
    const last = toDayNumber(day('9999-12-31'))
    expect(() => fromDayNumber(first - 1)).toThrow(RangeError)
    expect(() => fromDayNumber(last + 1)).toThrow(RangeError)
    expect(() => fromDayNumber(0.5)).toThrow(RangeError)
    expect(() => toDayNumber('2023-02-29' as CalendarDate)).toThrow(RangeError)
  })
})

describe('months', () => {
  it('are counted from January 1970', () => {
    expect(toMonthNumber(0)).toBe(0)
    expect(toMonthNumber(-1)).toBe(-1)
    expect(toMonthNumber(toDayNumber(day('2024-03-31')))).toBe(54 * 12 + 2)
    expect(fromMonthNumber(650)).toBe('2024-03')
    expect(fromDayNumber(firstDayOfMonth(650))).toBe('2024-03-01')
    expect(fromDayNumber(firstDayOfMonth(-1))).toBe('1969-12-01')
  })

  it('are the first seven characters of a day', () => {
    expect(monthOf(day('2024-02-29'))).toBe('2024-02')
    expect(CalendarMonth.safeParse('2024-02').success).toBe(true)
    expect(CalendarMonth.safeParse('2024-13').success).toBe(false)
    expect(CalendarMonth.safeParse('2024-02-01').success).toBe(false)
  })

  it('later or earlier keep the day, or take the last one of a shorter month', () => {
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(day('2024-02-29'), -12)).toBe('2023-02-28')
    expect(addMonths(day('2024-02-29'), 48)).toBe('2028-02-29')
    expect(addMonths(day('2026-11-21'), -12)).toBe('2025-11-21')
    expect(addMonths(day('2024-03-31'), -1)).toBe('2024-02-29')
    expect(addMonths(day('2024-12-31'), 2)).toBe('2025-02-28')
    expect(addMonths(day('2024-05-15'), 0)).toBe('2024-05-15')
  })
})

describe('distances', () => {
  it('are counted in days', () => {
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
    expect(daysBetween(day('2023-02-28'), day('2023-03-01'))).toBe(1)
    expect(daysBetween(day('2024-03-01'), day('2024-02-28'))).toBe(-2)
    expect(addDays(day('2024-12-31'), 1)).toBe('2025-01-01')
    expect(addDays(day('2025-01-01'), -366)).toBe('2024-01-01')
  })

  it('order days for sorting', () => {
    const days = ['2024-10-02', '2024-09-30', '2024-10-01'].map(day)
    expect(days.sort(compareCalendarDates)).toEqual(['2024-09-30', '2024-10-01', '2024-10-02'])
    expect(compareCalendarDates(day('2024-10-02'), day('2024-10-02'))).toBe(0)
  })
})
