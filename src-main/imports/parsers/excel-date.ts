import type { RawCell } from '../raw-row.ts'
import type { FormatKind } from './number-format.ts'

const DAYS_1900_TO_1970 = 25_569
const DAYS_1900_TO_1904 = 1_462
/** 9999-12-31. */
const LAST_DAY = 2_958_465
/** The day that Excel believes in and that never was. */
const FALSE_LEAP_DAY = 60
const SECONDS_PER_DAY = 86_400
/** Up to the year 2118; the texts of later days are made each time. */
const dayTexts: string[] = new Array(80_000).fill('')
const twoDigitTexts = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'))

/**
 * Turns a serial number under a date or time format into calendar parts, as Excel shows them.
 *
 * Units: days since 1899-12-31, or since 1904-01-01 in the 1904 system; seconds are rounded.
 * Empty: a serial that Excel cannot show as a date (negative, after 9999) comes back as the number.
 * Example: 45366.5625 as datetime -> { datetime: '2024-03-15T13:30:00' }; 60 as date -> { date: '1900-02-29' }
 */
export function toMomentCell(serial: number, kind: FormatKind, is1904: boolean): RawCell {
  let day = Math.floor(serial)
  let seconds = Math.round((serial - day) * SECONDS_PER_DAY)
  if (seconds === SECONDS_PER_DAY) {
    day++
    seconds = 0
  }
  const isTimeOnly = day === 0 && (kind === 'time' || kind === 'moment')
  if (is1904) day += DAYS_1900_TO_1904
  if (serial < 0 || day > LAST_DAY) return serial
  if (isTimeOnly) return { time: timeText(seconds) }
  if (seconds === 0 && (kind === 'date' || kind === 'moment')) return { date: dayText(day) }
  return { datetime: `${dayText(day)}T${timeText(seconds)}` }
}

function dayText(day: number): string {
  if (day >= dayTexts.length) return makeDayText(day)
  const known = dayTexts[day] as string
  if (known !== '') return known
  const text = makeDayText(day)
  dayTexts[day] = text
  return text
}

function makeDayText(day: number): string {
  if (day === 0) return '1900-01-00'
  if (day === FALSE_LEAP_DAY) return '1900-02-29'
  return civilDate(day - DAYS_1900_TO_1970 + (day < FALSE_LEAP_DAY ? 1 : 0))
}

/**
 * The calendar date of a day counted from 1970-01-01, in eras of 400 years that begin on a 1st of March.
 *
 * Source: Howard Hinnant, chrono-compatible low-level date algorithms, civil_from_days.
 */
function civilDate(daysSince1970: number): string {
  const days = daysSince1970 + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

function timeText(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return `${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}`
}

/** For 0 to 59. */
function twoDigits(value: number): string {
  return twoDigitTexts[value] as string
}

/**
 * Turns the text of an ISO date cell (t="d") into calendar parts; midnight under a date format is a date.
 *
 * Empty: text that is no ISO date or time comes back as text.
 * Example: '2024-03-15T00:00:00' under 'date' -> { date: '2024-03-15' }; '12:30:00.000Z' -> { time: '12:30:00' }
 */
export function toIsoMomentCell(text: string, kind: FormatKind): RawCell {
  const match = /^(\d{4}-\d\d-\d\d)?(?:T?(\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?)?Z?$/.exec(text.trim())
  const [, date, minutes, seconds] = match ?? []
  if (minutes === undefined) return date === undefined ? text : { date }
  const time = `${minutes}${seconds ?? ':00'}`
  if (date === undefined) return { time }
  return kind === 'date' && time === '00:00:00' ? { date } : { datetime: `${date}T${time}` }
}
