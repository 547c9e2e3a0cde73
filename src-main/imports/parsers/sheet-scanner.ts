import { AppError } from '#shared/contract/app-error.ts'
import type { RawCell, RawRow } from '../raw-row.ts'
import { CellScanner, type SheetContext } from './cell-scanner.ts'
import { readLimits } from './read-limits.ts'
import { findByte, GREATER_THAN, isNameEnd, LESS_THAN, SLASH, seekByte } from './xml-bytes.ts'
import { checkRoot } from './xml-root.ts'

const DATA_START = Buffer.from('<sheetData')
const DATA_END = '/sheetData'
const EMPTY = Buffer.alloc(0)
const LETTER_C = 0x63
const LETTER_R = 0x72
const LETTER_O = 0x6f
const LETTER_W = 0x77
const LETTER_H = 0x68
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27

/**
 * Scans the rows of a worksheet part, one block of whole rows after another; the caller pulls row by row, so that no
 * more rows exist than one batch holds.
 *
 * Shape: rows as they stand in the file; rows without a filled cell are passed over; gaps are null.
 * Errors: file-damaged, file-too-large, xlsx-variant-unsupported.
 */
export class SheetScanner {
  private readonly cells: CellScanner
  private bytes: Buffer = EMPTY
  private at = 0
  private phase: 'root' | 'before' | 'rows' | 'past' = 'root'
  private isHidden = false
  /** The number of the row that was scanned last. */
  rowNumber = 0

  constructor(context: SheetContext) {
    this.cells = new CellScanner(context)
  }

  /** True once the closing tag of the rows was seen; what follows is of no interest. */
  get isPastRows(): boolean {
    return this.phase === 'past'
  }

  /** Takes the next block; the one before must have been read to its end. */
  feed(block: Buffer): void {
    this.bytes = block
    this.at = 0
    if (this.phase === 'root') this.enterRoot()
    if (this.phase === 'before') this.enterRows()
  }

  /** Returns the next row of the block with a filled cell, or null when the block is used up. */
  nextRow(): RawRow | null {
    const { bytes } = this
    while (this.phase === 'rows') {
      const at = seekByte(bytes, LESS_THAN, this.at)
      if (at < 0) return null
      if (isRowTag(bytes, at)) {
        const cells = this.readRow(at + 4)
        if (cells.length > 0) return this.makeRow(cells)
      } else this.leaveAt(at)
    }
    return null
  }

  /** Checks at the end of the part that the rows had an end. A sheet without any rows element has none. */
  finish(): void {
    if (this.phase !== 'past') throw new AppError('file-damaged')
  }

  private makeRow(cells: readonly RawCell[]): RawRow {
    return this.isHidden
      ? { rowNumber: this.rowNumber, isHidden: true, cells }
      : { rowNumber: this.rowNumber, cells }
  }

  private enterRoot(): void {
    const root = checkRoot(this.bytes, 'worksheet')
    this.at = root.end
    this.cells.keepsSpace = root.keepsSpace
    this.phase = root.isEmpty ? 'past' : 'before'
  }

  private enterRows(): void {
    const start = this.bytes.indexOf(DATA_START, this.at)
    if (start < 0) {
      if (this.bytes.includes('</worksheet>', this.at)) this.phase = 'past'
      return
    }
    const end = findByte(this.bytes, GREATER_THAN, start, this.bytes.length)
    this.phase = this.bytes[end - 1] === SLASH ? 'past' : 'rows'
    this.at = end + 1
  }

  private leaveAt(at: number): void {
    const { bytes } = this
    if (bytes[at + 1] === SLASH && bytes.toString('latin1', at + 1, at + 1 + DATA_END.length) === DATA_END)
      this.phase = 'past'
    else this.at = findByte(bytes, GREATER_THAN, at, bytes.length)
  }

  private readRow(afterName: number): readonly RawCell[] {
    this.isHidden = false
    const tagEnd = this.readRowTag(afterName)
    this.at = tagEnd + 1
    if (this.bytes[tagEnd - 1] === SLASH) return []
    return this.readCells()
  }

  private readRowTag(afterName: number): number {
    const { bytes } = this
    const end = bytes.length
    let rowNumber = this.rowNumber + 1
    let at = afterName
    for (;;) {
      if (at >= end) throw new AppError('file-damaged')
      const byte = bytes[at] as number
      if (byte === GREATER_THAN) break
      if (byte <= 0x20 || byte === SLASH) {
        at++
        continue
      }
      const equals = findByte(bytes, EQUALS, at, end)
      const quote = bytes[equals + 1] as number
      if (quote !== QUOTE && quote !== APOSTROPHE) throw new AppError('file-damaged')
      const close = findByte(bytes, quote, equals + 2, end)
      if (byte === LETTER_R && equals === at + 1) rowNumber = readRowNumber(bytes, equals + 2, close)
      else if (byte === LETTER_H && equals === at + 6)
        this.isHidden = isTrue(bytes.toString('latin1', equals + 2, close))
      at = close + 1
    }
    const isEmpty = bytes[at - 1] === SLASH
    if (!(rowNumber >= 1 && (rowNumber <= readLimits.rows || isEmpty))) throw new AppError('file-damaged')
    this.rowNumber = rowNumber
    return at
  }

  private readCells(): readonly RawCell[] {
    const { bytes, cells } = this
    const end = bytes.length
    cells.startRow()
    for (;;) {
      const at = findByte(bytes, LESS_THAN, this.at, end)
      const next = bytes[at + 1]
      if (next === LETTER_C && isNameEnd(bytes[at + 2])) this.at = cells.readCell(bytes, at + 2)
      else if (next === SLASH) {
        if (!isRowEnd(bytes, at + 2)) throw new AppError('file-damaged')
        this.at = at + 6
        return cells.row
      } else if (isRowTag(bytes, at)) throw new AppError('file-damaged')
      else this.at = findByte(bytes, GREATER_THAN, at, end) + 1
    }
  }
}

function isRowTag(bytes: Buffer, at: number): boolean {
  return isRowName(bytes, at + 1) && isNameEnd(bytes[at + 4])
}

function isRowEnd(bytes: Buffer, at: number): boolean {
  return isRowName(bytes, at) && bytes[at + 3] === GREATER_THAN
}

function isRowName(bytes: Buffer, at: number): boolean {
  return bytes[at] === LETTER_R && bytes[at + 1] === LETTER_O && bytes[at + 2] === LETTER_W
}

function isTrue(text: string): boolean {
  return text === '1' || text === 'true'
}

/** NaN for anything but digits. */
function readRowNumber(bytes: Buffer, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}
