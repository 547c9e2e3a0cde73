import { cellText, isFilledRow } from '#main/imports/cells/cell-preview.ts'
import type { RawCell, RawRow } from '#main/imports/raw-row.ts'
import { headerKey } from './header-text.ts'
import { isKnownHeader } from './match-headers.ts'

const rowsLookedAt = 30
const longestHeading = 40

/**
 * Finds the row that holds the headings, below title rows and above the data.
 *
 * Shape: `rows` are the first rows of a sheet; the answer is an index into them.
 * Empty: undefined when no row looks like headings: a sheet of data only, of numbers, or of one column without a known
 * heading.
 */
export function findHeaderRow(rows: readonly RawRow[]): number | undefined {
  const candidates = rows.slice(0, rowsLookedAt)
  const width = Math.max(0, ...rows.slice(0, 200).map(row => filledCells(row.cells).length))
  const scores = candidates.map(row => scoreRow(row.cells, width))
  const best = Math.max(0, ...scores)
  return best > 0 ? scores.indexOf(best) : undefined
}

/** Known headings count most; otherwise a full row of short, different texts is taken for headings. */
function scoreRow(cells: readonly RawCell[], width: number): number {
  if (!isFilledRow(cells)) return 0
  const filled = filledCells(cells)
  const texts = filled.filter(cell => typeof cell === 'string' && isHeading(cell))
  const known = texts.filter(cell => isKnownHeader(headerKey(cell))).length
  if (known >= 2 || (known === 1 && filled.length === 1 && width === 1))
    return 10 * known + texts.length / 1000
  const isFull = filled.length >= 2 && filled.length >= 0.6 * width && texts.length === filled.length
  const isDistinct = new Set(texts.map(headerKey)).size === texts.length
  return (isFull && isDistinct ? 1 : 0) + (known > 0 && texts.length === filled.length && isFull ? 1 : 0)
}

function filledCells(cells: readonly RawCell[]): RawCell[] {
  return cells.filter(cell => cellText(cell) !== '')
}

function isHeading(text: string): boolean {
  return (
    text.length <= longestHeading &&
    !/^[\s\d.,:/￥¥$%()+-]*$/.test(text) &&
    !/^\d{4}[-/年]\d/.test(text.trim())
  )
}
