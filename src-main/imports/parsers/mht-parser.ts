import { AppError } from '#shared/contract/app-error.ts'
import type { ReadOptions } from '../raw-row.ts'
import { type FileBytes, fileFromBytes } from './file-bytes.ts'
import { readHtml } from './html-parser.ts'
import { readWhole } from './library-parser.ts'
import type { ReadResult, RowSink } from './row-sink.ts'
import { readTextHead } from './text-head.ts'
import { unsupportedFormat } from './unsupported-format.ts'

const HEADER_CHARACTERS = 16_384
const SEPARATOR = Buffer.from('<p></p>')

/**
 * Reads the tables of a web page that was saved in one file (.mht), as Excel and WPS can: its HTML parts are put one
 * after the other and read as one page.
 *
 * Errors: as readHtml; file-damaged without parts.
 * Source: RFC 2045 (transfer encodings), RFC 2557.
 */
export async function readMht(
  file: FileBytes,
  options: ReadOptions,
  sink: RowSink,
  isCancelled: () => boolean,
): Promise<ReadResult> {
  const pages = htmlParts(await readWhole(file))
  if (pages.length === 0) throw unsupportedFormat('html')
  const page = fileFromBytes(Buffer.concat(pages.flatMap(part => [part, SEPARATOR])))
  const head = await readTextHead(page, options, isCancelled)
  const named: RowSink = { ...sink, opened: opened => sink.opened({ ...opened, format: 'mht' }) }
  return await readHtml(page, head, options, named, isCancelled)
}

function htmlParts(bytes: Buffer): Buffer[] {
  const head = bytes.toString('latin1', 0, HEADER_CHARACTERS)
  const boundary = /boundary\s*=\s*"?([^"\s;]{1,70})/i.exec(head)?.[1]
  if (boundary === undefined) {
    const whole = decodePart(bytes)
    return whole === null ? [] : [whole]
  }
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const parts: Buffer[] = []
  let at = bytes.indexOf(mark)
  if (at < 0) throw new AppError('file-damaged')
  while (at >= 0) {
    const next = bytes.indexOf(mark, at + mark.length)
    const part = decodePart(bytes.subarray(at + mark.length, next < 0 ? bytes.length : next))
    if (part !== null) parts.push(part)
    at = next
  }
  return parts
}

/** The body of a part, or null when it is no HTML. */
function decodePart(part: Buffer): Buffer | null {
  const head = part.toString('latin1', 0, HEADER_CHARACTERS)
  const end = /\r?\n\r?\n/.exec(head.replace(/^\s+/, blank => ' '.repeat(blank.length)))
  if (!end || !/^content-type:\s*text\/html/im.test(head.slice(0, end.index).trimStart())) return null
  const body = part.subarray(end.index + end[0].length)
  const encoding = /^\s*content-transfer-encoding:\s*([\w-]+)/im
    .exec(head.slice(0, end.index))?.[1]
    ?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64')
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body
}

function decodeQuotedPrintable(body: Buffer): Buffer {
  const text = body.toString('latin1').replace(/=[ \t]*\r?\n/g, '')
  const decoded = text.replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(decoded, 'latin1')
}
