import { AppError } from '#shared/contract/app-error.ts'
import type { RawCell, RawRow, ReadOptions } from '../raw-row.ts'
import type { FileBytes } from './file-bytes.ts'
import { readLimits } from './read-limits.ts'
import { RecordScanner } from './record-scanner.ts'
import { RowBatcher } from './row-batcher.ts'
import type { ReadResult, RowSink } from './row-sink.ts'
import { checkIsTable } from './sniff.ts'
import { type ChunkDecoder, detectEncoding, makeDecoder } from './text-encoding.ts'
import { detectSeparator, readSeparatorLine } from './text-separator.ts'

const HEAD_BYTES = 65_536
const TAIL_BYTES = 64
const CHUNK_BYTES = 1 << 16

/**
 * Reads the records of a text file with separators.
 *
 * Shape: one sheet named ''; cells are text as it stands, empty fields are null; a record without any text is passed
 * over but counted, so that row numbers are those that Excel shows.
 * Errors: the file- codes, encoding-unknown, sheet-missing, cancelled.
 */
export async function readText(
  file: FileBytes,
  options: ReadOptions,
  sink: RowSink,
  isCancelled: () => boolean,
): Promise<ReadResult> {
  if (file.sizeBytes > readLimits.textFileBytes) throw new AppError('file-too-large', { limit: 'size' })
  if (options.sheetName) throw new AppError('sheet-missing', { sheet: options.sheetName })
  const given =
    options.encoding === undefined
      ? null
      : { label: options.encoding, decoder: makeDecoder(options.encoding) }
  const encoding = given?.label ?? (await detectEncoding(file, isCancelled))
  const head = makeDecoder(encoding).decode(await file.read(0, HEAD_BYTES), { stream: true })
  await checkContent(file, head, encoding)
  const separatorLine = readSeparatorLine(head)
  const separator = options.separator || (separatorLine?.separator ?? detectSeparator(head))
  sink.opened({ format: 'text', sheets: [{ name: '', isHidden: false }], encoding, separator })
  const scanner = new RecordScanner(separator)
  const batcher = new RowBatcher(0, batch => sink.batch(batch))
  let rowNumber = 0
  for await (const { text, isLast } of decodeFile(
    file,
    makeDecoder(encoding),
    sink,
    isCancelled,
    separatorLine?.length ?? 0,
  )) {
    scanner.feed(text, isLast)
    for (let fields = scanner.nextRecord(); fields; fields = scanner.nextRecord()) {
      rowNumber++
      const row = makeRow(rowNumber, fields)
      if (row && batcher.add(row)) await batcher.flush()
    }
  }
  await batcher.flush()
  return { rowsPerSheet: [batcher.rowCount] }
}

async function checkContent(file: FileBytes, head: string, encoding: string): Promise<void> {
  if (file.sizeBytes <= HEAD_BYTES && head.trim() === '') throw new AppError('file-empty')
  const tail = await file.read(Math.max(0, file.sizeBytes - TAIL_BYTES), TAIL_BYTES)
  checkIsTable(head, makeDecoder(encoding).decode(tail))
}

async function* decodeFile(
  file: FileBytes,
  decoder: ChunkDecoder,
  sink: RowSink,
  isCancelled: () => boolean,
  skippedCharacters: number,
): AsyncGenerator<{ text: string; isLast: boolean }> {
  let skip = skippedCharacters
  const chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES)
  for (let at = 0; at < file.sizeBytes; at += CHUNK_BYTES) {
    if (isCancelled()) throw new AppError('cancelled')
    const isLast = at + CHUNK_BYTES >= file.sizeBytes
    const text = decoder.decode(await file.readInto(chunk, at), { stream: !isLast })
    sink.progress?.(Math.min(at + CHUNK_BYTES, file.sizeBytes), file.sizeBytes)
    yield { text: text.slice(skip), isLast }
    skip = 0
  }
}

/** The list of fields becomes the list of cells: nobody else holds it. */
function makeRow(rowNumber: number, fields: string[]): RawRow | null {
  const cells: RawCell[] = fields
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop()
  if (cells.length === 0) return null
  for (let index = 0; index < cells.length; index++) if (cells[index] === '') cells[index] = null
  return { rowNumber, cells }
}
