import { AppError } from '#shared/contract/app-error.ts'
import { readLimits } from './read-limits.ts'

const QUOTE = '"'
const QUOTE_CODE = 0x22
const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a
const SPACE = 0x20
/** No cell is longer; a quote that does not close within this is taken for a character. */
const LONGEST_QUOTED = 1 << 20

/**
 * Cuts decoded text into records of fields, chunk by chunk; the caller pulls record by record, so that no more exist than
 * one batch holds.
 *
 * A field is quoted only when its quotes are well formed: closed, and followed by a separator or a line end. A quote
 * that is not stays a character of its field, so a stray one never swallows the lines after it. Line breaks inside
 * quotes become \n; records end at \r\n, \n or \r.
 * Errors: file-too-large for an endless record.
 * Source: RFC 4180, with Excel's line ends.
 */
export class RecordScanner {
  private readonly separatorCode: number
  private text = ''
  private start = 0
  private at = 0
  private retryLength = 0
  private isLast = false

  /** With '' as separator every line is one field. */
  constructor(separator: string) {
    this.separatorCode = separator.charCodeAt(0)
  }

  /** Takes the next chunk; all records of the one before must have been pulled. */
  feed(chunk: string, isLast: boolean): void {
    this.text = this.text.slice(this.start) + chunk
    this.start = 0
    this.isLast = isLast
    if (this.text.length > readLimits.textRecordCharacters)
      throw new AppError('file-too-large', { limit: 'row' })
  }

  /** Returns the next record, or null when it is not complete yet; at the end of the text the rest is one. */
  nextRecord(): string[] | null {
    const isTooSoon = this.start === 0 && this.text.length < this.retryLength && !this.isLast
    if (isTooSoon || this.start === this.text.length) return null
    this.at = this.start
    const record = this.readRecord()
    // A record that spans chunks is tried again only when twice as much is there: linear over all chunks.
    this.retryLength = record ? 0 : (this.text.length - this.start) * 2
    if (record) this.start = this.at
    return record
  }

  /** Null when the record may go on in the next chunk. */
  private readRecord(): string[] | null {
    const fields: string[] = []
    for (;;) {
      const field = this.readField()
      if (field === null) return null
      fields.push(field)
      if (fields.length > readLimits.columns) throw new AppError('file-too-large', { limit: 'columns' })
      const code = this.text.charCodeAt(this.at)
      if (code === this.separatorCode) {
        this.at++
        continue
      }
      return this.endRecord(code) ? fields : null
    }
  }

  private endRecord(code: number): boolean {
    if (Number.isNaN(code)) return this.isLast
    this.at++
    if (code !== CARRIAGE_RETURN) return true
    if (this.at === this.text.length) return this.isLast
    if (this.text.charCodeAt(this.at) === LINE_FEED) this.at++
    return true
  }

  private readField(): string | null {
    if (this.text.charCodeAt(this.at) === QUOTE_CODE) {
      const quoted = this.readQuoted(this.at + 1)
      if (quoted !== undefined) return quoted
    }
    return this.readPlain()
  }

  private readPlain(): string | null {
    const { text, separatorCode } = this
    const from = this.at
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === separatorCode || code === LINE_FEED || code === CARRIAGE_RETURN) break
    }
    if (at === text.length && !this.isLast) return null
    this.at = at
    return text.slice(from, at)
  }

  /** Null when the closing quote may come with the next chunk, undefined when the quotes are not well formed. */
  private readQuoted(from: number): string | null | undefined {
    const { text } = this
    let hasDoubled = false
    for (let at = text.indexOf(QUOTE, from); ; at = text.indexOf(QUOTE, at + 2)) {
      if (at < 0 || at - from > LONGEST_QUOTED) {
        const isOpenEnded = at < 0 && !this.isLast && text.length - from <= LONGEST_QUOTED
        return isOpenEnded ? null : undefined
      }
      if (at + 1 === text.length && !this.isLast) return null
      if (text.charCodeAt(at + 1) === QUOTE_CODE) {
        hasDoubled = true
        continue
      }
      return this.closeQuoted(from, at, hasDoubled)
    }
  }

  private closeQuoted(from: number, to: number, hasDoubled: boolean): string | null | undefined {
    const { text } = this
    let next = to + 1
    while (text.charCodeAt(next) === SPACE && this.separatorCode !== SPACE) next++
    if (next === text.length && !this.isLast) return null
    const code = text.charCodeAt(next)
    const isWellFormed =
      next === text.length || code === this.separatorCode || code === LINE_FEED || code === CARRIAGE_RETURN
    if (!isWellFormed) return undefined
    this.at = next
    const inner = text.slice(from, to)
    const unquoted = hasDoubled ? inner.replaceAll('""', QUOTE) : inner
    return unquoted.includes('\r') ? unquoted.replace(/\r\n?/g, '\n') : unquoted
  }
}
