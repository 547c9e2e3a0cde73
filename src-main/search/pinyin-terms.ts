import {
  doubleSounds,
  listSyllables,
  type ReadCharacter,
  type Reading,
  readCharacters,
} from './pinyin-readings.ts'
import { pairToken, soundsToken, syllableToken } from './tokens.ts'

/**
 * One way to read typed letters as syllables of consecutive characters. Every part but the last is a whole syllable,
 * its first letter, or zh, ch, sh; the last may be any beginning of a syllable.
 */
export type PinyinReading = readonly string[]

const longestSounds = 3
const mostParts = 8
const mostEndings = 4

/**
 * Lists the ways to read a term as pinyin: those with the fewest syllables, those with one more, and first letters
 * only.
 *
 * Empty: for a term that is not letters only, or cannot be read.
 * Example: readPinyinTerm('zhy') -> [['zh', 'y'], ['z', 'h', 'y']]; readPinyinTerm('zhangs') -> among others
 * ['zhang', 's']
 */
export function readPinyinTerm(term: string): readonly PinyinReading[] {
  if (!/^[a-z]{1,40}$/.test(term)) return []
  const fewest = fewestParts(term)
  const readings: PinyinReading[] = []
  const extend = (parts: readonly string[], start: number, most: number): void => {
    if (start === term.length) readings.push(parts)
    for (const end of partEnds(term, start))
      if ((fewest[end] ?? mostParts) < most) extend([...parts, term.slice(start, end)], end, most - 1)
  }
  extend([], 0, Math.min((fewest[0] ?? 0) + 1, mostParts))
  const initials = [...term]
  const hasInitials = readings.some(parts => parts.length === initials.length)
  if (!hasInitials && initials.length <= mostParts && initials.every(letter => isBeginning(letter)))
    readings.push(initials)
  return readings
}

/** From each place in the term on, the smallest number of parts that reach its end; Infinity where none do. */
function fewestParts(term: string): number[] {
  const fewest = Array.from({ length: term.length + 1 }, () => Number.POSITIVE_INFINITY)
  fewest[term.length] = 0
  for (let start = term.length - 1; start >= 0; start--)
    for (const end of partEnds(term, start))
      fewest[start] = Math.min(fewest[start] ?? 0, 1 + (fewest[end] ?? 0))
  return fewest
}

function partEnds(term: string, start: number): number[] {
  return [6, 5, 4, 3, 2, 1]
    .map(length => start + length)
    .filter(end => end <= term.length && isPart(term.slice(start, end), end === term.length))
}

/**
 * Lists the tokens by which a folded name is found in pinyin, in every reading: each syllable, each with the next and
 * with its first letter, and the first sounds of one, two and three characters in a row.
 *
 * Shape: a token may occur several times.
 */
export function pinyinNameTokens(name: string): readonly string[] {
  const tokens: string[] = []
  let before: readonly Reading[] = []
  let grams: string[] = []
  for (const { readings } of readCharacters(name)) {
    const ending: string[] = []
    for (const { syllable, sounds } of readings) {
      tokens.push(syllableToken(syllable))
      for (const one of before)
        tokens.push(pairToken(one.syllable, syllable), pairToken(one.syllable, syllable.charAt(0)))
      for (const sound of sounds) {
        ending.push(sound)
        for (const gram of grams) if (isStoredGram(gram + sound)) ending.push(gram + sound)
      }
    }
    for (const gram of ending) tokens.push(soundsToken(gram))
    grams = ending.filter(gram => gram.length < longestSounds)
    before = readings
  }
  return tokens
}

/** What a reading of a term is looked up by: one token of each group. `isExact`: the tokens alone decide. */
export type PinyinTokens = { readonly groups: readonly (readonly string[])[]; readonly isExact: boolean }

/** Lists tokens that every name with this reading has. */
export function pinyinTokens(parts: PinyinReading): PinyinTokens {
  if (parts.every(isSound)) return soundsTokens(parts)
  const [first = '', second = ''] = parts
  if (parts.length === 1) return { groups: [syllablesFrom(first).map(syllableToken)], isExact: true }
  const groups = parts
    .slice(1)
    .flatMap((part, index) => neighbourTokens(parts[index] ?? '', part, index === parts.length - 2))
  const isExact = parts.length === 2 && !isSound(first) && (second.length === 1 || hasFewEndings(second))
  return { groups, isExact }
}

