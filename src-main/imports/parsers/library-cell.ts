import type { RawCell } from '../raw-row.ts'
import { kindOfFormat } from './library-formats.ts'
import { toNumberCell } from './number-cell.ts'

/** A cell as the library gives it: type, value, number format. */
export type LibraryCell = {
  readonly t?: string
  readonly v?: unknown
  readonly w?: string
  readonly z?: string | number
}

/** MS-XLS 2.5.10 (Bes). */
const errorTexts = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])
const UNKNOWN_ERROR = '#VALUE!'

/**
 * Turns a cell of the library into a cell of ours: the number and its format make the date, never the library.
 *
 * Empty: a cell without a value is null. A number that is none is an error cell.
 */
export function toRawCell(cell: LibraryCell | undefined, is1904: boolean): RawCell {
  if (cell === undefined || cell === null) return null
  const { t, v, w, z } = cell
  if (t === 'e') return { error: errorTexts.get(Number(v)) ?? w ?? UNKNOWN_ERROR }
  if (typeof v === 'number') {
    if (!Number.isFinite(v)) return { error: UNKNOWN_ERROR }
    return toNumberCell(v, kindOfFormat(z), is1904)
  }
  if (typeof v === 'boolean') return v
  if (v instanceof Date) return dateCell(v)
  if (typeof v !== 'string' || v === '') return null
  return v.includes('\r') ? v.replace(/\r\n?/g, '\n') : v
}

function dateCell(date: Date): RawCell {
  if (Number.isNaN(date.getTime())) return { error: UNKNOWN_ERROR }
  const [day = '', time = ''] = date.toISOString().split(/[T.]/)
  return time === '00:00:00' ? { date: day } : { datetime: `${day}T${time}` }
}
