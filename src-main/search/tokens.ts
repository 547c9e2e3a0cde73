/**
 * The tokens of the index, the same for what is stored and for what is asked. The tokenizer of the index (`ascii`)
 * cuts at ASCII signs only and keeps every other character, so tokens consist of [a-z0-9] and anything above U+007F.
 *
 * A folded text is cut into words (anything but blanks and signs); `TokenWriter` writes their tokens: every three
 * characters in a row, every two unless both are a to z or one is and the other a digit, every one that is neither a
 * to z nor a digit, and every four digits. Where a to z or digits begin, their first character, and their first two
 * unless both are digits. Signs and emoji stand for themselves.
 */

/** Marks a token that stands at the start of a run. U+0080 to U+009F never come from a text. */
export const atStartMark = 0x80
const atStart = String.fromCharCode(atStartMark)
const soundsMark = '\u0081'
const syllableMark = '\u0082'
const productMark = '\u0083'
const signMark = '\u0084'

/** Characters of the longest gram of a text. */
export const longestGram = 3

/** Characters of the longest gram of digits. */
export const longestDigits = 4

/** A long term is narrowed by this many tokens; the rest is left to the comparison with the text. */
const mostTokens = 12

/** What a character of a folded text is. `letter`: any letter or number of any script but a to z and 0 to 9. */
export type CharacterKind = 'digit' | 'latin' | 'letter' | 'sign'

/** A word or a single sign of a folded text. */
type Part = { readonly isSign: boolean; readonly characters: readonly string[] }

/** Says whether a character is a to z or a digit: a word-start term begins where such characters begin. */
export function isAlphanumeric(codeUnit: number): boolean {
  return (codeUnit >= 0x30 && codeUnit <= 0x39) || (codeUnit >= 0x61 && codeUnit <= 0x7a)
}

/** What a term is looked up by: every one of the tokens. `isExact`: the token alone decides, no text need be read. */
export type TermTokens = { readonly tokens: readonly string[]; readonly isExact: boolean }

/**
 * Lists tokens that every text with this folded term has. A term that is one letter, or two of which one is a letter,
 * is looked for at word starts only (`isWordStartTerm`).
 *
 * Shape: at least one token, at most 12; signs only when there is nothing else.
 * Errors: RangeError for a text without any character.
 * Example: termTokens('杭州') -> ['杭州'], exact; termTokens('三路12号') -> ['三路1', '12号'], not exact
 */
export function termTokens(text: string): TermTokens {
  const parts = cutParts(text)
  if (parts.length === 0) throw new RangeError('A term has at least one character')
  const words = parts.flatMap(({ isSign, characters }, index) =>
    isSign ? [] : wordTokens(characters, parts.length === 1 || index > 0),
  )
  const signs = parts
    .filter(part => part.isSign)
    .map(part => signToken(part.characters[0]?.codePointAt(0) ?? 0))
  const tokens = [...new Set(words.length > 0 ? words : signs)]
  return { tokens: tokens.slice(0, mostTokens), isExact: parts.length === 1 && tokens.length === 1 }
}

/** Says whether a folded term is too short to be found inside words: one letter or digit, or two with a letter. */
export function isWordStartTerm(text: string): boolean {
  return /^(?:[a-z0-9]|[a-z][a-z0-9]|[0-9][a-z])$/.test(text)
}

/** Makes the token of consecutive first sounds of syllables, one character each. */
export function soundsToken(sounds: string): string {
  return soundsMark + sounds
}

/** Makes the token of a whole syllable. */
export function syllableToken(syllable: string): string {
  return syllableMark + syllable
}

/** Makes the token of a sign or emoji; an ASCII sign itself would be cut away by the tokenizer. */
export function signToken(codePoint: number): string {
  return codePoint < 0x80 ? signMark + codePoint.toString(16) : String.fromCodePoint(codePoint)
}

/** Makes the token of a product that the customer bought. */
export function productToken(productId: number): string {
  return productMark + productId
}

/** `isWhole`: where the word begins in the term, no other letter or digit can stand before it in the text. */
function wordTokens(characters: readonly string[], isWhole: boolean): string[] {
  const word = characters.join('')
  if (isWordStartTerm(word)) return isWhole ? [atStart + word] : []
  return gramsCovering(characters, /^\d+$/.test(word) ? longestDigits : longestGram)
}

/** Side by side, the last one overlapping: as few lists as possible have to be read. */
function gramsCovering(characters: readonly string[], length: number): string[] {
  const last = Math.max(0, characters.length - length)
  const starts = Array.from({ length: Math.ceil(last / length) + 1 }, (_, index) =>
    Math.min(index * length, last),
  )
  return starts.map(start => characters.slice(start, start + length).join(''))
}

function cutParts(text: string): Part[] {
  const parts: { isSign: boolean; characters: string[] }[] = []
  let word: string[] | undefined
  for (const character of text) {
    const kind = kindOf(character.codePointAt(0) ?? 0)
    if (kind === 'sign') parts.push({ isSign: true, characters: [character] })
    if (!kind || kind === 'sign') word = undefined
    else if (word) word.push(character)
    else {
      word = [character]
      parts.push({ isSign: false, characters: word })
    }
  }
  return parts
}

const otherKinds = new Map<number, CharacterKind | undefined>()

/** Tells what a character of a folded text is; undefined for blanks and control characters. */
export function kindOf(codePoint: number): CharacterKind | undefined {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'letter'
  if (codePoint < 0x80) return kindOfAscii(codePoint)
  if (codePoint > 0xffff) return classify(String.fromCodePoint(codePoint))
  if (!otherKinds.has(codePoint)) otherKinds.set(codePoint, classify(String.fromCodePoint(codePoint)))
  return otherKinds.get(codePoint)
}

function kindOfAscii(code: number): CharacterKind | undefined {
  if (code >= 0x30 && code <= 0x39) return 'digit'
  if (code >= 0x61 && code <= 0x7a) return 'latin'
  return code > 0x20 && code !== 0x7f ? 'sign' : undefined
}

function classify(character: string): CharacterKind | undefined {
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return 'letter'
  return /[\p{Cc}\s]/u.test(character) ? undefined : 'sign'
}
