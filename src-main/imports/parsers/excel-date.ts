import type { RawCell } from '../raw-row.ts'
import type { FormatKind } from './number-format.ts'

const DAYS_1900_TO_1970 = 25_569
const DAYS_1900_TO_1904 = 1_462
/** 9999-12-31. */
const LAST_DAY = 2_958_465
/** The day that Excel believes in and that never was. */
const FALSE_LEAP_DAY = 60
const SECONDS_PER_DAY = 86_400
const MS_PER_DAY = 86_400_000
const dayTexts = new Map<number, string>()
const DAY_TEXTS_KEPT = 100_000

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
  const known = dayTexts.get(day)
  if (known !== undefined) return known
  const text = makeDayText(day)
  if (dayTexts.size < DAY_TEXTS_KEPT) dayTexts.set(day, text)
  return text
}

function makeDayText(day: number): string {
  if (day === 0) return '1900-01-00'
  if (day === FALSE_LEAP_DAY) return '1900-02-29'
  const shift = day < FALSE_LEAP_DAY ? 1 : 0
  return new Date((day - DAYS_1900_TO_1970 + shift) * MS_PER_DAY).toISOString().slice(0, 10)
}

function timeText(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return `${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}`
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
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
