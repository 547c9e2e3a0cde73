import { atStartMark, kindOf, longestDigits, longestGram, type RunKind, signToken } from './tokens.ts'

const blank = 0x20
const encoder = new TextEncoder()

/**
 * Writes the tokens of index entries as the bytes that the index takes: UTF-8, a blank before each token. Bytes are
 * copied from the text instead of cutting strings, which would cost more than the index itself.
 *
 * Shape: a token may occur several times; the index takes it once.
 */
export class TokenWriter {
  #bytes: Uint8Array = new Uint8Array(1 << 16)
  #length = 0
  /** The current run as UTF-8, and where its last characters start. */
  #run: Uint8Array = new Uint8Array(1 << 12)
  #runLength = 0
  #starts: [number, number, number] = [0, 0, 0]
  #characters = 0
  #digits = 0

  /** Starts a new entry. */
  clear(): void {
    this.#length = 0
  }

  /** What was written since `clear`. */
  copy(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  /** Writes one token as it is. */
  addToken(token: string): void {
    this.#reserve(token.length * 3 + 1)
    this.#bytes[this.#length++] = blank
    this.#length += encoder.encodeInto(token, this.#bytes.subarray(this.#length)).written
  }

  /** Writes the tokens of a folded text. */
  addText(text: string): void {
    let before: RunKind | undefined
    for (let index = 0; index < text.length; index++) {
      const codePoint = text.codePointAt(index) ?? 0
      const kind = kindOf(codePoint)
      if (kind !== before) this.#startRun()
      before = kind
      if (codePoint > 0xffff) index++
      if (kind === 'sign') this.addToken(signToken(codePoint))
      else if (kind) this.#push(codePoint)
      if (kind === 'letters') this.#addGrams()
      else if (kind === 'alphanumeric') this.#addAlphanumeric(codePoint)
    }
    this.#startRun()
  }

  #startRun(): void {
    this.#runLength = 0
    this.#characters = 0
    this.#digits = 0
  }

  /** The 1-, 2- and 3-gram that end with the last character. */
  #addGrams(): void {
    for (let length = 1; length <= longestGram && length <= this.#characters; length++)
      this.#addEnd(this.#starts[length - 1] ?? 0)
  }

  /** The tokens that end with the last character; in this kind of run a character is a byte. */
  #addAlphanumeric(code: number): void {
    this.#digits = code <= 0x39 ? this.#digits + 1 : 0
    const length = this.#runLength
    if (length === 1 || (length === 2 && this.#digits < 2)) this.#addStart()
    if (this.#digits >= 2) this.#addEnd(length - 2)
    if (length >= longestGram) this.#addEnd(length - longestGram)
    if (this.#digits >= longestDigits) this.#addEnd(length - longestDigits)
  }

  #addStart(): void {
    this.#reserve(8)
    this.#bytes[this.#length++] = blank
    this.#bytes[this.#length++] = 0xc0 | (atStartMark >> 6)
    this.#bytes[this.#length++] = 0x80 | (atStartMark & 0x3f)
    for (let index = 0; index < this.#runLength; index++) this.#bytes[this.#length++] = this.#run[index] ?? 0
  }

  #addEnd(start: number): void {
    this.#reserve(16)
    const bytes = this.#bytes
    const run = this.#run
    let length = this.#length
    bytes[length++] = blank
    for (let index = start; index < this.#runLength; index++) bytes[length++] = run[index] ?? 0
    this.#length = length
  }

  #push(codePoint: number): void {
    if (this.#runLength + 4 > this.#run.length) this.#run = grow(this.#run)
    const run = this.#run
    let end = this.#runLength
    this.#starts[2] = this.#starts[1]
    this.#starts[1] = this.#starts[0]
    this.#starts[0] = end
    if (codePoint < 0x80) run[end++] = codePoint
    else if (codePoint < 0x800) run[end++] = 0xc0 | (codePoint >> 6)
    else {
      if (codePoint < 0x10000) run[end++] = 0xe0 | (codePoint >> 12)
      else {
        run[end++] = 0xf0 | (codePoint >> 18)
        run[end++] = 0x80 | ((codePoint >> 12) & 0x3f)
      }
      run[end++] = 0x80 | ((codePoint >> 6) & 0x3f)
    }
    if (codePoint >= 0x80) run[end++] = 0x80 | (codePoint & 0x3f)
    this.#runLength = end
    this.#characters++
  }

  #reserve(length: number): void {
    while (this.#length + length > this.#bytes.length) this.#bytes = grow(this.#bytes)
  }
}

function grow(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length * 2)
  larger.set(bytes)
  return larger
}
