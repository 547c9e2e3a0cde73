import { TextDecoder } from 'node:util'
import { frequentCharacters } from './frequent-characters.ts'

/** Encodings that can only be told apart by what the text would say. */
export type LegacyEncoding = 'gb18030' | 'big5' | 'shift_jis' | 'euc-jp' | 'euc-kr' | 'windows-1252'

/** What a character is worth as evidence for an encoding; 1 is a frequent one, below 0 speaks against it. */
type Weigh = (character: string, codePoint: number) => number

const FREQUENT = 1
const COMMON = 0.5
const RARE = -0.1
const FOREIGN = -0.5
const IMPOSSIBLE = -3
/** Customer files of Chinese shops are GB18030 far more often than anything else. */
const GB_BONUS = 0.05

/** The characters of the two-byte rows [first, last] of an encoding, that is its everyday level. */
function level(label: string, first: number, last: number, trails: readonly (readonly [number, number])[]) {
  const bytes: number[] = []
  for (let lead = first; lead <= last; lead++)
    for (const [from, to] of trails) for (let trail = from; trail <= to; trail++) bytes.push(lead, trail)
  return new Set(new TextDecoder(label).decode(Uint8Array.from(bytes)))
}

const isPunctuation = (code: number) =>
  (code >= 0x3000 && code <= 0x303f) ||
  (code >= 0xff01 && code <= 0xff5e) ||
  (code >= 0x2010 && code <= 0x2026) ||
  code === 0xb7
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff
/** Rare characters as in names (㛃, 𬭎): of the Asian encodings only GB18030 writes them, in four bytes. */
const isRareHan = (code: number) => (code >= 0x3400 && code <= 0x4dbf) || (code >= 0x20000 && code <= 0x323af)
const isHiragana = (code: number) => code >= 0x3041 && code <= 0x309f
const isKatakana = (code: number) => code >= 0x30a0 && code <= 0x30ff
const isHangul = (code: number) => code >= 0xac00 && code <= 0xd7a3
const isImpossible = (code: number) =>
  code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code < 0xa0)

function weighHan(frequent: ReadonlySet<string>, common: ReadonlySet<string>): Weigh {
  return (character, code) => {
    if (frequent.has(character)) return FREQUENT
    if (common.has(character) || isPunctuation(code)) return COMMON
    return isHan(code) ? RARE : FOREIGN
  }
}

function weighSimplified(): Weigh {
  const han = weighHan(frequentCharacters.simplified, level('gb18030', 0xb0, 0xd7, [[0xa1, 0xfe]]))
  return (character, code) => (isRareHan(code) ? COMMON : han(character, code))
}

function weighJapanese(): Weigh {
  const han = weighHan(frequentCharacters.japaneseKanji, level('euc-jp', 0xb0, 0xcf, [[0xa1, 0xfe]]))
  return (character, code) => (isHiragana(code) || isKatakana(code) ? FREQUENT : han(character, code))
}

function weighKorean(): Weigh {
  const common = level('euc-kr', 0xb0, 0xc8, [[0xa1, 0xfe]])
  return (character, code) => {
    if (frequentCharacters.korean.has(character)) return FREQUENT
    if (common.has(character) || isPunctuation(code)) return COMMON
    return isHangul(code) ? RARE : FOREIGN
  }
}

const bothTrails = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
] as const

const makers: Readonly<Record<Exclude<LegacyEncoding, 'windows-1252'>, () => Weigh>> = {
  gb18030: weighSimplified,
  big5: () => weighHan(frequentCharacters.traditional, level('big5', 0xa4, 0xc6, bothTrails)),
  shift_jis: weighJapanese,
  'euc-jp': weighJapanese,
  'euc-kr': weighKorean,
}

/**
 * Chooses the legacy encoding in which a sample reads best: valid, and made of that language's frequent characters.
 *
 * Shape: the sample holds whole characters only. Empty: text that suits no Asian encoding is windows-1252.
 */
export function chooseLegacyEncoding(sample: Uint8Array): LegacyEncoding {
  let best: LegacyEncoding = 'windows-1252'
  let bestScore = Math.max(0, scoreWestern(sample))
  for (const [encoding, make] of Object.entries(makers) as [keyof typeof makers, () => Weigh][]) {
    const score = scoreAsian(sample, encoding, make()) + (encoding === 'gb18030' ? GB_BONUS : 0)
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  return best
}

/** The mean worth of the characters beyond ASCII. */
function scoreAsian(sample: Uint8Array, encoding: string, weigh: Weigh): number {
  let sum = 0
  let count = 0
  for (const character of new TextDecoder(encoding).decode(sample)) {
    const code = character.codePointAt(0) as number
    if (code < 0x80) continue
    count++
    sum += isImpossible(code) ? IMPOSSIBLE : weigh(character, code)
  }
  return count === 0 ? 0 : sum / count
}

/** The share of high bytes that are a Latin letter alone beside an ASCII letter, as in première. */
function scoreWestern(sample: Uint8Array): number {
  let alone = 0
  let high = 0
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] as number
    if (byte < 0x80) continue
    high++
    const before = sample[at - 1] ?? 0x20
    const after = sample[at + 1] ?? 0x20
    const isAlone = before < 0x80 && after < 0x80 && (isAsciiLetter(before) || isAsciiLetter(after))
    if (isAlone && byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) alone++
  }
  return high === 0 ? 0 : (alone / high) * 0.9
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}
