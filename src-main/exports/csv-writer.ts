import fs from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { guardText } from '#shared/domain/csv-guard.ts'
import type { ExportEncoding, ExportSeparator } from '#shared/domain/export.ts'
import { encodeGb18030 } from './gb18030.ts'
import type { ExportCell } from './sheet-xml.ts'

/** A csv file to be written. */
export type CsvFile = {
  readonly headers: readonly string[]
  readonly rows: Iterable<readonly ExportCell[]>
  readonly encoding: ExportEncoding
  readonly separator: ExportSeparator
  /** Whether long digits get a tab at their end, which keeps Excel from rounding them. */
  readonly isForExcel: boolean
}

const chunkChars = 1 << 16
/** Digits that Excel would round or whose zeros it would drop. */
const fragileDigits = /^(?:\d{12,}|0\d+)$/

/**
 * Writes a csv file under the very path it is given, row by row.
 *
 * Shape: CRLF; every text is quoted, and protected where a spreadsheet would take it for a formula; UTF-8 begins with a
 * byte order mark.
 * Errors: those of the file system and of the rows; what was written stays.
 */
export async function writeCsv(filePath: string, file: CsvFile): Promise<{ readonly rowCount: number }> {
  const counter = { rowCount: 0 }
  await pipeline(Readable.from(csvChunks(file, counter)), fs.createWriteStream(filePath))
  return counter
}

function* csvChunks(file: CsvFile, counter: { rowCount: number }): Generator<Uint8Array> {
  const encode = file.encoding === 'utf-8' ? (text: string) => Buffer.from(text) : encodeGb18030
  const line = (cells: readonly ExportCell[]) =>
    `${cells.map(cell => csvField(cell, file.isForExcel)).join(file.separator)}\r\n`
  let chunk = file.encoding === 'utf-8' ? '\ufeff' : ''
  chunk += line(file.headers)
  for (const row of file.rows) {
    counter.rowCount++
    chunk += line(row)
    if (chunk.length < chunkChars) continue
    yield encode(chunk)
    chunk = ''
  }
  yield encode(chunk)
}

/**
 * Writes one field of a csv file.
 *
 * Empty: null and '' give nothing.
 * Example: csvField('=1+1', false) -> `"'=1+1"`; csvField(-5, false) -> '-5'; csvField('007', true) -> '"007\t"'
 */
export function csvField(cell: ExportCell, isForExcel: boolean): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return cell.time.replace('T', ' ')
  const text = isForExcel && fragileDigits.test(cell) ? `${cell}\t` : guardText(cell)
  return `"${text.replaceAll('"', '""')}"`
}
