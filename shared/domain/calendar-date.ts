import { z } from 'zod'

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const dash = 45
/** Day numbers of 0001-01-01 and 9999-12-31: the years that fit four digits. */
const firstDay = -719_162
const lastDay = 2_932_896

/** A real day of the proleptic Gregorian calendar, written YYYY-MM-DD, from year 0001 to 9999. */
export const CalendarDate = z
  .string()
  .refine(text => isRealDay(text), { error: 'date-invalid' })
  .brand<'CalendarDate'>()
/** A real day of the proleptic Gregorian calendar, written YYYY-MM-DD, from year 0001 to 9999. */
export type CalendarDate = z.infer<typeof CalendarDate>

/** A month, written YYYY-MM. */
export const CalendarMonth = z
  .string()
  .refine(text => isRealDay(`${text}-01`), 'not a calendar month')
  .brand<'CalendarMonth'>()
/** A month, written YYYY-MM. */
export type CalendarMonth = z.infer<typeof CalendarMonth>

/**
 * Tells whether a text is YYYY-MM-DD and names a day that exists.
 *
 * Errors: never throws.
 * Example: '2024-02-29' -> true, '2023-02-29' -> false
 */
export function isCalendarDate(text: string): text is CalendarDate {
  return isRealDay(text)
}

/**
 * Puts year, month and day together, if there is such a day.
 *
 * Units: month 1..12.
 * Empty: undefined where the day does not exist (30 February) or the year is not 1..9999.
 */
export function makeCalendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (!Number.isInteger(day) || day < 1 || day > lengthOfMonth(year, month)) return undefined
  return writeDate(year, month, day)
}

/**
 * Counts the days from 1970-01-01 to a day, without a Date object.
 *
 * Errors: RangeError for a text that is no calendar date.
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 * Example: '1970-01-01' -> 0, '2000-03-01' -> 11017
 */
export function toDayNumber(date: CalendarDate): number {
  const day = dayNumberOf(date)
  if (Number.isNaN(day)) throw new RangeError('not a calendar date')
  return day
}

/**
 * Writes the day that lies so many days after 1970-01-01.
 *
 * Errors: RangeError for a fraction or a day outside the years 0001 to 9999.
 * Source: H. Hinnant, as above, civil_from_days.
 * Example: 11017 -> '2000-03-01'
 */
export function fromDayNumber(dayNumber: number): CalendarDate {
  if (!Number.isInteger(dayNumber) || dayNumber < firstDay || dayNumber > lastDay) {
    throw new RangeError('day outside the years 0001 to 9999')
  }
  const monthNumber = toMonthNumber(dayNumber)
  const year = Math.floor(monthNumber / 12) + 1970
  const month = monthNumber - (year - 1970) * 12 + 1
  return writeDate(year, month, dayNumber - daysFromCivil(year, month, 1) + 1)
}

/**
 * Gives the month of a day as a running number: 0 is January 1970, 12 is January 1971.
 *
 * Shape: takes and gives plain numbers, for loops over columns of day numbers.
 */
export function toMonthNumber(dayNumber: number): number {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  return (yearOfEra + era * 400 - 1970) * 12 + marchMonth + 2
}

/** Gives the day number of the first day of a running month number. */
export function firstDayOfMonth(monthNumber: number): number {
  const year = Math.floor(monthNumber / 12)
  return daysFromCivil(year + 1970, monthNumber - year * 12 + 1, 1)
}

/**
 * Writes a running month number as YYYY-MM.
 *
 * Example: 650 -> '2024-03'
 */
export function fromMonthNumber(monthNumber: number): CalendarMonth {
  return monthOf(fromDayNumber(firstDayOfMonth(monthNumber)))
}

/**
 * Gives the month that a day lies in.
 *
 * Example: '2024-02-29' -> '2024-02'
 */
export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7) as CalendarMonth
}

/** Gives the day that lies `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days)
}

/**
 * Gives the same day of the month `months` later (earlier when negative), or the month's last day where that day
 * does not exist.
 *
 * Example: '2024-01-31' + 1 -> '2024-02-29'; '2024-02-29' - 12 -> '2023-02-28'
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const first = firstDayOfMonth(toMonthNumber(toDayNumber(date)) + months)
  const next = firstDayOfMonth(toMonthNumber(first) + 1)
  const dayOfMonth = readDigits(date, 8, 10)
  return fromDayNumber(Math.min(first + dayOfMonth, next) - 1)
}

/** Counts the days from one day to another; negative when `to` is the earlier one. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** Orders two days for sorting: negative when `a` is the earlier one, 0 when they are the same day. */
export function compareCalendarDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isRealDay(text: string): boolean {
  return !Number.isNaN(dayNumberOf(text))
}

/** The day number of a text, NaN where it is no calendar date. */
function dayNumberOf(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return Number.NaN
  const year = readDigits(text, 0, 4)
  const month = readDigits(text, 5, 7)
  const day = readDigits(text, 8, 10)
  const isReal = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month)
  return isReal ? daysFromCivil(year, month, day) : Number.NaN
}

function readDigits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function lengthOfMonth(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeapYear ? 29 : (monthLengths[month - 1] ?? 0)
}

function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function writeDate(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as CalendarDate
}
