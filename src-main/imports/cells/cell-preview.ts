import type { RawCell } from '#main/imports/raw-row.ts'
import { isIdNumber, toIdNumber } from '#shared/domain/id-number.ts'
import { maskIdNumber } from '#shared/domain/masking.ts'
import { toStoredText } from '#shared/domain/text.ts'

/**
 * Writes a cell as the preview and the list of rejected rows show it: nothing is interpreted. A number that Excel has cut
 * to 15 digits is shown with its exponent, so that nobody takes it for the whole one, a later import neither.
 *
 * Empty: '' for an empty cell.
 * Example: { datetime: '2024-03-05T12:30:00' } -> '2024-03-05 12:30:00'; { error: '#N/A' } -> '#N/A'
 */
export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return toStoredText(cell)
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if ('date' in cell) return cell.date
  if ('datetime' in cell) return cell.datetime.replace('T', ' ')
  return 'time' in cell ? cell.time : cell.error
}

function numberText(value: number): string {
  return Math.abs(value) >= 1e15 ? value.toExponential(14).replace('e', 'E') : String(value)
}

/**
 * Writes a cell of a column of ID numbers as a window may show it: with its middle hidden.
 *
 * Empty: '' for an empty cell.
 */
export function hiddenCellText(cell: RawCell | undefined): string {
  const text = cellText(cell)
  return text === '' ? '' : maskIdNumber(text)
}

/**
 * Writes a cell of which nobody knows yet what its column holds: a whole ID number of 18 characters is hidden.
 *
 * Shape: one of 15 digits is as likely an order number, and stays.
 */
export function unknownCellText(cell: RawCell | undefined): string {
  const text = cellText(cell)
  const number = toIdNumber(text)
  return number.length === 18 && isIdNumber(number) ? maskIdNumber(text) : text
}

/** Says whether a row holds anything but white space. */
export function isFilledRow(cells: readonly RawCell[]): boolean {
  return cells.some(cell => cell !== null && (typeof cell !== 'string' || cell.trim() !== ''))
}

/**
 * Writes the address of a cell as Excel does.
 *
 * Units: column from 0, row from 1.
 * Example: 1, 418 -> 'B418'; 26, 3 -> 'AA3'
 */
export function cellAddress(columnIndex: number, rowNumber: number): string {
  let letters = ''
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${rowNumber}`
}
