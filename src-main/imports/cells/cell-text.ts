import type { RawCell } from '#main/imports/raw-row.ts'
import { toStoredText } from '#shared/domain/text.ts'
import { type CellReading, damagedCell, errorCell } from './cell-problem.ts'
import { remembering } from './remembering.ts'

/** What people and programs write where there is nothing. */
const placeholders = new Set([
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  '\\',
  'null',
  'NULL',
  'N/A',
  'n/a',
  'None',
  '#N/A',
])
/** Written around numbers so that Excel leaves their digits alone: ="123". */
const quotedFormula = /^="?([^"]*)"?$/
/** From here on Excel, which keeps 15 digits, has put zeros for digits. */
const firstDamagedInteger = 1e15
/** Most keys: nothing to fold, nothing to mistake. */
const plainIdentifier = /^(?:\d[\d-]*|[A-Za-z]\d+)$/
/** Nothing to fold and no mark to take off, as most numbers, dates and phones. */
const plainAscii = /^[\x21-\x26\x28-\x3c\x3e-\x7e][\x21-\x7e]*$/
/** What Excel writes where a value is missing or its column too narrow; #N/A stands for nothing. */
const errorText = /^#(?:#{2,}|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/
const exponentForm = /^[+-]?\d+(?:\.\d+)?E\+?\d+$/i

/**
 * Reads any cell as stored text.
 *
 * Shape: numbers without exponent, dates as YYYY-MM-DD, times after a space.
 * Empty: null for blank cells, white space and marks such as '-' or 'N/A'.
 * Errors: error values and numbers that Excel has cut to 15 digits are problems.
 * Example: '="0012"' -> '0012'; { datetime: '2024-03-05T12:30:00' } -> '2024-03-05 12:30:00'
 */
export function readText(cell: RawCell | undefined): CellReading<string> {
  if (cell === null || cell === undefined) return null
  switch (typeof cell) {
    case 'string':
      return errorText.test(cell) ? errorCell : blankToNull(toStoredText(cell))
    case 'number':
      return Math.abs(cell) >= firstDamagedInteger ? damagedCell : numberText(cell)
    case 'boolean':
      return cell ? 'TRUE' : 'FALSE'
    default:
      if ('date' in cell) return cell.date
      if ('datetime' in cell) return cell.datetime.replace('T', ' ')
      return 'time' in cell ? cell.time : errorCell
  }
}

/**
 * Reads a key: an order number, a buyer ID, a code. Leading zeros stay, the apostrophe that protects digits goes.
 *
 * Errors: a number of 16 digits and more, or one written with an exponent, has lost digits in Excel; a date was never
 * meant.
 * Example: "'0012345" -> '0012345'; 123456789012345680 -> damaged; '1.23457E+17' -> damaged
 */
export function readIdentifier(cell: RawCell | undefined): CellReading<string> {
  if (typeof cell === 'string' && plainIdentifier.test(cell)) return cell
  if (typeof cell === 'number' && Math.abs(cell) >= firstDamagedInteger) return damagedCell
  if (typeof cell === 'object' && cell !== null) return 'error' in cell ? errorCell : damagedCell
  const text = readText(cell)
  if (typeof text !== 'string') return text
  const folded = text.normalize('NFKC').replace(/^'+|\s+/g, '')
  if (exponentForm.test(folded)) return damagedCell
  return blankToNull(folded)
}

/**
 * Reads a list in one cell, each entry once.
 *
 * Example: '老客，母婴、老客' -> ['老客', '母婴']
 */
export const readTextList = remembering((cell): CellReading<readonly string[]> => {
  const text = readText(cell)
  if (typeof text !== 'string') return text
  const entries = text.split(/[,，、;；|\n]/).map(entry => entry.trim())
  const distinct = [...new Set(entries.filter(entry => entry !== ''))]
  return distinct.length === 0 ? null : distinct
})

/** Takes the text of a cell that is meant as a number, a date or a phone: folded, without protecting marks. */
export function readFolded(cell: RawCell | undefined): CellReading<string> {
  const text = readText(cell)
  if (typeof text !== 'string') return text
  if (plainAscii.test(text)) return text
  return blankToNull(text.normalize('NFKC').replace(/^'+/, '').trim())
}

function blankToNull(text: string): string | null {
  const bare = text.startsWith('=') ? (quotedFormula.exec(text)?.[1] ?? text) : text
  return bare === '' || placeholders.has(bare) ? null : bare
}

function numberText(value: number): string {
  const text = String(value)
  return text.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text
}
