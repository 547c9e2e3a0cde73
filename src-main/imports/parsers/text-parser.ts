import { AppError } from '#shared/contract/app-error.ts'
import type { ReadingOrigin } from '#shared/domain/import-batch.ts'
import type { RawCell, RawRow, ReadOptions } from '../raw-row.ts'
import type { FileBytes } from './file-bytes.ts'
import { RecordScanner } from './record-scanner.ts'
import { recallSeparator } from './remembered-reading.ts'
import { RowBatcher } from './row-batcher.ts'
import type { ReadResult, RowSink } from './row-sink.ts'
import { type ChunkDecoder, makeDecoder } from './text-encoding.ts'
import type { TextHead } from './text-head.ts'
import { detectSeparator, readSeparatorLine } from './text-separator.ts'

const CHUNK_BYTES = 1 << 16

/**
 * Reads the records of a text file with separators.
 *
 * Shape: one sheet named ''; cells are text as it stands, empty fields are null; a record without any text is passed
 * over but counted, so that row numbers are those that Excel shows.
 * Errors: file-too-large for an endless record, sheet-missing, cancelled.
 */
export async function readText(
  file: FileBytes,
  { encoding, encodingOrigin, text: head }: TextHead,
  options: ReadOptions,
  sink: RowSink,
  isCancelled: () => boolean,
): Promise<ReadResult> {
  if (options.sheetName) throw new AppError('sheet-missing', { sheet: options.sheetName })
  const separatorLine = readSeparatorLine(head)
  const { separator, separatorOrigin } = settleSeparator(head, options, separatorLine?.separator)
  const sheets = [{ name: '', isHidden: false }]
  sink.opened({ format: 'text', sheets, encoding, encodingOrigin, separator, separatorOrigin })
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

/**
 * Decodes a file chunk by chunk and reports how far it is.
 *
 * Errors: cancelled. Cost: holds one chunk of 64 KiB.
 */
export async function* decodeFile(
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

/** What was chosen, what the file itself names, what was chosen for such a file before, what its lines say. */
function settleSeparator(
  head: string,
  { separator: chosen, remembered = [] }: ReadOptions,
  named: string | undefined,
): { readonly separator: string; readonly separatorOrigin: ReadingOrigin } {
  if (chosen) return { separator: chosen, separatorOrigin: 'chosen' }
  if (named !== undefined) return { separator: named, separatorOrigin: 'found' }
  const recalled = recallSeparator(head, remembered)
  if (recalled === null) return { separator: detectSeparator(head), separatorOrigin: 'found' }
  return { separator: recalled, separatorOrigin: 'remembered' }
}

/** The list of fields becomes the list of cells: nobody else holds it. */
function makeRow(rowNumber: number, fields: string[]): RawRow | null {
  const cells: RawCell[] = fields
  while (cells.length > 0 && cells[cells.length - 1] === '') cells.pop()
  if (cells.length === 0) return null
  for (let index = 0; index < cells.length; index++) if (cells[index] === '') cells[index] = null
  return { rowNumber, cells }
}
