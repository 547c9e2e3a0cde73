import { AppError } from '#shared/contract/app-error.ts'
import type { ReadOptions, RowBatch, SheetInfo } from '../raw-row.ts'
import type { FileBytes } from './file-bytes.ts'
import { HtmlTableScanner } from './html-table-scanner.ts'
import { RowBatcher } from './row-batcher.ts'
import type { ReadResult, RowSink } from './row-sink.ts'
import { makeDecoder } from './text-encoding.ts'
import type { TextHead } from './text-head.ts'
import { decodeFile } from './text-parser.ts'
import { unsupportedFormat } from './unsupported-format.ts'

/** Excel names its sheets in a comment at the beginning of the page. */
const SHEET_NAME = /<x:Name>([^<]{1,31})<\/x:Name>/g
const TABLE = /<table/gi
const CHUNK_BYTES = 1 << 18

/** A text that can be gone through more than once. */
type TextSource = () => AsyncIterable<{ readonly text: string; readonly isLast: boolean }>

/** The tables of a page that have rows, by the order in which they begin. */
type Contents = { readonly sheetOf: ReadonlyMap<number, number>; readonly sheets: readonly SheetInfo[] }

/**
 * Reads the tables of an HTML page, as shop systems save it under the name .xls: each table with text is a sheet.
 *
 * Shape: cells are text exactly as shown; one table has the name '' unless Excel gave it one.
 * Errors: file-truncated, file-damaged, file-too-large, sheet-missing, cancelled; file-type-unsupported (format `html`) for
 * a page without any table.
 * Cost: linear; a page with several tables is gone through twice.
 */
export async function readHtml(
  file: FileBytes,
  { encoding, encodingOrigin, text: head }: TextHead,
  options: ReadOptions,
  sink: RowSink,
  isCancelled: () => boolean,
): Promise<ReadResult> {
  const source = () => decodeFile(file, makeDecoder(encoding), sink, isCancelled, 0)
  const names = [...head.matchAll(SHEET_NAME)].map(match => match[1] as string)
  const contents = await listTables(source, await countTables(file, encoding, source), names)
  if (contents.sheets.length === 0) throw unsupportedFormat('html')
  const isWanted = ({ name }: SheetInfo) => options.sheetName === undefined || name === options.sheetName
  if (!contents.sheets.some(isWanted)) throw new AppError('sheet-missing', { sheet: options.sheetName ?? '' })
  sink.opened({ format: 'html', sheets: contents.sheets, encoding, encodingOrigin })
  return await passTables(
    source,
    contents,
    sink,
    contents.sheets.map(sheet => isWanted(sheet)),
  )
}

/** Counts the places where a table may begin: by the bytes where they are those of ASCII. */
async function countTables(file: FileBytes, encoding: string, source: TextSource): Promise<number> {
  let count = 0
  if (/^utf-(?:16|32)/.test(encoding)) {
    for await (const { text } of source()) count += text.match(TABLE)?.length ?? 0
    return count
  }
  const overlap = '<table'.length - 1
  for (let at = 0; at < file.sizeBytes; at += CHUNK_BYTES) {
    const bytes = await file.read(at, CHUNK_BYTES + overlap)
    count += bytes.toString('latin1').match(TABLE)?.length ?? 0
  }
  return count
}

/** One table needs no look ahead; of several, those without text are left out. */
async function listTables(source: TextSource, count: number, names: readonly string[]): Promise<Contents> {
  if (count === 0) return { sheetOf: new Map(), sheets: [] }
  if (count === 1)
    return {
      sheetOf: new Map([[0, 0]]),
      sheets: [{ name: names.length === 1 ? (names[0] ?? '') : '', isHidden: false }],
    }
  const filled = new Set<number>()
  const scanner = new HtmlTableScanner(({ table }) => filled.add(table))
  for await (const { text, isLast } of source()) scanner.feed(text, isLast)
  const order = [...filled].sort((one, other) => one - other)
  const nameOf = (index: number) =>
    names.length === order.length ? (names[index] ?? '') : order.length === 1 ? '' : `Sheet${index + 1}`
  return {
    sheetOf: new Map(order.map((table, index) => [table, index])),
    sheets: order.map((_, index) => ({ name: nameOf(index), isHidden: false })),
  }
}

async function passTables(
  source: TextSource,
  { sheetOf, sheets }: Contents,
  sink: RowSink,
  wanted: readonly boolean[],
): Promise<ReadResult> {
  const full: RowBatch[] = []
  const batchers = sheets.map((_, index) => new RowBatcher(index, batch => void full.push(batch)))
  const flushes: Promise<void>[] = []
  const scanner = new HtmlTableScanner(({ table, row }) => {
    const sheet = sheetOf.get(table)
    const batcher = sheet === undefined || !wanted[sheet] ? undefined : batchers[sheet]
    if (batcher?.add(row)) flushes.push(batcher.flush())
  })
  for await (const { text, isLast } of source()) {
    scanner.feed(text, isLast)
    if (isLast) for (const batcher of batchers) flushes.push(batcher.flush())
    await Promise.all(flushes.splice(0))
    for (const batch of full.splice(0)) await sink.batch(batch)
  }
  return { rowsPerSheet: batchers.map(({ rowCount }) => rowCount) }
}
