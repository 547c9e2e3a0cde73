import { type CalendarDate, fromDayNumber, makeCalendarDate } from '#shared/domain/calendar-date.ts'

/** Which number of a date comes first, found out from a whole column; `year-first` is of two-digit years only. */
export type DayMonthOrder = 'day-first' | 'month-first' | 'year-first'

/** A day, or a day with the time of that day, as a document states it: YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS. */
export type LocalTime = string

const clock = String.raw`(?:[T\s]*(上午|下午|中午|晚上|凌晨|AM|PM)?\s*(\d{1,2})[:时点](?:(\d{1,2})(?:[:分](?:(\d{1,2})(?:\.\d+)?秒?)?)?)?\s*(AM|PM)?)?`
const yearFirst = new RegExp(
  String.raw`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?${clock}$`,
  'i',
)
const shortYearFirst = new RegExp(String.raw`^(\d{2})年\s*(\d{1,2})月\s*(\d{1,2})[日号]?${clock}$`, 'i')
const digitsOnly = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/
const digitsWithClock = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${clock}$`, 'i')
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${clock}$`, 'i')
const twoDigitYearFirst = new RegExp(String.raw`^(\d{2})([-/.])(\d{1,2})\2(\d{1,2})${clock}$`, 'i')
const republicYear = /^(?:中华)?民国\s*(元|\d{1,3})\s*年/
const monthNames = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const dayThenName = new RegExp(
  String.raw`^(\d{1,2})[-\s](${monthNames})[a-z]*\.?,?[-\s](\d{4}|\d{2})${clock}$`,
  'i',
)
const nameThenDay = new RegExp(
  String.raw`^(${monthNames})[a-z]*\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})${clock}$`,
  'i',
)
const weekday = /[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?/g
const zoneEnd = /(?<=\d{2}:\d{2}.*)(?:Z|[+-]\d{2}:?\d{2})$/
const isoShape = /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}:\d{2})?$/
const chineseDigits = '〇一二三四五六七八九'

/**
 * Reads a date as people and shops write it, with its time where there is one.
 *
 * Shape: `text` after NFKC, trimmed. A two-digit year without 年 is read in a year-last date only.
 * Empty: undefined for what is no date, for a day that does not exist, and for 3/5/2024 when `order` is not known.
 * Example: '2024年3月5日' -> '2024-03-05'; '2024/3/5 9:05' -> '2024-03-05T09:05:00'
 */
export function parseDate(
  text: string,
  order: DayMonthOrder | undefined,
  timeZone: string,
): LocalTime | undefined {
  if (isoShape.test(text)) return isoDate(text)
  const spelled = ofCommonEra(spellDigits(text.replace(weekday, '').trim()))
  const zone = zoneEnd.exec(spelled)
  if (zone) return withZone(spelled.slice(0, zone.index), zone[0], timeZone)
  return parseSpelled(spelled, order)
}

/**
 * Reads a bare number of a date column: a day number of Excel (with the time as fraction), or the digits YYYYMMDD.
 *
 * Units: days since 1899-12-30, as Excel counts from March 1900 on.
 * Example: 45356 -> '2024-03-05'; 45356.5 -> '2024-03-05T12:00:00'; 20240305 -> '2024-03-05'
 */
export function dateFromNumber(value: number): LocalTime | undefined {
  if (Number.isInteger(value) && value >= 1_000_01_01 && value <= 9999_12_31)
    return makeCalendarDate(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100)
  if (!(value >= 10_000 && value < 90_000)) return undefined
  const seconds = Math.round((value % 1) * 86_400)
  const day = fromDayNumber(Math.floor(value) - 25_569 + Math.floor(seconds / 86_400))
  return value % 1 === 0 ? day : withClock(day, seconds % 86_400)
}

/** Tells what a text of two small numbers and a year says about the order of day and month. */
export function dayMonthHint(text: string): DayMonthOrder | 'either' | undefined {
  const found = yearLast.exec(text)
  if (!found) return undefined
  const [first, second] = [Number(found[1]), Number(found[3])]
  if (first > 12 && second <= 12) return 'day-first'
  if (second > 12 && first <= 12) return 'month-first'
  return first <= 12 && second <= 12 ? 'either' : undefined
}

/** Says whether a text is three numbers whose year has two digits at most, as 24.3.6 or 3/5/24. */
export function isShortDate(text: string): boolean {
  return twoDigitYearFirst.test(text) || (yearLast.exec(text)?.[4] ?? '').length === 2
}

/**
 * Tells how a short date can be read: with its year first, last, or either way.
 *
 * Example: '24.3.6' -> 'first'; '3/25/24' -> 'last'; '24.3.15' -> 'either'
 */
export function shortYearPlace(text: string): 'first' | 'last' | 'either' | undefined {
  const [, , , month, day] = twoDigitYearFirst.exec(text) ?? []
  const canBeFirst = month !== undefined && isMonth(month) && Number(day) >= 1 && Number(day) <= 31
  const canBeLast = isShortDate(text) && dayMonthHint(text) !== undefined
  if (canBeFirst && canBeLast) return 'either'
  if (canBeFirst) return 'first'
  return canBeLast ? 'last' : undefined
}

const isMonth = (text: string) => Number(text) >= 1 && Number(text) <= 12

