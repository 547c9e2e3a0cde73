import {
  atStartMark,
  type CharacterKind,
  kindOf,
  longestDigits,
  longestGram,
  tokenCodePoint,
} from './tokens.ts'

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
  /** The current word as UTF-8, and where its last three characters start. */
  #word: Uint8Array = new Uint8Array(1 << 12)
  #wordLength = 0
  #starts: [number, number, number] = [0, 0, 0]
  /** Characters of the word; and how many at its end are a to z or digits, and digits. */
  #characters = 0
  #alphanumerics = 0
  #digits = 0
  #lastKind: CharacterKind | undefined

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
    this.#startWord()
    for (let index = 0; index < text.length; index++) {
      const codePoint = text.codePointAt(index) ?? 0
      const kind = kindOf(codePoint)
      if (codePoint > 0xffff) index++
      if (kind) this.#addCharacter(tokenCodePoint(codePoint), kind)
      else this.#startWord()
    }
  }

  #startWord(): void {
    this.#wordLength = 0
    this.#characters = 0
    this.#alphanumerics = 0
    this.#digits = 0
    this.#lastKind = undefined
  }

  /** Writes the tokens that end with this character. */
  #addCharacter(codePoint: number, kind: CharacterKind): void {
    const before = this.#lastKind
    this.#push(codePoint)
    this.#lastKind = kind
    const isAlphanumeric = kind === 'digit' || kind === 'latin'
    this.#alphanumerics = isAlphanumeric ? this.#alphanumerics + 1 : 0
    this.#digits = kind === 'digit' ? this.#digits + 1 : 0
    const [last, second, third] = this.#starts
    if (!isAlphanumeric) this.#addEnd(last)
    else if (this.#alphanumerics === 1) this.#addStart(last)
    else if (this.#alphanumerics === 2 && this.#digits < 2) this.#addStart(second)
    if (before && isStoredPair(before, kind)) this.#addEnd(second)
    if (this.#characters >= longestGram) this.#addEnd(third)
    if (this.#digits >= longestDigits) this.#addEnd(this.#wordLength - longestDigits)
  }

  #addStart(start: number): void {
    this.#reserve(8)
    this.#bytes[this.#length++] = blank
    this.#bytes[this.#length++] = 0xc0 | (atStartMark >> 6)
    this.#bytes[this.#length++] = 0x80 | (atStartMark & 0x3f)
    for (let index = start; index < this.#wordLength; index++)
      this.#bytes[this.#length++] = this.#word[index] ?? 0
  }

  #addEnd(start: number): void {
    this.#reserve(16)
    const bytes = this.#bytes
    const word = this.#word
    let length = this.#length
    bytes[length++] = blank
    for (let index = start; index < this.#wordLength; index++) bytes[length++] = word[index] ?? 0
    this.#length = length
  }

  #push(codePoint: number): void {
    if (this.#wordLength + 4 > this.#word.length) this.#word = grow(this.#word)
    const word = this.#word
    let end = this.#wordLength
    this.#starts[2] = this.#starts[1]
    this.#starts[1] = this.#starts[0]
    this.#starts[0] = end
    if (codePoint < 0x80) word[end++] = codePoint
    else if (codePoint < 0x800) word[end++] = 0xc0 | (codePoint >> 6)
    else {
      if (codePoint < 0x10000) word[end++] = 0xe0 | (codePoint >> 12)
      else {
        word[end++] = 0xf0 | (codePoint >> 18)
        word[end++] = 0x80 | ((codePoint >> 12) & 0x3f)
      }
      word[end++] = 0x80 | ((codePoint >> 6) & 0x3f)
    }
    if (codePoint >= 0x80) word[end++] = 0x80 | (codePoint & 0x3f)
    this.#wordLength = end
    this.#characters++
  }

  #reserve(length: number): void {
    while (this.#length + length > this.#bytes.length) this.#bytes = grow(this.#bytes)
  }
}

function isStoredPair(first: CharacterKind, second: CharacterKind): boolean {
  if (first === 'sign' || second === 'sign') return false
  return first === 'letter' || second === 'letter' || (first === 'digit' && second === 'digit')
}

function grow(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length * 2)
  larger.set(bytes)
  return larger
}
