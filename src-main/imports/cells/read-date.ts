import type { RawCell } from '#main/imports/raw-row.ts'
import {
  type CellReading,
  damagedCell,
  errorCell,
  isProblem,
  lunarCell,
  unreadableCell,
} from './cell-problem.ts'
import { readFolded } from './cell-text.ts'
import {
  type DayMonthOrder,
  dateFromNumber,
  dayMonthHint,
  expandYear,
  isShortDate,
  type LocalTime,
  parseDate,
  shortYearPlace,
} from './date-spelling.ts'

/** What reading dates depends on besides the cell. */
export type DateContext = {
  readonly timeZone: string
  readonly order: DayMonthOrder | undefined
  /** The day of the import in the archive's zone; a birth date in two digits is never later. */
  readonly today: string
}

/** Days of the lunar calendar fall on another day each year: they are told apart, never converted. */
const lunarText = /[农阴旧][历曆]|[正冬腊闰]月|月(?:初[一二三四五六七八九十]|廿)|^初[一二三四五六七八九十]/
const emptyDates = /^(?:0{4}-0{2}-0{2}(?: 0{2}:0{2}:0{2})?|0|无|暂无|未知)$/

/**
 * Reads a date cell with its time, if it has one.
 *
 * Example: { datetime: '2024-03-05T12:30:00' } -> '2024-03-05T12:30:00'; '0000-00-00' -> null
 */
export function readDateTime(cell: RawCell | undefined, context: DateContext): CellReading<LocalTime> {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'object') return dateOfCell(cell)
  if (typeof cell === 'number') return cell === 0 ? null : (dateFromNumber(cell) ?? unreadableCell)
  const text = readFolded(cell)
  if (text === null || isProblem(text) || emptyDates.test(text)) return isProblem(text) ? text : null
  if (lunarText.test(text)) return lunarCell
  if (/^\d{1,6}(?:\.\d+)?$/.test(text)) return dateFromNumber(Number(text)) ?? unreadableCell
  return parseDate(text, context.order, context.timeZone) ?? (isExponent(text) ? damagedCell : unreadableCell)
}

/** Reads a date cell; a time in it is left out. */
export function readDate(cell: RawCell | undefined, context: DateContext): CellReading<string> {
  const reading = readDateTime(cell, context)
  return typeof reading === 'string' ? reading.slice(0, 10) : reading
}

/**
 * Reads a birth date as far as it is known.
 *
 * Shape: YYYY, YYYY-MM, YYYY-MM-DD or --MM-DD.
 * Example: '88.3.9' -> '1988-03-09'; '1988年' -> '1988'; '3月9日' -> '--03-09'
 */
export function readBirthDate(cell: RawCell | undefined, context: DateContext): CellReading<string> {
  if (typeof cell === 'number' && Number.isInteger(cell)) return birthFromNumber(cell)
  const text = typeof cell === 'string' ? readFolded(cell) : null
  const partial = typeof text === 'string' ? partialBirthDate(text, context) : undefined
  const reading = partial ?? readDate(cell, context)
  if (typeof reading !== 'string' || reading.slice(0, 10) <= context.today) return reading
  return reading.startsWith('--') ? reading : unreadableCell
}

/** Says whether the column of such a text has to be looked at as a whole. Example: '3/5/2024', '24.3.6' -> true */
export function isOpenDate(cell: string): boolean {
  const text = cell.normalize('NFKC').trim()
  return dayMonthHint(text) !== undefined || isShortDate(text)
}

/**
 * Tells from the texts of a whole column which number comes first.
 *
 * Shape: two-digit years come first when no text speaks against it, and one can be read no other way or the headings are
 * Chinese (`isChinese`).
 * Empty: undefined when it stays open.
 * Example: ['24.3.6', '24.3.15'] -> 'year-first'; ['3/5/2024', '3/25/2024'] -> 'month-first'
 */
export function dayMonthOrderOf(texts: Iterable<string>, isChinese = false): DayMonthOrder | undefined {
  const open = [...texts].map(text => text.normalize('NFKC').trim()).filter(isOpenDate)
  const places = new Set(open.map(shortYearPlace))
  const canBeFirst = !places.has('last') && !places.has(undefined)
  if (canBeFirst && (places.has('first') || (isChinese && places.has('either')))) return 'year-first'
  const seen = new Set<string>()
  for (const text of open) {
    const hint = dayMonthHint(text)
    if (hint === 'day-first' || hint === 'month-first') seen.add(hint)
  }
  return seen.size === 1 ? ([...seen][0] as DayMonthOrder) : undefined
}

function dateOfCell(cell: Exclude<RawCell, string | number | boolean | null>): CellReading<LocalTime> {
  if ('datetime' in cell) return cell.datetime.slice(0, 19)
  if ('date' in cell) return cell.date
  return 'error' in cell ? errorCell : unreadableCell
}

function birthFromNumber(value: number): CellReading<string> {
  if (value === 0) return null
  if (value >= 1900 && value <= 2100) return String(value)
  if (value >= 190_001 && value <= 210_012)
    return monthOf(Math.floor(value / 100), value % 100) ?? unreadableCell
  return dateFromNumber(value) ?? unreadableCell
}

function partialBirthDate(text: string, context: DateContext): CellReading<string> | undefined {
  const year = /^(\d{4})年?$/.exec(text)
  if (year) return year[1] ?? null
  const month = /^(\d{4})(?:年|[-/.])(\d{1,2})月?$/.exec(text)
  if (month) return monthOf(Number(month[1]), Number(month[2])) ?? unreadableCell
  const shortMonth = /^(\d{2})年(?:(\d{1,2})月)?$/.exec(text)
  if (shortMonth) return ofShortYear(shortMonth[1], shortMonth[2], context)
  const yearless = /^(?:--)?(\d{1,2})(?:月|-)(\d{1,2})[日号]?$/.exec(text)
  // 2000 is a leap year: 29 February is a birthday.
  if (yearless)
    return yearlessOf(parseDate(`2000-${yearless[1]}-${yearless[2]}`, undefined, context.timeZone))
  const short = /^(\d{2})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (!short) return undefined
  const fullYear = expandYear(Number(short[1]), Number(context.today.slice(0, 4)))
  return parseDate(`${fullYear}-${short[3]}-${short[4]}`, undefined, context.timeZone) ?? unreadableCell
}

/** 66年5月, 88年 */
function ofShortYear(
  year: string | undefined,
  month: string | undefined,
  { today }: DateContext,
): CellReading<string> {
  const fullYear = expandYear(Number(year), Number(today.slice(0, 4)))
  return month === undefined ? String(fullYear) : (monthOf(fullYear, Number(month)) ?? unreadableCell)
}

function yearlessOf(date: string | undefined): CellReading<string> {
  return date === undefined ? unreadableCell : `-${date.slice(4)}`
}

function monthOf(year: number, month: number): string | undefined {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined
}

function isExponent(text: string): boolean {
  return /^\d(?:\.\d+)?E\+\d+$/i.test(text)
}
