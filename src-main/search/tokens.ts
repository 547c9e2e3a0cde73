/**
 * The tokens of the index, the same for what is stored and for what is asked. The tokenizer of the index (`ascii`)
 * cuts at ASCII signs only and keeps every other character, so tokens consist of [a-z0-9] and anything above U+007F.
 *
 * A folded text is cut into runs (`TokenWriter` writes their tokens). A run of Chinese characters, or letters of any
 * script but a to z, gives its 1-, 2- and 3-grams; every sign or emoji itself. A run of a to z and digits gives its
 * first character, its first two unless both are digits, every three characters in a row, and every two, three and
 * four digits in a row.
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

/** What a run consists of. */
export type RunKind = 'alphanumeric' | 'letters' | 'sign'

/** A part of a folded text: [start, end) in UTF-16 units. A sign is a run of its own. */
export type Run = { readonly kind: RunKind; readonly start: number; readonly end: number }

/**
 * Cuts a folded text into runs; blanks and control characters are left out.
 *
 * Example: cutRuns('3号-a') -> alphanumeric 0..1, letters 1..2, sign 2..3, alphanumeric 3..4
 */
export function cutRuns(text: string): Run[] {
  const runs: Run[] = []
  let last: { kind: RunKind; start: number; end: number } | undefined
  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index) ?? 0
    const end = index + (codePoint > 0xffff ? 2 : 1)
    const kind = kindOf(codePoint)
    if (kind && kind === last?.kind && kind !== 'sign' && last.end === index) last.end = end
    else if (kind) {
      last = { kind, start: index, end }
      runs.push(last)
    }
    index = end
  }
  return runs
}

/** Says whether a character belongs to a run of letters and digits, for which a word start is asked. */
export function isAlphanumeric(codeUnit: number): boolean {
  return (codeUnit >= 0x30 && codeUnit <= 0x39) || (codeUnit >= 0x61 && codeUnit <= 0x7a)
}

/** What a term is looked up by: every one of the tokens. `isExact`: the token alone decides, no text need be read. */
export type TermTokens = { readonly tokens: readonly string[]; readonly isExact: boolean }

/**
 * Lists tokens that every text with this term has. A term that is one letter, or two of which one is a letter, is
 * looked for at word starts only (`isWordStartTerm`).
 *
 * Shape: at least one token, at most 12.
 * Errors: RangeError for a text without any run.
 * Example: termTokens('杭州') -> ['杭州'], exact; termTokens('三路12号') -> ['三路', '12', '号'], not exact
 */
export function termTokens(text: string): TermTokens {
  const runs = cutRuns(text)
  if (runs.length === 0) throw new RangeError('A term has at least one character')
  const tokens = new Set<string>()
  for (const [index, run] of runs.entries()) {
    const part = text.slice(run.start, run.end)
    if (run.kind === 'sign') tokens.add(signToken(part.codePointAt(0) ?? 0))
    else if (run.kind === 'letters') addAll(tokens, longestGramsOf([...part], longestGram))
    else addAll(tokens, alphanumericTermTokens(part, runs.length === 1 || index > 0))
  }
  return { tokens: spread([...tokens], mostTokens), isExact: runs.length === 1 && tokens.size === 1 }
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

/** `isWhole`: nothing but a word start can stand before the run in a text that has the term. */
function alphanumericTermTokens(run: string, isWhole: boolean): string[] {
  if (isWordStartTerm(run)) return isWhole ? [atStart + run] : []
  if (/^\d+$/.test(run)) return longestGramsOf([...run], longestDigits)
  return longestGramsOf([...run], longestGram)
}

function longestGramsOf(characters: readonly string[], length: number): string[] {
  if (characters.length <= length) return [characters.join('')]
  return Array.from({ length: characters.length - length + 1 }, (_, start) =>
    characters.slice(start, start + length).join(''),
  )
}

/** Keeps the first, the last and evenly many between. */
function spread(tokens: readonly string[], most: number): readonly string[] {
  if (tokens.length <= most) return tokens
  const step = (tokens.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, index) => tokens[Math.round(index * step)] ?? '')
}

function addAll(tokens: Set<string>, more: readonly string[]): void {
  for (const token of more) tokens.add(token)
}

const otherKinds = new Map<number, RunKind | undefined>()

/** Tells what kind of run a character of a folded text belongs to; undefined for blanks and control characters. */
export function kindOf(codePoint: number): RunKind | undefined {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return 'letters'
  if (codePoint < 0x80) return isAlphanumeric(codePoint) ? 'alphanumeric' : asciiSign(codePoint)
  if (codePoint > 0xffff) return classify(String.fromCodePoint(codePoint))
  if (!otherKinds.has(codePoint)) otherKinds.set(codePoint, classify(String.fromCodePoint(codePoint)))
  return otherKinds.get(codePoint)
}

function asciiSign(code: number): RunKind | undefined {
  return code > 0x20 && code !== 0x7f ? 'sign' : undefined
}

function classify(character: string): RunKind | undefined {
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return 'letters'
  return /[\p{Cc}\s]/u.test(character) ? undefined : 'sign'
}
