import type { RawCell } from '../raw-row.ts'
import { toMomentCell } from './excel-date.ts'
import type { FormatKind } from './number-format.ts'

/**
 * Turns a stored number into the cell that its format shows: a number, calendar parts, or digits padded with zeros.
 *
 * Example: 123 under the kind 6 (000000) -> '000123'; 45366 as 'date' -> { date: '2024-03-15' }
 */
export function toNumberCell(number: number, kind: FormatKind, is1904: boolean): RawCell {
  if (kind === 'number') return number
  if (typeof kind === 'string') return toMomentCell(number, kind, is1904)
  const isWhole = Number.isInteger(number) && Math.abs(number) < Number.MAX_SAFE_INTEGER
  return isWhole ? `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(kind, '0')}` : number
}
