import * as library from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { AppError } from '#shared/contract/app-error.ts'
import type { RawCell, RawRow, SheetInfo } from '../raw-row.ts'
import { type LibraryCell, toRawCell } from './library-cell.ts'
import { resetFormats, translateBinaryStyles } from './library-formats.ts'
import type { LibrarySource } from './library-source.ts'
import { hiddenTables } from './open-document.ts'
import { readLimits } from './read-limits.ts'

/** A workbook that the library holds in memory. */
export type LibraryWorkbook = {
  readonly sheets: readonly SheetInfo[]
  /** Gives the rows of a sheet and lets go of each, so it can be called once. */
  rowsOf(sheetIndex: number): Generator<RawRow>
}

/** Parts of the library that its types leave out. */
type Library = {
  parse_zip(container: unknown, options: object): library.WorkBook
  parse_xlscfb(container: unknown, options: object): library.WorkBook
}
type Sheet = {
  readonly '!type'?: string
  readonly '!data'?: (LibraryCell[] | undefined)[]
  readonly '!rows'?: readonly ({ readonly hidden?: boolean } | undefined)[]
}

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** The first byte of a workbook from before compound files. */
const BIFF = 0x09
const BOOK_TYPES = /^(?:xlml|fods|sylk)$/
const IS_PROTECTED = /password|encryption scheme/i
const STYLES_PART = /(?:^|\/)styles\.bin$/i
const options = {
  dense: true,
  nodim: true,
  raw: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  cellNF: true,
  UTC: true,
} as const

const { parse_zip, parse_xlscfb } = library as unknown as Library
const { CFB } = library
library.set_cptable(codePages)

/**
 * Reads a whole workbook with the spreadsheet library; nothing is computed, dates are left to us.
 *
 * Errors: file-damaged for anything that the library cannot read, and for a sheet that it lost; file-encrypted.
 */
export function openLibraryWorkbook(source: LibrarySource): LibraryWorkbook {
  const workbook = readWorkbook(source)
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true
  const hiddenByStyle = source.kind === 'package' ? hiddenTables(source.parts) : new Set()
  const hidden = new Map(workbook.Workbook?.Sheets?.map(({ name, Hidden }) => [name, Hidden]))
  const names = workbook.SheetNames
  if (names.length === 0) throw new AppError('file-damaged')
  for (const sheet of names)
    if (workbook.Sheets[sheet] === undefined) throw new AppError('file-damaged', { sheet })
  return {
    sheets: names.map(name => ({ name, isHidden: (hidden.get(name) ?? 0) !== 0 || hiddenByStyle.has(name) })),
    rowsOf: sheetIndex => rowsOf(workbook.Sheets[names[sheetIndex] ?? ''] as Sheet, is1904),
  }
}

function readWorkbook(source: LibrarySource): library.WorkBook {
  resetFormats()
  try {
    if (source.kind === 'package') return parse_zip(packageOf(source.parts), { ...options })
    const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
    if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) return readCompound(bytes)
    const { codePage } = source
    const workbook = library.read(bytes, {
      ...options,
      type: 'buffer',
      ...(codePage === undefined ? {} : { codepage: codePage }),
    })
    // What the library cannot make out it takes for plain text.
    if (bytes[0] !== BIFF && !BOOK_TYPES.test(workbook.bookType ?? '')) throw new AppError('file-damaged')
    return workbook
  } catch (error) {
    if (error instanceof AppError) throw error
    const isProtected = error instanceof Error && IS_PROTECTED.test(error.message)
    throw new AppError(isProtected ? 'file-encrypted' : 'file-damaged')
  }
}

/** The stream of the workbook must be as long as its directory says: a shorter one was cut. */
function readCompound(bytes: Buffer): library.WorkBook {
  const container = CFB.read(bytes, { type: 'buffer' })
  const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book')
  if (!stream) throw new AppError('file-damaged')
  if (stream.content.length < stream.size) throw new AppError('file-truncated')
  return parse_xlscfb(container, { ...options, type: 'buffer' })
}

/** The library's own container, filled with parts that were unpacked within our limits. */
function packageOf(parts: readonly (readonly [string, Uint8Array])[]) {
  const container = CFB.utils.cfb_new()
  // An ods may do without this part; the library does not.
  CFB.utils.cfb_add(container, 'styles.xml', Buffer.from('<styles/>'))
  for (const [name, bytes] of parts) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (STYLES_PART.test(name)) translateBinaryStyles(content)
    CFB.utils.cfb_add(container, name, content)
  }
  return container
}

function* rowsOf(sheet: Sheet, is1904: boolean): Generator<RawRow> {
  const data = sheet['!data'] ?? []
  if (sheet['!type'] === 'chart' || sheet['!type'] === 'macro') return
  if (data.length > readLimits.rows) throw new AppError('file-damaged')
  const facts = sheet['!rows']
  for (let index = 0; index < data.length; index++) {
    const row = data[index]
    if (row === undefined) continue
    delete data[index]
    const cells = cellsOf(row, is1904)
    if (cells.length === 0) continue
    const rowNumber = index + 1
    yield facts?.[index]?.hidden ? { rowNumber, isHidden: true, cells } : { rowNumber, cells }
  }
}

function cellsOf(row: readonly (LibraryCell | undefined)[], is1904: boolean): RawCell[] {
  if (row.length > readLimits.columns) throw new AppError('file-damaged')
  const cells: RawCell[] = []
  for (let column = 0; column < row.length; column++) {
    const cell = toRawCell(row[column], is1904)
    if (cell === null) continue
    while (cells.length < column) cells.push(null)
    cells.push(cell)
  }
  return cells
}
