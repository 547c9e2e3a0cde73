import { AppError } from '#shared/contract/app-error.ts'
import type { RawCell, RawRow } from '../raw-row.ts'
import { type HtmlListener, HtmlTagScanner } from './html-tag-scanner.ts'
import { BLOCK_BREAK, LINE_BREAK, shownText } from './html-text.ts'
import { readLimits } from './read-limits.ts'

/** A row and the table it belongs to; tables are counted from 0 in the order in which they begin. */
export type HtmlRow = { readonly table: number; readonly row: RawRow }

/** A table that is open: tables lie in the cells of others. */
type Table = {
  readonly index: number
  rowNumber: number
  cells: RawCell[] | null
  column: number
  /** Where the open cell stands. */
  cellColumn: number
  /** By column: how many more rows a cell above reaches down. */
  reach: number[]
  isHidden: boolean
  /** The raw text of the open cell. */
  text: string | null
  /** What Excel keeps of a number beside the text that it shows. */
  exact: string
}

const NESTED_TABLES = 32
const LONGEST_SPAN = 65_535
const blocks = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dd', 'dt', 'pre', 'hr'])
const SPAN = /\b(col|row)span\s*=\s*["']?(\d{1,5})/gi
const HIDDEN = /display\s*:\s*none/i
const EXACT_NUMBER = /\bx:num\s*=\s*["']?(-?\d[\d.]*)["'\s]?/i
/** What Excel shows of a number that is too long for the cell. */
const SHORTENED = /^(?:-?\d(?:\.\d+)?E\+\d+|#+)$/i

/**
 * Finds the rows of all tables of an HTML text.
 *
 * Shape: a merged cell stands at its first place, the others are null; a table inside a cell is a table of its own.
 * Rows without text are counted and passed over. Cells are text, exactly as shown, so that a long number stays whole.
 * Errors: file-truncated when a table does not end, file-too-large, file-damaged.
 */
export class HtmlTableScanner implements HtmlListener {
  private readonly scanner = new HtmlTagScanner(this)
  private readonly open: Table[] = []
  private readonly onRow: (row: HtmlRow) => void
  /** The last cell tag that says nothing of places and numbers. */
  private plainTag: string | null = null
  tableCount = 0

  constructor(onRow: (row: HtmlRow) => void) {
    this.onRow = onRow
  }

  /** Takes the next chunk of the text. */
  feed(chunk: string, isLast: boolean): void {
    this.scanner.feed(chunk, isLast)
    if (isLast && this.open.length > 0) throw new AppError('file-truncated')
  }

  text(text: string): void {
    this.addText(text)
  }

  startTag(name: string, tag: string): void {
    if (name === 'td' || name === 'th') this.startCell(tag)
    else if (name === 'tr') this.startRow(tag)
    else if (name === 'br') this.addText(LINE_BREAK)
    else if (name === 'table') this.startTable()
    else if (blocks.has(name)) this.addText(BLOCK_BREAK)
  }

  endTag(name: string): void {
    const table = this.open.at(-1)
    if (!table) return
    if (name === 'td' || name === 'th') this.endCell(table)
    else if (name === 'tr') this.endRow(table)
    else if (name === 'table') {
      this.endRow(table)
      this.open.pop()
    } else if (blocks.has(name)) this.addText(BLOCK_BREAK)
  }

  private addText(text: string): void {
    const table = this.open.at(-1)
    if (table === undefined || table.text === null) return
    table.text += text
    if (table.text.length > readLimits.textRecordCharacters)
      throw new AppError('file-too-large', { limit: 'row' })
  }

  private startTable(): void {
    if (this.open.length === NESTED_TABLES) throw new AppError('file-damaged')
    const index = this.tableCount++
    this.open.push({
      index,
      rowNumber: 0,
      cells: null,
      column: 0,
      cellColumn: 0,
      reach: [],
      isHidden: false,
      text: null,
      exact: '',
    })
  }

  private startRow(tag: string): void {
    const table = this.open.at(-1)
    if (!table) return
    this.endRow(table)
    table.cells = []
    table.column = 0
    table.isHidden = HIDDEN.test(tag)
  }

  private startCell(tag: string): void {
    const table = this.open.at(-1)
    if (!table) return
    this.endCell(table)
    table.cells ??= []
    const { reach } = table
    while ((reach[table.column] ?? 0) > 0) table.column++
    table.cellColumn = table.column
    table.text = ''
    table.exact = ''
    if (tag === this.plainTag) table.column++
    else {
      table.exact = EXACT_NUMBER.exec(tag)?.[1] ?? ''
      const isSpread = tag.includes('span') || tag.includes('SPAN')
      if (isSpread) this.spread(table, tag)
      else table.column++
      if (table.exact === '' && !isSpread) this.plainTag = tag
    }
    if (table.column > readLimits.columns) throw new AppError('file-too-large', { limit: 'columns' })
  }

  /** Takes the places of a merged cell; its text stands at the first of them. */
  private spread(table: Table, tag: string): void {
    let columns = 1
    let rows = 1
    for (const [, side, digits] of tag.matchAll(SPAN)) {
      const span = Math.min(LONGEST_SPAN, Math.max(1, Number(digits)))
      if (side?.toLowerCase() === 'col') columns = span
      else rows = span
    }
    const first = table.column
    table.column += columns
    if (table.column > readLimits.columns) throw new AppError('file-too-large', { limit: 'columns' })
    if (rows > 1)
      for (let column = first; column < table.column; column++)
        // The row under way is counted down with the others at its end.
        table.reach[column] = Math.max(table.reach[column] ?? 0, rows)
  }

  private endCell(table: Table): void {
    if (table.text === null || table.cells === null) return
    const shown = shownText(table.text)
    const text = table.exact !== '' && SHORTENED.test(shown) ? table.exact : shown
    table.text = null
    if (text === '') return
    while (table.cells.length < table.cellColumn) table.cells.push(null)
    table.cells.push(text)
  }

  private endRow(table: Table): void {
    this.endCell(table)
    const { cells } = table
    if (cells === null) return
    table.cells = null
    table.rowNumber++
    if (table.rowNumber > readLimits.rows) throw new AppError('file-too-large', { limit: 'rows' })
    for (let column = 0; column < table.reach.length; column++)
      if ((table.reach[column] ?? 0) > 0) table.reach[column] = (table.reach[column] ?? 0) - 1
    if (cells.length === 0) return
    const { rowNumber, isHidden, index } = table
    this.onRow({ table: index, row: isHidden ? { rowNumber, isHidden, cells } : { rowNumber, cells } })
  }
}
