import type { RawCell } from '#main/imports/raw-row.ts'
import { isIdNumber, toIdNumber } from '#shared/domain/id-number.ts'
import { type CellReading, unreadableCell } from './cell-problem.ts'
import { readIdentifier } from './cell-text.ts'

const hidden = /[*＊]|[x×•●]{2,}/i

/**
 * Reads a resident ID number: 18 characters, or 15 digits of the first generation.
 *
 * Empty: null for one of which digits are hidden.
 * Errors: a wrong check character is unreadable; a number cell that Excel has rounded is damaged.
 * Example: '11010519491231002x' -> '11010519491231002X'; 110105194912310000 -> damaged
 */
export function readIdNumber(cell: RawCell | undefined): CellReading<string> {
  const text = readIdentifier(cell)
  if (typeof text !== 'string') return text
  if (hidden.test(text)) return null
  const plain = toIdNumber(text)
  return isIdNumber(plain) ? plain : unreadableCell
}
