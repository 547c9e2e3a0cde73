import { AppError } from '#shared/contract/app-error.ts'

type KnownTag = { readonly whole: string; readonly name: string; readonly inner: string }

/** Receives what the scanner finds, in order. `tag` is what stands between < and >. */
export type HtmlListener = {
  text(text: string): void
  startTag(name: string, tag: string): void
  endTag(name: string): void
}

const GREATER_THAN = 0x3e
const QUOTE = 0x22
const APOSTROPHE = 0x27
const SLASH = 0x2f
const EXCLAMATION = 0x21
const QUESTION = 0x3f
/** No tag is longer; a comment may hold a whole style sheet and is passed over piece by piece. */
const LONGEST_TAG = 1 << 20
const KNOWN_MASK = 0x3f
const END_TAGS = KNOWN_MASK + 1
const SHORTEST_OPENING = '<!--'.length
/** What stands inside these is no text of the page. */
const rawElements = new Set(['script', 'style', 'title', 'xml', 'noscript', 'template', 'svg', 'object'])

/**
 * Cuts HTML into tags and texts, chunk by chunk, as forgiving as browsers are: no tag needs an end, a lone < is text.
 *
 * Errors: file-truncated when the text ends inside a tag, a comment or a script; file-damaged for an endless tag.
 * Cost: linear; holds one chunk and one unfinished tag.
 */
export class HtmlTagScanner {
  private readonly listener: HtmlListener
  private text = ''
  private at = 0
  /** The last tags, by the second letter of their names. */
  private readonly known = new Array<KnownTag | undefined>(2 * END_TAGS).fill(undefined)
  /** The end of what is passed over: '-->' or '</script'. */
  private until = ''

  constructor(listener: HtmlListener) {
    this.listener = listener
  }

  /** Takes the next chunk. */
  feed(chunk: string, isLast: boolean): void {
    this.text = this.at < this.text.length ? this.text.slice(this.at) + chunk : chunk
    this.at = 0
    let goesOn = true
    while (goesOn && this.at < this.text.length)
      goesOn = this.until === '' ? this.readNext(isLast) : this.passOver()
    const isFinished = this.at === this.text.length && this.until === ''
    if (isLast && !isFinished) throw new AppError('file-truncated')
    if (this.text.length - this.at > LONGEST_TAG) throw new AppError('file-damaged')
  }

  /** Reads the next text or tag. False when more is needed. */
  private readNext(isLast: boolean): boolean {
    const { text } = this
    const open = text.indexOf('<', this.at)
    const textEnd = open < 0 ? text.length : open
    if (textEnd > this.at) this.listener.text(text.slice(this.at, textEnd))
    this.at = textEnd
    if (open < 0) return true
    const isCut = text.length - open < SHORTEST_OPENING && !isLast
    if (isCut) return false
    const code = text.charCodeAt(open + 1)
    if (code === EXCLAMATION || code === QUESTION) return this.readDeclaration(open)
    const isEnd = code === SLASH
    if (this.repeatTag(open, isEnd)) return true
    if (isLetter(isEnd ? text.charCodeAt(open + 2) : code)) return this.readTag(open, isEnd)
    this.listener.text('<')
    this.at = open + 1
    return true
  }

  /** Most tags of a table are the same again: they need no second look. */
  private repeatTag(open: number, isEnd: boolean): boolean {
    const { text } = this
    const letter = text.charCodeAt(open + (isEnd ? 3 : 2)) & KNOWN_MASK
    const known = this.known[letter + (isEnd ? END_TAGS : 0)]
    if (known === undefined || !text.startsWith(known.whole, open)) return false
    this.at = open + known.whole.length
    if (isEnd) this.listener.endTag(known.name)
    else this.listener.startTag(known.name, known.inner)
    return true
  }

  private readDeclaration(open: number): boolean {
    const { text } = this
    if (text.startsWith('<!--', open)) {
      this.until = '-->'
      this.at = open + 4
      return true
    }
    const close = text.indexOf('>', open)
    if (close >= 0) this.at = close + 1
    return close >= 0
  }

  private readTag(open: number, isEnd: boolean): boolean {
    const { text } = this
    const close = findTagEnd(text, open + 1)
    if (close < 0) return false
    const from = open + (isEnd ? 2 : 1)
    let to = from
    while (to < close && !isNameEnd(text.charCodeAt(to))) to++
    const name = text.slice(from, to).toLowerCase()
    this.at = close + 1
    const inner = text.slice(from, close)
    if (!rawElements.has(name))
      this.known[(text.charCodeAt(from + 1) & KNOWN_MASK) + (isEnd ? END_TAGS : 0)] = {
        whole: text.slice(open, close + 1),
        name,
        inner,
      }
    if (isEnd) this.listener.endTag(name)
    else {
      this.listener.startTag(name, inner)
      if (rawElements.has(name) && text.charCodeAt(close - 1) !== SLASH) this.until = `</${name}`
    }
    return true
  }

  private passOver(): boolean {
    const { text, until, at } = this
    const found = until === '-->' ? text.indexOf(until, at) : indexOfName(text, until, at)
    this.at = found >= 0 ? found : Math.max(at, text.length - until.length + 1)
    if (found < 0) return false
    this.at += until === '-->' ? until.length : 0
    this.until = ''
    return true
  }
}

/** The search of an end tag, whatever its case. */
function indexOfName(text: string, name: string, from: number): number {
  for (let at = text.indexOf('</', from); at >= 0; at = text.indexOf('</', at + 2))
    if (text.slice(at, at + name.length).toLowerCase() === name) return at
  return -1
}

/** The place of the > that ends the tag; one inside quotes does not. */
function findTagEnd(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === GREATER_THAN) return at
    else if ((code === QUOTE || code === APOSTROPHE) && text.charCodeAt(at - 1) === 0x3d) quote = code
  }
  return -1
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

function isNameEnd(code: number): boolean {
  return code <= 0x20 || code === SLASH || code === GREATER_THAN
}
