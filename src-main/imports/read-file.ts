import { AppError } from '#shared/contract/app-error.ts'
import { openFileBytes, toFileError } from './parsers/file-bytes.ts'
import type { ReadResult, RowSink } from './parsers/row-sink.ts'
import { sniffFile } from './parsers/sniff.ts'
import { readText } from './parsers/text-parser.ts'
import { readXlsx } from './parsers/xlsx-parser.ts'
import type { ReadOptions } from './raw-row.ts'

/**
 * Reads a foreign file, told apart by its content, into batches of rows.
 *
 * Shape: `opened` once, then batches of at most 1,000 rows, sheet after sheet; the promise that `batch` returns is
 * waited for. Rows are good only when the whole read ends without an error.
 * Errors: the file- codes, encoding-unknown, sheet-missing, xlsx-variant-unsupported, cancelled.
 */
export async function readFile(
  filePath: string,
  options: ReadOptions,
  sink: RowSink,
  isCancelled: () => boolean,
): Promise<ReadResult> {
  const guarded: RowSink = {
    opened: opened => sink.opened(opened),
    progress: (readBytes, totalBytes) => sink.progress?.(readBytes, totalBytes),
    batch: batch => {
      if (isCancelled()) throw new AppError('cancelled')
      return sink.batch(batch)
    },
  }
  const file = await openFileBytes(filePath)
  try {
    const kind = await sniffFile(file)
    return await (kind === 'zip' ? readXlsx : readText)(file, options, guarded, isCancelled)
  } catch (error) {
    throw toFileError(error)
  } finally {
    await file.close()
  }
}
