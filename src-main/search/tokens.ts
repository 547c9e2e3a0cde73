/**
 * The tokens of the index, the same for what is stored and for what is asked. The tokenizer of the index (`ascii`)
 * cuts at ASCII signs only and keeps every other character, so tokens consist of [a-z0-9] and anything above U+007F.
 *
 * A folded text is cut into words at blanks; `TokenWriter` writes their tokens: every three characters in a row; every
 * two, unless one is a sign, or one is a to z and the other is too or is a digit; every one but a to z and digits;
 * every four digits. Where a to z or digits begin, their first character, and their first two unless both are digits.
 */

/** Marks a token that stands at the start of a run. U+0080 to U+009F never come from a text. */
export const atStartMark = 0x80
const atStart = String.fromCharCode(atStartMark)
const soundsMark = '\u0081'
const syllableMark = '\u0082'
const productMark = '\u0083'
const pairMark = '\u0084'

/** ASCII signs would be cut away by the tokenizer: these characters that no text may have stand for them. */
const asciiSigns = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
const firstSign = 0xfdd0

/** Characters of the longest gram of a text. */
export const longestGram = 3

/** Characters of the longest gram of digits. */
export const longestDigits = 4

/** A long term is narrowed by this many tokens; the rest is left to the comparison with the text. */
const mostTokens = 12

/** What a character of a folded text is. `letter`: any letter or number of any script but a to z and 0 to 9. */
export type CharacterKind = 'digit' | 'latin' | 'letter' | 'sign'

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
 * Shape: at least one token, at most 12.
 * Errors: RangeError for a text without any character.
 * Example: termTokens('杭州') -> ['杭州'], exact; termTokens('三路12号') -> ['三路1', '路12', '12号'], not exact
 */
export function termTokens(text: string): TermTokens {
  const words = cutWords(text)
  if (words.length === 0) throw new RangeError('A term has at least one character')
  const tokens = spread([...new Set(words.flatMap(wordTokens))], mostTokens)
  const isExact = words.length === 1 && tokens.length === 1 && !hasSignPair(words[0] ?? [])
  return { tokens, isExact }
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

/** Makes the token of a whole syllable and the next one, or the first letter of the next one. */
export function pairToken(syllable: string, next: string): string {
  return `${pairMark}${syllable}${pairMark}${next}`
}

/** Tells the character that stands for another one in tokens: itself unless it is an ASCII sign. */
export function tokenCodePoint(codePoint: number): number {
  if (codePoint >= 0x80 || isAlphanumeric(codePoint)) return codePoint
  return firstSign + asciiSigns.indexOf(String.fromCharCode(codePoint))
}

/** Makes the token of a product that the customer bought. */
export function productToken(productId: number): string {
  return productMark + productId
}

/** A word of two characters with a sign is not stored as such: each is looked up by itself. */
function hasSignPair(word: readonly string[]): boolean {
  return word.length === 2 && word.some(isSign)
}

function wordTokens(word: readonly string[]): string[] {
  const text = word.join('')
  if (hasSignPair(word)) {
    const [first = '', second = ''] = word
    // In the text another letter may stand before the first one, so that no word starts there.
    return isWordStartTerm(first) ? [toToken(second)] : [toToken(first), ...wordTokens([second])]
  }
  if (isWordStartTerm(text)) return [atStart + text]
  return gramsCovering(word, /^\d+$/.test(text) ? longestDigits : longestGram).map(toToken)
}

/** All of them: a list of the index is read faster than the text of a customer whom it would have ruled out. */
function gramsCovering(characters: readonly string[], length: number): string[] {
  const count = Math.max(1, characters.length - length + 1)
  return Array.from({ length: count }, (_, start) => characters.slice(start, start + length).join(''))
}

/** Keeps the first, the last and evenly many between. */
function spread(tokens: readonly string[], most: number): readonly string[] {
  if (tokens.length <= most) return tokens
  const step = (tokens.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, index) => tokens[Math.round(index * step)] ?? '')
}

function toToken(text: string): string {
  return Array.from(text, character =>
    String.fromCodePoint(tokenCodePoint(character.codePointAt(0) ?? 0)),
  ).join('')
}

function isSign(character: string): boolean {
  return kindOf(character.codePointAt(0) ?? 0) === 'sign'
}

/** A term has no blanks; control characters are parted like them. */
function cutWords(text: string): string[][] {
  const words: string[][] = [[]]
  for (const character of text) {
    if (kindOf(character.codePointAt(0) ?? 0)) words.at(-1)?.push(character)
    else words.push([])
  }
  return words.filter(word => word.length > 0)
}

const otherKinds = new Map<number, CharacterKind | undefined>()

/**
 * Tells what a character of a folded text is; undefined for blanks and control characters.
 *
 * Chinese characters and emoji are told by their blocks, so that those that a later Unicode adds stay what they are.
 */
export function kindOf(codePoint: number): CharacterKind | undefined {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'letter'
  if (codePoint < 0x80) return kindOfAscii(codePoint)
  if (codePoint >= 0x20000) return 'letter'
  if (codePoint >= 0x1f000 && codePoint <= 0x1faff) return 'sign'
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
  return /[\p{Cc}\s\ufdd0-\ufdef]/u.test(character) ? undefined : 'sign'
}
