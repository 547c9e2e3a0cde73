import { AppError } from '#shared/contract/app-error.ts'
import { readCompoundFile } from './compound-file.ts'
import type { FileBytes } from './file-bytes.ts'

const HEAD_BYTES = 64
const latin = (text: string) => Buffer.from(text, 'latin1')

/** Formats that are known by their first bytes and are no tables, or none that is read today. */
const signatures: readonly (readonly [signature: Buffer, format: string, at?: number])[] = [
  [latin('%PDF'), 'pdf'],
  [latin('\x89PNG'), 'image'],
  [latin('\xff\xd8\xff'), 'image'],
  [latin('GIF8'), 'image'],
  [latin('II*\0'), 'image'],
  [latin('MM\0*'), 'image'],
  [latin('SQLite format 3\0'), 'sqlite'],
  [latin('Rar!\x1a'), 'rar'],
  [latin("7z\xbc\xaf'\x1c"), '7z'],
  [latin('\x1f\x8b'), 'gzip'],
  [latin('BZh'), 'bzip2'],
  [latin('\xfd7zXZ\0'), 'xz'],
  [latin('\x28\xb5\x2f\xfd'), 'zstd'],
  [latin('\x7fELF'), 'program'],
  [latin('MZ\x90\0'), 'program'],
  [latin('{\\rtf'), 'rtf'],
  [latin('PAR1'), 'parquet'],
  [latin('ftyp'), 'video', 4],
  [latin('WEBP'), 'image', 8],
  [latin('ustar'), 'tar', 257],
  [latin('\x09\0\x04\0'), 'xls'],
  [latin('\x09\x02\x06\0'), 'xls'],
  [latin('\x09\x04\x06\0'), 'xls'],
  [latin('\x09\x08\x08\0'), 'xls'],
  [latin('\x09\x08\x10\0'), 'xls'],
  [latin('\0\0\x02\0'), 'wk'],
  [latin('\0\0\x1a\0'), 'wk'],
]

const COMPOUND = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
const zipSignatures = [latin('PK\x03\x04'), latin('PK\x05\x06'), latin('PK\x07\x08')]

/**
 * Tells by its first bytes, never by its name, how a file is to be read.
 *
 * Errors: file-encrypted; file-type-unsupported with `format` in the details.
 */
export async function sniffFile(file: FileBytes): Promise<'zip' | 'text'> {
  const head = await file.read(0, HEAD_BYTES + 256)
  if (zipSignatures.some(signature => startsWith(head, signature, 0))) return 'zip'
  if (startsWith(head, COMPOUND, 0)) {
    const { format, isEncrypted } = await readCompoundFile(file)
    throw isEncrypted ? new AppError('file-encrypted', { format }) : unsupportedFormat(format)
  }
  const known = signatures.find(([signature, , at]) => startsWith(head, signature, at ?? 0))
  if (known) throw unsupportedFormat(known[1])
  return 'text'
}

function startsWith(head: Buffer, signature: Buffer, at: number): boolean {
  return (
    head.length >= at + signature.length &&
    head.compare(signature, 0, signature.length, at, at + signature.length) === 0
  )
}

/** Markup and interchange formats, told by the decoded beginning of a text file. */
const textMarks: readonly (readonly [mark: RegExp, format: string])[] = [
  [
    /^<\?xml[^>]*\?>[\s\S]*?(?:<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet)/i,
    'xml-spreadsheet',
  ],
  [/^<\?xml[^>]*\?>[\s\S]*?<office:document/i, 'fods'],
  [/^(?:<\?xml[^>]*\?>\s*)?<(?:!doctype html|html|head|body|table|meta)\b/i, 'html'],
  [/^(?:<!--[\s\S]*?-->\s*)<(?:html|head|body|table)\b/i, 'html'],
  [/^(?:<\?xml\b|<!doctype\b)/i, 'xml'],
  [/^ID;P/, 'slk'],
  [/^TABLE\r?\n0,1\r?\n/, 'dif'],
  [/^MIME-Version:/i, 'mht'],
  [/^%!PS/, 'postscript'],
]

/** Refuses text that is markup or another format than separated values. Errors: file-type-unsupported with `format`. */
export function checkIsTable(head: string, tail: string): void {
  const start = head.trimStart()
  const mark = textMarks.find(([pattern]) => pattern.test(start))
  if (mark) throw unsupportedFormat(mark[1])
  const isJson = /^(?:\[\s*(?:["{[\]\d]|null|true|false)|\{\s*["}])/.test(start) && /[\]}]\s*$/.test(tail)
  if (isJson) throw unsupportedFormat('json')
}

/** The error for a format that is known and not read. */
export function unsupportedFormat(format: string): AppError {
  return new AppError('file-type-unsupported', { format })
}
