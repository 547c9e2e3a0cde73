import { isUtf8 } from 'node:buffer'
import { AppError } from '#shared/contract/app-error.ts'
import type { ReadingOrigin } from '#shared/domain/import-batch.ts'
import type { RawCell, ReadOptions } from '../raw-row.ts'
import { readDbfCell } from './dbf-cell.ts'
import { type DbfField, type DbfHeader, readDbfHeader } from './dbf-fields.ts'
import { chooseLegacyEncoding } from './encoding-scores.ts'
import type { FileBytes } from './file-bytes.ts'
import { RowBatcher } from './row-batcher.ts'
import type { ReadResult, RowSink } from './row-sink.ts'
import { makeDecoder } from './text-encoding.ts'

const HEADER_BYTES = 65_536
const CHUNK_BYTES = 1 << 18
const SAMPLE_BYTES = 1 << 14
const DELETED = 0x2a
const END_OF_TABLE = 0x1a

/** The Asian ones of dBASE and FoxPro. A western mark proves nothing: Chinese programs leave it as they find it. */
const encodingsByDriver: Readonly<Record<number, string>> = {
  ...{ 19: 'shift_jis', 123: 'shift_jis', 77: 'gb18030', 122: 'gb18030' },
  ...{ 78: 'euc-kr', 121: 'euc-kr', 79: 'big5', 120: 'big5' },
}

/**
 * Reads a dBASE or FoxPro table, as old shop programs keep it.
 *
 * Shape: one sheet named '' whose first row are the names of the fields; deleted records are passed over.
 * Errors: file-damaged, file-truncated, sheet-missing, encoding-unknown, cancelled.
 * Cost: holds one chunk of 256 KiB.
 */
export async function readDbf(
  file: FileBytes,
  options: ReadOptions,
  sink: RowSink,
  isCancelled: () => boolean,
): Promise<ReadResult> {
  if (options.sheetName) throw new AppError('sheet-missing', { sheet: options.sheetName })
  const header = readDbfHeader(await file.read(0, HEADER_BYTES))
  const { encoding, encodingOrigin } = await settleEncoding(file, header, options)
  const decoder = makeDecoder(encoding)
  sink.opened({ format: 'dbf', sheets: [{ name: '', isHidden: false }], encoding, encodingOrigin })
  const batcher = new RowBatcher(0, batch => sink.batch(batch))
  const { fields, isVisual } = header
  batcher.add({ rowNumber: 1, cells: fields.map(field => decoder.decode(field.nameBytes) || null) })
  let rowNumber = 1
  for await (const record of records(file, header)) {
    if (isCancelled()) throw new AppError('cancelled')
    rowNumber++
    const cells = fields.map(field => readDbfCell(bytesOf(record, field), field, isVisual, decoder))
    if (cells.some(cell => cell !== null) && batcher.add({ rowNumber, cells: withoutEnd(cells) })) {
      sink.progress?.(Math.min(rowNumber * header.recordLength, file.sizeBytes), file.sizeBytes)
      await batcher.flush()
    }
  }
  await batcher.flush()
  return { rowsPerSheet: [batcher.rowCount] }
}

const bytesOf = (record: Buffer, { start, length }: DbfField) => record.subarray(start, start + length)

function withoutEnd(cells: RawCell[]): RawCell[] {
  while (cells.at(-1) === null) cells.pop()
  return cells
}

/** Every record that was not deleted; each is good until the next one. Errors: file-truncated. */
async function* records(
  file: FileBytes,
  { headerLength, recordLength, recordCount }: DbfHeader,
): AsyncGenerator<Buffer> {
  const perChunk = Math.max(1, Math.floor(CHUNK_BYTES / recordLength))
  for (let first = 0; first < recordCount; first += perChunk) {
    const count = Math.min(perChunk, recordCount - first)
    const bytes = await file.read(headerLength + first * recordLength, count * recordLength)
    for (let index = 0; index < count; index++) {
      const record = bytes.subarray(index * recordLength, (index + 1) * recordLength)
      if (record[0] === END_OF_TABLE) return
      if (record.length < recordLength) throw new AppError('file-truncated')
      if (record[0] !== DELETED) yield record
    }
  }
}

async function settleEncoding(
  file: FileBytes,
  header: DbfHeader,
  options: ReadOptions,
): Promise<{ readonly encoding: string; readonly encodingOrigin: ReadingOrigin }> {
  if (options.encoding !== undefined) return { encoding: options.encoding, encodingOrigin: 'chosen' }
  const marked = encodingsByDriver[header.languageDriver]
  return { encoding: marked ?? (await guessEncoding(file, header)), encodingOrigin: 'found' }
}

/** By the names of the fields and the texts of the first records; a plain table is UTF-8 as good as any. */
async function guessEncoding(file: FileBytes, header: DbfHeader): Promise<string> {
  const texts = header.fields.filter(field => field.type === 'C')
  const pieces = header.fields.map(field => field.nameBytes)
  let sizeBytes = 0
  for await (const record of records(file, header)) {
    for (const field of texts) {
      const bytes = bytesOf(record, field)
      if (!bytes.some(byte => byte >= 0x80)) continue
      pieces.push(Buffer.from(bytes))
      sizeBytes += bytes.length
    }
    if (sizeBytes > SAMPLE_BYTES) break
  }
  const sample = Buffer.concat(pieces.flatMap(piece => [piece, Buffer.from(' ')]))
  return isUtf8(sample) ? 'utf-8' : chooseLegacyEncoding(sample)
}
