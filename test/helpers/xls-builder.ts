import { CFB } from '@e965/xlsx'
import { encodeLegacy } from './legacy-text.ts'
import { writeBytes } from './workbook-builder.ts'

/** A cell of a test sheet: text, a number under a style, yes or no, an error by its byte, a formula with its last value. */
export type XlsCell =
  | string
  | { readonly number: number; readonly style?: number }
  | { readonly truth: boolean }
  | { readonly errorByte: number }
  | { readonly formulaValue: number }
  | null

export type XlsSheet = {
  readonly name: string
  readonly isHidden?: boolean
  readonly rows: Iterable<readonly XlsCell[]>
  /** Counted from 0. */
  readonly hiddenRows?: readonly number[]
}

export type XlsWorkbook = {
  readonly sheets: readonly XlsSheet[]
  /** Numbers of the formats of the styles 0, 1, 2 … */
  readonly formats?: readonly number[]
  readonly is1904?: boolean
  /** BIFF5 with code page 936, as Chinese programs of the nineties wrote it; else BIFF8. */
  readonly isBiff5?: boolean
}

const END = record(0x0a, Buffer.alloc(0))

/** Writes an .xls record by record, by MS-XLS and the description of BIFF5, and gives its path. */
export function writeXls(workbook: XlsWorkbook, name = 'book.xls'): string {
  return writeBytes(xlsBytes(workbook), name)
}

/** The bytes of the same file. */
export function xlsBytes(workbook: XlsWorkbook): Buffer {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, workbook.isBiff5 ? '/Book' : '/Workbook', workbookStream(workbook))
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Buffer)
}

function workbookStream({ sheets, formats = [0], is1904 = false, isBiff5 = false }: XlsWorkbook): Buffer {
  const bodies = sheets.map(sheet => sheetStream(sheet, isBiff5))
  const globals = (offsets: readonly number[]) =>
    Buffer.concat([
      bof(0x05, isBiff5),
      record(0x42, words(isBiff5 ? 936 : 1200)),
      record(0x22, words(is1904 ? 1 : 0)),
      ...formats.map(format =>
        record(0xe0, Buffer.concat([words(0, format), Buffer.alloc(isBiff5 ? 12 : 16)])),
      ),
      ...sheets.map(({ name, isHidden }, index) => {
        const head = Buffer.alloc(6)
        head.writeUInt32LE(offsets[index] ?? 0)
        head[4] = isHidden ? 1 : 0
        return record(0x85, Buffer.concat([head, shortText(name, isBiff5)]))
      }),
      END,
    ])
  const start = globals(sheets.map(() => 0)).length
  const offsets = bodies.map((_, index) =>
    bodies.slice(0, index).reduce((sum, body) => sum + body.length, start),
  )
  return Buffer.concat([globals(offsets), ...bodies])
}

function sheetStream({ rows, hiddenRows = [] }: XlsSheet, isBiff5: boolean): Buffer {
  const records = [bof(0x10, isBiff5)]
  for (const row of hiddenRows) records.push(record(0x208, words(row, 0, 1, 255, 0, 0, 0x20, 0)))
  let index = 0
  for (const cells of rows) {
    cells.forEach((cell, column) => {
      if (cell !== null) records.push(cellRecord(index, column, cell, isBiff5))
    })
    index++
  }
  return Buffer.concat([...records, END])
}

function cellRecord(row: number, column: number, cell: NonNullable<XlsCell>, isBiff5: boolean): Buffer {
  if (typeof cell === 'string')
    return record(0x204, Buffer.concat([words(row, column, 0), longText(cell, isBiff5)]))
  if ('number' in cell)
    return record(0x203, Buffer.concat([words(row, column, cell.style ?? 0), double(cell.number)]))
  if ('truth' in cell)
    return record(0x205, Buffer.concat([words(row, column, 0), Buffer.from([cell.truth ? 1 : 0, 0])]))
  if ('errorByte' in cell)
    return record(0x205, Buffer.concat([words(row, column, 0), Buffer.from([cell.errorByte, 1])]))
  // The formula is 1+1: two numbers and an addition.
  const tokens = Buffer.from([0x1e, 1, 0, 0x1e, 1, 0, 0x03])
  const parts = [
    words(row, column, 0),
    double(cell.formulaValue),
    words(0, 0, 0),
    words(tokens.length),
    tokens,
  ]
  return record(0x06, Buffer.concat(parts))
}

function bof(kind: number, isBiff5: boolean): Buffer {
  const version = words(isBiff5 ? 0x0500 : 0x0600, kind, 0x0dbb, 0x07cc)
  return record(0x809, isBiff5 ? version : Buffer.concat([version, words(0x41, 0, 6, 0)]))
}

function record(type: number, body: Buffer): Buffer {
  return Buffer.concat([words(type, body.length), body])
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2)
  return bytes
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

function shortText(text: string, isBiff5: boolean): Buffer {
  const bytes = isBiff5 ? Buffer.from(encodeLegacy(text, 'gb18030')) : Buffer.from(text, 'utf16le')
  return Buffer.concat([Buffer.from(isBiff5 ? [bytes.length] : [text.length, 1]), bytes])
}

function longText(text: string, isBiff5: boolean): Buffer {
  if (!isBiff5) return Buffer.concat([words(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')])
  const bytes = Buffer.from(encodeLegacy(text, 'gb18030'))
  return Buffer.concat([words(bytes.length), bytes])
}
