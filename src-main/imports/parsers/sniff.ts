import { readCompoundFile } from './compound-file.ts'
import type { FileBytes } from './file-bytes.ts'
import { unsupportedFormat } from './unsupported-format.ts'

const HEAD_BYTES = 64
const latin = (text: string) => Buffer.from(text, 'latin1')

/** Formats that are known by their first bytes and are no tables, or none that is read. */
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
  [latin('\0\0\x02\0'), 'wk'],
  [latin('\0\0\x1a\0'), 'wk'],
  [latin('\xff\0\x02\0'), 'wk'],
]

const COMPOUND = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
const zipSignatures = [latin('PK\x03\x04'), latin('PK\x05\x06'), latin('PK\x07\x08')]
/** Workbooks of the time before compound files: BIFF2 to BIFF5 and BIFF8 as a bare stream. */
const bareWorkbooks = [
  latin('\x09\0\x04\0'),
  latin('\x09\x02\x06\0'),
  latin('\x09\x04\x06\0'),
  latin('\x09\x08\x08\0'),
  latin('\x09\x08\x10\0'),
]

/** How a file is to be read, by its first bytes. An encrypted one names what is inside. */
export type FileKind = {
  readonly kind: 'zip' | 'xls' | 'dbf' | 'text' | 'encrypted'
  readonly format?: string
}

/**
 * Tells by its first bytes, never by its name, how a file is to be read.
 *
 * Errors: file-type-unsupported, file-is-archive with `format` in the details.
 */
export async function sniffFile(file: FileBytes): Promise<FileKind> {
  const head = await file.read(0, HEAD_BYTES + 256)
  if (zipSignatures.some(signature => startsWith(head, signature, 0))) return { kind: 'zip' }
  if (startsWith(head, COMPOUND, 0)) {
    const { format, isEncrypted } = await readCompoundFile(file)
    if (isEncrypted) return { kind: 'encrypted', format }
    if (format === 'xls') return { kind: 'xls' }
    throw unsupportedFormat(format)
  }
  if (bareWorkbooks.some(signature => startsWith(head, signature, 0))) return { kind: 'xls' }
  const known = signatures.find(([signature, , at]) => startsWith(head, signature, at ?? 0))
  if (known) throw unsupportedFormat(known[1])
  return { kind: isDbf(head) ? 'dbf' : 'text' }
}

/** dBASE III to FoxPro: a version, a plausible date, a header as long as its fields, all before any text. */
function isDbf(head: Buffer): boolean {
  if (head.length < 65 || ![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(head[0] as number)) return false
  const [month, day] = [head[2] as number, head[3] as number]
  return month <= 12 && day <= 31 && head.readUInt16LE(8) >= 65 && head.readUInt16LE(10) > 0 && head[12] === 0
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
  [/^ID;P/, 'sylk'],
  [/^TABLE\r?\n0,1\r?\n/, 'dif'],
  [/^MIME-Version:/i, 'mht'],
  [/^%!PS/, 'postscript'],
]

/** What a text file is: a table of separated values, or markup that another reader takes. */
export type TextKind = 'table' | 'xml-spreadsheet' | 'fods' | 'html' | 'mht' | 'sylk'

const readKinds: ReadonlySet<string> = new Set<TextKind>(['xml-spreadsheet', 'fods', 'html', 'mht', 'sylk'])

/**
 * Tells by the decoded beginning and end of a text file what it holds.
 *
 * Errors: file-type-unsupported with `format` for markup and interchange formats that are not read.
 */
export function sniffText(head: string, tail: string): TextKind {
  const start = head.trimStart()
  const mark = textMarks.find(([pattern]) => pattern.test(start))?.[1]
  if (mark !== undefined && readKinds.has(mark)) return mark as TextKind
  if (mark !== undefined) throw unsupportedFormat(mark)
  const isJson = /^(?:\[\s*(?:["{[\]\d]|null|true|false)|\{\s*["}])/.test(start) && /[\]}]\s*$/.test(tail)
  if (isJson) throw unsupportedFormat('json')
  return 'table'
}
