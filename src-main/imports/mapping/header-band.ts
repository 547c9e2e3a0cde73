import { cellAddress, cellText, isFilledRow } from '#main/imports/cells/cell-preview.ts'
import type { RawCell, RawRow } from '#main/imports/raw-row.ts'
import { findHeaderRow } from './find-header-row.ts'
import { headerKey } from './header-text.ts'
import { isKnownHeader } from './match-headers.ts'

/** The rows that hold the headings, and the headings put together from them. */
export type HeaderBand = {
  /** Row of the first heading row, counted from 1; 0 where the sheet has no headings. */
  readonly firstRow: number
  readonly rowCount: number
  /** The last heading row; the data lie below. */
  readonly lastRow: number
  /** One heading per column, '' where there is none. */
  readonly headings: readonly string[]
}

export const mostHeaderRows = 3
const longestGroupHeading = 20

/**
 * Finds the headings of a sheet: one row, or two or three where merged group headings stand above the headings proper.
 *
 * Shape: `rows` are the first rows of a sheet.
 * Empty: undefined when no row looks like headings.
 */
export function findHeaderBand(rows: readonly RawRow[]): HeaderBand | undefined {
  const index = findHeaderRow(rows)
  if (index === undefined) return undefined
  for (let count = mostHeaderRows; count > 1; count--)
    for (let first = index - count + 1; first <= index; first++) {
      const band = rows.slice(Math.max(0, first), first + count)
      if (first >= 0 && band.length === count && isBand(band)) return toBand(band)
    }
  return toBand(rows.slice(index, index + 1))
}

/**
 * Takes the headings from rows that were pointed at.
 *
 * Shape: `headerRow` 0 stands for a sheet without headings, whose columns are named A, B, C. Without a count further
 * rows are taken only if they make a band.
 * Empty: undefined when there is no such row.
 */
export function headerBandAt(
  rows: readonly RawRow[],
  headerRow: number,
  rowCount?: number,
): HeaderBand | undefined {
  if (headerRow === 0) return lettersBand(rows)
  const index = rows.findIndex(row => row.rowNumber === headerRow)
  if (index < 0) return undefined
  if (rowCount !== undefined)
    return toBand(rows.slice(index).filter(row => row.rowNumber < headerRow + rowCount))
  for (let count = mostHeaderRows; count > 1; count--) {
    const band = rows.slice(index, index + count)
    if (band.length === count && isBand(band)) return toBand(band)
  }
  return toBand(rows.slice(index, index + 1))
}

/**
 * Puts the headings of several rows together: a group heading stands for all columns up to the next one, a heading that is
 * merged downwards for itself.
 *
 * Example: [['订单号', '收货人', null], [null, '姓名', '电话']] -> ['订单号', '收货人 姓名', '收货人 电话']
 */
export function composeHeadings(rows: readonly (readonly RawCell[])[]): string[] {
  const width = Math.max(0, ...rows.map(cells => cells.length))
  const texts = rows.map(cells => Array.from({ length: width }, (_, column) => cellText(cells[column])))
  return Array.from({ length: width }, (_, column) => {
    const parts = texts.map((row, level) => row[column] || groupHeading(texts, level, column))
    return parts.filter((part, level) => part !== '' && part !== parts[level - 1]).join(' ')
  })
}

/** The group heading at the left that also covers this column; only one that has a heading below itself is a group. */
function groupHeading(texts: readonly (readonly string[])[], level: number, column: number): string {
  const hasBelow = (index: number) => texts.slice(level + 1).some(row => row[index] !== '')
  if (!hasBelow(column)) return ''
  for (let left = column - 1; left >= 0; left--) {
    const text = texts[level]?.[left] ?? ''
    if (text !== '') return hasBelow(left) ? text : ''
  }
  return ''
}

function isBand(rows: readonly RawRow[]): boolean {
  const [first] = rows
  const isInOnePiece = rows.every(({ rowNumber }, index) => rowNumber === (first?.rowNumber ?? 0) + index)
  const pairs = rows.slice(1).map((lower, index) => [rows[index], lower] as const)
  return isInOnePiece && pairs.every(([upper, lower]) => upper !== undefined && isGroupRow(upper, lower))
}

/**
 * Group headings: at least two short texts, one of them over two headings or more; and the row below holds headings that are
 * known, by themselves or together with their group.
 */
function isGroupRow({ cells: upper }: RawRow, { cells: lower }: RawRow): boolean {
  const groups = upper.map(cellText)
  const heads = lower.map(cellText)
  const named = groups.filter(text => text !== '')
  const isPlain = named.every(text => text.length <= longestGroupHeading && !/[:：\d]/.test(text))
  const isText = [...upper, ...lower].every(cell => cell === null || typeof cell === 'string')
  if (named.length < 2 || !isPlain || !isText) return false
  const spans = groups.some((text, column) => text !== '' && !groups[column + 1] && isOver(heads, column))
  const composed = composeHeadings([upper, lower])
  const filled = heads.flatMap((text, column) => (text === '' ? [] : [[text, composed[column] ?? '']]))
  const known = filled.filter(texts => texts.some(text => isKnownHeader(headerKey(text))))
  return spans && known.length >= 2 && known.length >= filled.length / 2
}

const isOver = (heads: readonly string[], column: number) =>
  (heads[column] ?? '') !== '' && (heads[column + 1] ?? '') !== ''

function toBand(rows: readonly RawRow[]): HeaderBand | undefined {
  const [first] = rows
  const last = rows.at(-1)
  if (!first || !last) return undefined
  const rowCount = last.rowNumber - first.rowNumber + 1
  const headings = composeHeadings(rows.map(row => row.cells))
  return { firstRow: first.rowNumber, rowCount, lastRow: last.rowNumber, headings }
}

function lettersBand(rows: readonly RawRow[]): HeaderBand | undefined {
  if (!rows.some(row => isFilledRow(row.cells))) return undefined
  const width = Math.max(0, ...rows.map(row => row.cells.length))
  const headings = Array.from({ length: width }, (_, column) => columnLetters(column))
  return { firstRow: 0, rowCount: 0, lastRow: 0, headings }
}

/** Names a column as Excel does. Example: 0 -> 'A'; 26 -> 'AA' */
function columnLetters(column: number): string {
  return cellAddress(column, 1).slice(0, -1)
}
