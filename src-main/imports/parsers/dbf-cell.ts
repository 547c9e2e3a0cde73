import { fromDayNumber } from '#shared/domain/calendar-date.ts'
import type { RawCell } from '../raw-row.ts'
import type { DbfField } from './dbf-fields.ts'
import type { ChunkDecoder } from './text-encoding.ts'

/** A number with more digits is kept as it is written: it is a code, and would lose the last ones. */
const SAFE_DIGITS = 15
/** The Julian day of 1970-01-01. */
const JULIAN_1970 = 2_440_588
/** 0001-01-01 and 9999-12-31: a moment that is none is 0, and damaged ones are anything. */
const FIRST_JULIAN_DAY = 1_721_426
const LAST_JULIAN_DAY = 5_373_484
const MS_PER_SECOND = 1000
const MS_PER_DAY = 86_400_000
const LAST_SECOND = 86_399

/**
 * Reads a field of a record.
 *
 * Shape: texts without the spaces and zeros that fill them up; what lies in a memo file beside the table is null. A number
 * that was too wide for its field is an error, as Excel shows it.
 */
export function readDbfCell(
  bytes: Buffer,
  { type }: Pick<DbfField, 'type'>,
  isVisual: boolean,
  decoder: ChunkDecoder,
): RawCell {
  switch (type) {
    case 'C':
      return trimmed(decoder.decode(bytes)) || null
    case 'D':
      return readDay(trimmed(bytes.toString('latin1')))
    case 'N':
    case 'F':
      return readNumber(trimmed(bytes.toString('latin1')))
    case 'L':
      return readYesNo(bytes.toString('latin1'))
    case 'I':
    case '+':
      return bytes.length === 4 ? bytes.readInt32LE(0) : null
    case 'Y':
      return bytes.length === 8 ? Number(bytes.readBigInt64LE(0)) / 10_000 : null
    case 'B':
      return isVisual && bytes.length === 8 ? bytes.readDoubleLE(0) : null
    case 'T':
      return bytes.length === 8 ? readMoment(bytes.readInt32LE(0), bytes.readInt32LE(4)) : null
    default:
      return null
  }
}

function trimmed(text: string): string {
  const end = text.indexOf('\0')
  return (end < 0 ? text : text.slice(0, end)).trim()
}

function readDay(text: string): RawCell {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  if (year === undefined) return text || null
  return { date: `${year}-${month}-${day}` }
}

function readNumber(text: string): RawCell {
  if (text === '' || text === '.') return null
  if (/^\*+$/.test(text)) return { error: '#NUM!' }
  const isSafe = text.replace(/\D/g, '').length <= SAFE_DIGITS
  const value = Number(text)
  return isSafe && Number.isFinite(value) ? value : text
}

function readYesNo(text: string): RawCell {
  if (/^[TtYy]/.test(text)) return true
  return /^[FfNn]/.test(text) ? false : null
}

function readMoment(julianDay: number, milliseconds: number): RawCell {
  if (julianDay < FIRST_JULIAN_DAY || julianDay > LAST_JULIAN_DAY) return null
  if (milliseconds < 0 || milliseconds >= MS_PER_DAY) return null
  // FoxPro is often a millisecond short of what was entered.
  const seconds = Math.min(LAST_SECOND, Math.round(milliseconds / MS_PER_SECOND))
  const part = (value: number) => String(value).padStart(2, '0')
  const time = `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`
  return { datetime: `${fromDayNumber(julianDay - JULIAN_1970)}T${time}` }
}
