import { TextDecoder } from 'node:util'
import { AppError } from '#shared/contract/app-error.ts'

const LESS_THAN = 0x3c
const EXCLAMATION = 0x21
const PROLOG_BYTES = 256
const LONGEST_OPENING = '<![CDATA['.length
const COMMENT_END = Buffer.from('-->')
const CDATA_END = Buffer.from(']]>')
const EMPTY = Buffer.alloc(0)

/**
 * Turns the bytes of an XML part into plain UTF-8 markup for the scanners: other encodings are converted, comments are
 * dropped, CDATA becomes escaped text, and a DOCTYPE or ENTITY is refused, so that no entity is ever defined.
 *
 * Cost: one search for '!' per chunk when there is nothing to do; the chunk is then passed on as it came.
 */
export class XmlByteFilter {
  private held: Buffer = EMPTY
  private decoder: TextDecoder | null | undefined
  private inside: 'markup' | 'comment' | 'cdata' = 'markup'

  /** Filters the next chunk. Empty: an empty buffer while more bytes are needed. Errors: file-damaged, xlsx-variant-unsupported. */
  push(chunk: Buffer): Buffer {
    if (this.decoder !== undefined) return this.filter(this.decode(chunk), false)
    this.held = Buffer.concat([this.held, chunk])
    if (this.held.length < PROLOG_BYTES) return EMPTY
    return this.start()
  }

  /** Gives what is left at the end of the part. Errors: file-damaged for an open comment or CDATA. */
  finish(): Buffer {
    const first = this.decoder === undefined ? this.start() : EMPTY
    const last = this.filter(EMPTY, true)
    if (this.inside !== 'markup') throw new AppError('file-damaged')
    return first.length > 0 ? Buffer.concat([first, last]) : last
  }

  private start(): Buffer {
    const head = this.held
    this.held = EMPTY
    this.decoder = decoderFor(head)
    const bytes = this.decode(head)
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return this.filter(hasMark ? bytes.subarray(3) : bytes, false)
  }

  private decode(chunk: Buffer): Buffer {
    return this.decoder ? Buffer.from(this.decoder.decode(chunk, { stream: true })) : chunk
  }

  private filter(chunk: Buffer, isLast: boolean): Buffer {
    const bytes = this.held.length > 0 ? Buffer.concat([this.held, chunk]) : chunk
    this.held = EMPTY
    const needsWork = this.inside !== 'markup' || bytes[bytes.length - 1] === LESS_THAN
    if (!needsWork && findDeclaration(bytes, 0) < 0) return bytes
    return this.rewrite(bytes, isLast)
  }

  private rewrite(bytes: Buffer, isLast: boolean): Buffer {
    const pieces: Buffer[] = []
    let at = 0
    while (at < bytes.length) {
      const isMarkup = this.inside === 'markup'
      at = isMarkup ? this.copyMarkup(bytes, at, isLast, pieces) : this.passSection(bytes, at, pieces)
    }
    return Buffer.concat(pieces)
  }

  private copyMarkup(bytes: Buffer, at: number, isLast: boolean, pieces: Buffer[]): number {
    const found = findDeclaration(bytes, at)
    const endsOpen = found < 0 && bytes[bytes.length - 1] === LESS_THAN && !isLast
    const to = found >= 0 ? found : bytes.length - (endsOpen ? 1 : 0)
    pieces.push(bytes.subarray(at, to))
    if (found < 0) {
      this.held = endsOpen ? Buffer.from([LESS_THAN]) : EMPTY
      return bytes.length
    }
    if (bytes.length - found < LONGEST_OPENING && !isLast) {
      this.held = Buffer.from(bytes.subarray(found))
      return bytes.length
    }
    const opening = bytes.toString('latin1', found, found + LONGEST_OPENING)
    if (opening.startsWith('<!--')) this.inside = 'comment'
    else if (opening === '<![CDATA[') this.inside = 'cdata'
    else throw new AppError('file-damaged', { reason: 'doctype' })
    return found + (this.inside === 'comment' ? 4 : LONGEST_OPENING)
  }

  private passSection(bytes: Buffer, at: number, pieces: Buffer[]): number {
    const isComment = this.inside === 'comment'
    const found = bytes.indexOf(isComment ? COMMENT_END : CDATA_END, at)
    const to = found >= 0 ? found : Math.max(at, bytes.length - 2)
    if (!isComment) pieces.push(escapeText(bytes.subarray(at, to)))
    if (found < 0) {
      this.held = Buffer.from(bytes.subarray(to))
      return bytes.length
    }
    this.inside = 'markup'
    return found + 3
  }
}

function findDeclaration(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(EXCLAMATION, from)
  while (at >= 0) {
    if (at > from && bytes[at - 1] === LESS_THAN) return at - 1
    at = bytes.indexOf(EXCLAMATION, at + 1)
  }
  return -1
}

function escapeText(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('&', '&amp;').replaceAll('<', '&lt;'), 'latin1')
}

/** Null for UTF-8. */
function decoderFor(head: Buffer): TextDecoder | null {
  const label = encodingLabel(head)
  if (/^(utf-?8|us-ascii|ascii)$/i.test(label)) return null
  try {
    return new TextDecoder(label)
  } catch {
    throw new AppError('xlsx-variant-unsupported', { variant: 'encoding' })
  }
}

function encodingLabel(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === LESS_THAN && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === LESS_THAN) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb) return 'utf-8'
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(
    head.toString('latin1', 0, PROLOG_BYTES),
  )
  return declared?.[1] ?? 'utf-8'
}

/** Filters a whole part. Errors: as XmlByteFilter. */
export function filterXml(part: Buffer): Buffer {
  const filter = new XmlByteFilter()
  const body = filter.push(part)
  const rest = filter.finish()
  return rest.length === 0 ? body : Buffer.concat([body, rest])
}

/** Filters a whole small part and returns its text. */
export function filterXmlText(part: Buffer): string {
  return filterXml(part).toString('utf8')
}