function soundsTokens(parts: PinyinReading): PinyinTokens {
  const sounds = parts.map(part => doubleSounds.get(part) ?? part)
  const length = Math.min(parts.length, longestSounds)
  const groups = Array.from({ length: parts.length - length + 1 }, (_, start) => {
    const gram = sounds.slice(start, start + length).join('')
    const letters = parts.slice(start, start + length).map(part => part.charAt(0))
    return [soundsToken(isStoredGram(gram) ? gram : letters.join(''))]
  })
  return { groups, isExact: parts.length <= longestSounds && isStoredGram(sounds.join('')) }
}

/** What two parts in a row are looked up by. Where a part may end in many ways, its first letter has to do. */
function neighbourTokens(one: string, next: string, isLast: boolean): string[][] {
  const endings = isLast ? syllablesFrom(next) : [next]
  const isLetter = isSound(next) || (isLast && !hasFewEndings(next))
  if (!isSound(one))
    return [isLetter ? [pairToken(one, next.charAt(0))] : endings.map(syllable => pairToken(one, syllable))]
  const sounds = soundsToken((doubleSounds.get(one) ?? one) + (doubleSounds.get(next) ?? next.charAt(0)))
  return isLetter ? [[sounds]] : [[sounds], endings.map(syllableToken)]
}

function hasFewEndings(part: string): boolean {
  return !isSound(part) && syllablesFrom(part).length <= mostEndings
}

function isSound(part: string): boolean {
  return part.length === 1 || doubleSounds.has(part)
}

/**
 * Finds the characters of a folded name that a reading stands for.
 *
 * Shape: [start, end) in UTF-16 units, the first place; null when there is none.
 */
export function findPinyin(name: string, readings: readonly PinyinReading[]): [number, number] | null {
  if (readings.length === 0) return null
  const characters = readCharacters(name)
  let start = 0
  for (const [index, { character }] of characters.entries()) {
    for (const parts of readings) {
      if (!standsAt(characters, index, parts)) continue
      const read = characters.slice(index, index + parts.length).map(entry => entry.character)
      return [start, start + read.join('').length]
    }
    start += character.length
  }
  return null
}

function standsAt(characters: readonly ReadCharacter[], start: number, parts: PinyinReading): boolean {
  return parts.every((part, index) => {
    const isOpen = index === parts.length - 1 || part.length === 1 || doubleSounds.has(part)
    const readings = characters[start + index]?.readings ?? []
    return readings.some(({ syllable }) => (isOpen ? syllable.startsWith(part) : syllable === part))
  })
}

/** Three sounds in a row are stored by their letters only: zh would double their number. */
function isStoredGram(sounds: string): boolean {
  return sounds.length < longestSounds || /^[a-z]*$/.test(sounds)
}

function isPart(part: string, isLast: boolean): boolean {
  return isLast || part.length === 1 || doubleSounds.has(part)
    ? isBeginning(part)
    : knownParts().syllables.has(part)
}

function isBeginning(part: string): boolean {
  return knownParts().beginnings.has(part)
}

function syllablesFrom(beginning: string): readonly string[] {
  return knownParts().beginnings.get(beginning) ?? []
}

let known: { syllables: ReadonlySet<string>; beginnings: ReadonlyMap<string, readonly string[]> } | undefined

/** Without the sounds of 嗯 and 呣, which stand in no name and would split every -ng. */
function knownParts() {
  if (known) return known
  const syllables = listSyllables().filter(syllable => /[aeiouv]/.test(syllable))
  const beginnings = new Map<string, string[]>()
  for (const syllable of syllables)
    for (let end = 1; end <= syllable.length; end++) {
      const beginning = syllable.slice(0, end)
      const same = beginnings.get(beginning)
      if (same) same.push(syllable)
      else beginnings.set(beginning, [syllable])
    }
  known = { syllables: new Set(syllables), beginnings }
  return known
}