/** Turns a two-digit year into the one not later than `latest`. Example: 88, 2026 -> 1988; 24, 2026 -> 2024 */
export function expandYear(year: number, latest: number): number {
  const inCentury = Math.floor(latest / 100) * 100 + year
  return inCentury <= latest ? inCentury : inCentury - 100
}

function isoDate(text: string): LocalTime | undefined {
  const day = makeCalendarDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
  if (day === undefined || text.length === 10) return day
  const [hour, minute, second] = [text.slice(11, 13), text.slice(14, 16), text.slice(17, 19)]
  return hour < '24' && minute < '60' && second < '60' ? `${day}T${hour}:${minute}:${second}` : undefined
}

function parseSpelled(text: string, order: DayMonthOrder | undefined): LocalTime | undefined {
  const ymd = yearFirst.exec(text) ?? digitsWithClock.exec(text)
  if (ymd) return build(ymd[1], ymd[2], ymd[3], ymd.slice(4))
  const short = shortYearFirst.exec(text)
  if (short) return build(`20${short[1]}`, short[2], short[3], short.slice(4))
  const digits = digitsOnly.exec(text)
  if (digits) return build(digits[1], digits[2], digits[3], [undefined, digits[4], digits[5], digits[6]])
  const named = dayThenName.exec(text)
  if (named) return build(fullYear(named[3]), monthOf(named[2]), named[1], named.slice(4))
  const american = nameThenDay.exec(text)
  if (american) return build(american[3], monthOf(american[1]), american[2], american.slice(4))
  if (order === 'year-first') return parseYearFirst(text)
  const last = yearLast.exec(text)
  const known = last && (order ?? settledOrder(text))
  if (!last || !known) return parseShortYear(text)
  const [day, month] = known === 'day-first' ? [last[1], last[3]] : [last[3], last[1]]
  return build(fullYear(last[4]), month, day, last.slice(5)) ?? parseShortYear(text)
}

/** 24.3.15 in a column whose years come first. */
function parseYearFirst(text: string): LocalTime | undefined {
  const [, year, , month, day, ...clockParts] = twoDigitYearFirst.exec(text) ?? []
  return build(fullYear(year), month, day, clockParts)
}

/** 24.3.5 and 88-12-19: what stands first is no day, or what stands last no year. */
function parseShortYear(text: string): LocalTime | undefined {
  const [, year = '', , month, day = '', ...clockParts] = twoDigitYearFirst.exec(text) ?? []
  if (month === undefined || (Number(year) <= 31 && day.length === 2)) return undefined
  return build(fullYear(year), month, day, clockParts)
}

function settledOrder(text: string): DayMonthOrder | undefined {
  const hint = dayMonthHint(text)
  return hint === 'either' ? undefined : hint
}

function fullYear(year = ''): string {
  return year.length === 2 ? String(expandYear(Number(year), 2069)) : year
}

function monthOf(name = ''): string {
  return String(monthNames.split('|').indexOf(name.toLowerCase().slice(0, 3)) + 1)
}

/** `clockParts`: half of the day, hours, minutes, seconds, half of the day again. */
function build(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  clockParts: readonly (string | undefined)[],
): LocalTime | undefined {
  const date = makeCalendarDate(Number(year), Number(month), Number(day))
  const [before, hours, minutes = '0', seconds = '0', after] = clockParts
  if (date === undefined || hours === undefined) return date
  const hour = hourOfDay(Number(hours), before ?? after)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return withClock(date, hour * 3600 + Number(minutes) * 60 + Number(seconds))
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  const isAfternoon = /下午|晚上|pm/i.test(half) || (half === '中午' && hour < 3)
  if (isAfternoon) return hour === 12 ? 12 : hour + 12
  return hour === 12 && half !== '中午' ? 0 : hour
}

function withClock(day: CalendarDate, seconds: number): LocalTime {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** An instant is turned to the clock of the archive's zone. */
function withZone(text: string, zone: string, timeZone: string): LocalTime | undefined {
  const local = parseSpelled(text.trim(), undefined)
  if (local === undefined) return undefined
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  return localTimeOf(new Date(`${local}${offset}`), timeZone)
}

/**
 * Writes an instant as the clock of a zone shows it.
 *
 * Example: 2024-03-05T04:30:00Z in Asia/Shanghai -> '2024-03-05T12:30:00'
 */
export function localTimeOf(instant: Date, timeZone: string): LocalTime {
  // The Swedish locale writes dates as ISO does.
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant)
  return shown.replace(' ', 'T')
}

/** 民国113年3月5日 -> 2024年3月5日 */
function ofCommonEra(text: string): string {
  return text.replace(republicYear, (_, year: string) => `${(year === '元' ? 1 : Number(year)) + 1911}年`)
}

/** 二〇二四年十二月二十五日 -> 2024年12月25日 */
function spellDigits(text: string): string {
  if (!/[〇零一二三四五六七八九十]+[年月日号]/.test(text)) return text
  const digit = (char: string) => (char === '' ? 0 : chineseDigits.indexOf(char === '零' ? '〇' : char))
  return text.replace(/[〇零一二三四五六七八九十]+/g, number => {
    const [tens, units] = number.split('十')
    if (units === undefined) return [...number].map(char => String(digit(char))).join('')
    return String((tens === '' ? 1 : digit(tens ?? '')) * 10 + digit(units))
  })
}
