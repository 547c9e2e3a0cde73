import { AppError } from '#shared/contract/app-error.ts'
import { readDbf } from './parsers/dbf-parser.ts'
import { type FileBytes, fileFromBytes, openFileBytes, toFileError } from './parsers/file-bytes.ts'
import { readHtml } from './parsers/html-parser.ts'
import {
  decryptFile,
  readPackageWithLibrary,
  readWithLibrary,
  readXmlWithLibrary,
} from './parsers/library-parser.ts'
import { readMht } from './parsers/mht-parser.ts'
import { InflateBudget } from './parsers/read-limits.ts'
import type { ReadResult, RowSink } from './parsers/row-sink.ts'
import { type FileKind, sniffFile } from './parsers/sniff.ts'
import { readTextHead } from './parsers/text-head.ts'
import { readText } from './parsers/text-parser.ts'
import { readXlsx } from './parsers/xlsx-parser.ts'
import { openZip } from './parsers/zip-archive.ts'
import { workbookFormat } from './parsers/zip-formats.ts'
import type { ReadOptions } from './raw-row.ts'

/** One read: what is wanted, who listens. */
type Run = {
  readonly options: ReadOptions
  readonly sink: RowSink
  readonly isCancelled: () => boolean
}

/**
 * Reads a foreign file, told apart by its content, into batches of rows.
 *
 * Shape: `opened` once, then batches of at most 1,000 rows, sheet after sheet; the promise that `batch` returns is
 * waited for. Rows are good only when the whole read ends without an error.
 * Errors: the file- codes, password-wrong, encoding-unknown, sheet-missing, xlsx-variant-unsupported, cancelled.
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
    return await readOpened(file, { options, sink: guarded, isCancelled })
  } catch (error) {
    throw toFileError(error)
  } finally {
    await file.close()
  }
}

async function readOpened(file: FileBytes, run: Run): Promise<ReadResult> {
  const { kind, format = '' } = await sniffFile(file)
  if (kind !== 'encrypted') return await readPlain(file, kind, run)
  const plain = fileFromBytes(await decryptFile(file, format, run.options.password, run.isCancelled))
  const inside = await sniffFile(plain)
  if (inside.kind === 'encrypted') throw new AppError('file-encrypted', { format })
  return await readPlain(plain, inside.kind, run)
}

async function readPlain(
  file: FileBytes,
  kind: Exclude<FileKind['kind'], 'encrypted'>,
  run: Run,
): Promise<ReadResult> {
  if (kind === 'zip') return await readZip(file, run)
  if (kind === 'text') return await readTextual(file, run)
  if (kind === 'dbf') return await readDbf(file, run.options, run.sink, run.isCancelled)
  return await readWithLibrary(file, { ...run, format: kind })
}

async function readZip(file: FileBytes, run: Run): Promise<ReadResult> {
  const archive = await openZip(file)
  const format = await workbookFormat(archive, new InflateBudget())
  if (format === 'xlsx') return await readXlsx(archive, run.options, run.sink, run.isCancelled)
  return await readPackageWithLibrary(archive, file.sizeBytes, { ...run, format })
}

async function readTextual(file: FileBytes, run: Run): Promise<ReadResult> {
  const { options, sink, isCancelled } = run
  const head = await readTextHead(file, options, isCancelled)
  switch (head.kind) {
    case 'html':
      return await readHtml(file, head, options, sink, isCancelled)
    case 'mht':
      return await readMht(file, options, sink, isCancelled)
    case 'xml-spreadsheet':
      return await readXmlWithLibrary(
        file,
        { ...run, format: 'xml-spreadsheet' },
        /<\/(?:\w+:)?Workbook>\s*$/,
      )
    case 'fods':
      return await readXmlWithLibrary(file, { ...run, format: 'ods' }, /<\/office:document>\s*$/)
    case 'sylk':
      return await readWithLibrary(file, { ...run, format: 'sylk' }, codePageOf(head.encoding))
    default:
      return await readText(file, head, options, sink, isCancelled)
  }
}

/** The numbers that Windows gives to encodings, for a format of a time before Unicode. */
function codePageOf(encoding: string): number {
  const pages: Readonly<Record<string, number>> = {
    gb18030: 936,
    big5: 950,
    shift_jis: 932,
    'euc-kr': 949,
    'windows-1252': 1252,
  }
  return pages[encoding] ?? 65_001
}
