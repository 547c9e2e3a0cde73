import { AppError } from '#shared/contract/app-error.ts'
import type { RawCell } from '../raw-row.ts'
import { toIsoMomentCell } from './excel-date.ts'
import { toNumberCell } from './number-cell.ts'
import type { FormatKind } from './number-format.ts'
import { readLimits } from './read-limits.ts'
import { readNumber } from './read-number.ts'
import type { SharedStrings } from './shared-strings.ts'
import {
  asksToKeepSpace,
  findByte,
  GREATER_THAN,
  isNameEnd,
  LESS_THAN,
  latin1Text,
  readRichText,
  SLASH,
  utf8Text,
} from './xml-bytes.ts'
import { cellText } from './xml-text.ts'

/** What the cells of a sheet refer to. */
export type SheetContext = {
  readonly strings: SharedStrings
  /** By style index. */
  readonly styles: readonly FormatKind[]
  readonly is1904: boolean
}

const INLINE_END = Buffer.from('</is>')
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27
const LETTER_B = 0x62
const LETTER_C = 0x63
const LETTER_D = 0x64
const LETTER_E = 0x65
const LETTER_I = 0x69
const LETTER_N = 0x6e
const LETTER_R = 0x72
const LETTER_S = 0x73
const LETTER_T = 0x74
const LETTER_V = 0x76
/** t="s"; t="str" keeps the letter itself. */
const SHARED = 1

/**
 * Scans cells into a row. One object serves a whole sheet: values are put straight into the row under construction.
 */
export class CellScanner {
  private readonly context: SheetContext
  private column = -1
  private style = 0
  private type = LETTER_N
  private textBytes = 0
  /** True when the sheet itself asks for white space to be kept. */
  keepsSpace = false
  /** The row under construction: gaps are null, nothing after the last filled cell. */
  row: RawCell[] = []

  constructor(context: SheetContext) {
    this.context = context
  }

  startRow(): void {
    this.row = []
    this.column = -1
    this.textBytes = 0
  }

  /** Reads the cell whose tag name ends at `afterName` and returns the place after it. */
  readCell(bytes: Buffer, afterName: number): number {
    const tagEnd = this.readTag(bytes, afterName)
    if (bytes[tagEnd - 1] === SLASH) return tagEnd + 1
    return this.readBody(bytes, tagEnd + 1)
  }

  private readTag(bytes: Buffer, afterName: number): number {
    const end = bytes.length
    let column = this.column + 1
    let at = afterName
    this.style = 0
    this.type = LETTER_N
    for (;;) {
      if (at >= end) throw new AppError('file-damaged')
      const byte = bytes[at] as number
      if (byte === GREATER_THAN) break
      if (byte <= 0x20 || byte === SLASH) {
        at++
        continue
      }
      const equals = bytes[at + 1] === EQUALS ? at + 1 : findByte(bytes, EQUALS, at, end)
      const quote = bytes[equals + 1] as number
      if (quote !== QUOTE && quote !== APOSTROPHE) throw new AppError('file-damaged')
      const from = equals + 2
      if (byte === LETTER_R && equals === at + 1) {
        const afterLetters = skipLetters(bytes, from)
        column = readColumn(bytes, from, afterLetters)
        at = findByte(bytes, quote, afterLetters, end) + 1
        continue
      }
      const close = findByte(bytes, quote, from, end)
      if (equals === at + 1) {
        if (byte === LETTER_S) this.style = readDigits(bytes, from, close)
        else if (byte === LETTER_T) this.type = readType(bytes, from, close)
      }
      at = close + 1
    }
    if (column < 0 || column >= readLimits.columns) throw new AppError('file-damaged')
    this.column = column
    return at
  }

  private readBody(bytes: Buffer, from: number): number {
    const end = bytes.length
    let at = from
    for (;;) {
      at = findByte(bytes, LESS_THAN, at, end)
      const name = bytes[at + 1]
      if (name === SLASH) {
        if (bytes[at + 2] === LETTER_C && bytes[at + 3] === GREATER_THAN) return at + 4
        if (bytes[at + 2] === LETTER_R) throw new AppError('file-damaged')
        at += 2
      } else if (name === LETTER_V && isNameEnd(bytes[at + 2])) at = this.readValue(bytes, at + 2)
      else if (name === LETTER_I && bytes[at + 2] === LETTER_S && isNameEnd(bytes[at + 3]))
        at = this.readInline(bytes, at + 3)
      else at = findByte(bytes, GREATER_THAN, at, end)
    }
  }

  private readValue(bytes: Buffer, afterName: number): number {
    const tagEnd = findByte(bytes, GREATER_THAN, afterName, bytes.length)
    if (bytes[tagEnd - 1] === SLASH) return tagEnd
    const from = tagEnd + 1
    const to = findByte(bytes, LESS_THAN, from, bytes.length)
    if (to > from) this.put(this.decode(bytes, from, to, afterName))
    return to
  }

  private readInline(bytes: Buffer, afterName: number): number {
    const to = bytes.indexOf(INLINE_END, afterName)
    if (to < 0) throw new AppError('file-damaged')
    this.putText(readRichText(bytes, afterName, to, this.keepsSpace))
    return to + INLINE_END.length
  }

  private decode(bytes: Buffer, from: number, to: number, afterName: number): RawCell {
    switch (this.type) {
      case SHARED:
        return this.context.strings.get(readDigits(bytes, from, to))
      case LETTER_N:
        return this.decodeNumber(bytes, from, to)
      case LETTER_B:
        return isTrue(latin1Text(bytes, from, to).trim())
      case LETTER_E:
        return { error: utf8Text(bytes, from, to).trim() }
      case LETTER_D:
        return toIsoMomentCell(utf8Text(bytes, from, to), this.kind())
      default:
        return cellText(utf8Text(bytes, from, to), this.keepsSpace || asksToKeepSpace(bytes, afterName, from))
    }
  }

  private kind(): FormatKind {
    return this.context.styles[this.style] ?? 'number'
  }

  private decodeNumber(bytes: Buffer, from: number, to: number): RawCell {
    const number = readNumber(bytes, from, to)
    if (number === null) return utf8Text(bytes, from, to)
    return toNumberCell(number, this.kind(), this.context.is1904)
  }

  private put(value: RawCell): void {
    if (typeof value === 'string') this.putText(value)
    else this.place(value)
  }

  private putText(text: string): void {
    if (text === '') return
    this.textBytes += text.length
    if (this.textBytes > readLimits.rowBytes) throw new AppError('file-too-large', { limit: 'row' })
    this.place(text)
  }

  private place(value: RawCell): void {
    while (this.row.length < this.column) this.row.push(null)
    this.row[this.column] = value
  }
}

function isTrue(text: string): boolean {
  return text === '1' || text === 'true'
}

function readType(bytes: Buffer, from: number, close: number): number {
  const first = bytes[from] as number
  return first === LETTER_S && close === from + 1 ? SHARED : first
}

/** Reads the column from the letters of a reference such as AB12, counted from 0. */
function readColumn(bytes: Buffer, from: number, to: number): number {
  let column = 0
  for (let at = from; at < to; at++) column = column * 26 + ((bytes[at] as number) & 0x1f)
  return column - 1
}

function skipLetters(bytes: Buffer, from: number): number {
  let at = from
  while ((bytes[at] as number) >= 0x41) at++
  return at
}

/** Errors: file-damaged for anything but digits and white space. */
function readDigits(bytes: Buffer, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30
    if (digit >= 0 && digit <= 9) number = number * 10 + digit
    else if ((bytes[at] as number) > 0x20) throw new AppError('file-damaged')
  }
  return number
}
