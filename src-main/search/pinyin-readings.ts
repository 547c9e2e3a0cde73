import { characterReadings, surnameReadings, wordReadings } from './pinyin-data.ts'

/** One way to say a character. */
export type Reading = {
  /** Its letters, ü as v. */
  readonly syllable: string
  /** Its first letter; for zh, ch and sh also that sound, written ẑ, ĉ, ŝ. */
  readonly sounds: readonly string[]
  /** 0 to 4. */
  readonly tone: string
}

/** The sounds of two letters that are typed for a syllable as often as its first letter. */
export const doubleSounds: ReadonlyMap<string, string> = new Map([
  ['zh', 'ẑ'],
  ['ch', 'ĉ'],
  ['sh', 'ŝ'],
])

/** One character of a name with its readings, the likeliest first; none for what is no Chinese character. */
export type ReadCharacter = { readonly character: string; readonly readings: readonly Reading[] }

type Tables = {
  /** Readings of a code point. */
  readonly find: (codePoint: number) => readonly Reading[]
  readonly words: ReadonlyMap<string, readonly Reading[]>
  readonly surnames: ReadonlyMap<string, readonly Reading[]>
  readonly syllables: readonly string[]
}

let loaded: Tables | undefined

/** Surnames are read otherwise only in names this short; 单县第一中学 is none. Units: characters. */
const longestName = 4

/**
 * Reads every character of a text as in a name: a surname first if the text is short, then words, then characters.
 * A character that is also read otherwise keeps that reading as a further one.
 *
 * Shape: as many entries as the text has code points.
 * Cost: 1 µs a name; the first call takes some milliseconds to load the tables.
 * Example: readCharacters('曾A') -> [{ '曾': zeng1, ceng2 }, { 'A': none }]
 */
export function readCharacters(text: string): ReadCharacter[] {
  const { find, words } = tables()
  const read: { character: string; readings: readonly Reading[] }[] = []
  for (const character of text) read.push({ character, readings: find(character.codePointAt(0) ?? 0) })
  const surnameLength = readSurname(read)
  for (let index = surnameLength; index + 1 < read.length; index++) {
    const [first, second] = [read[index], read[index + 1]]
    if (!first?.readings.length || !second?.readings.length) continue
    const word = words.get(first.character + second.character)
    if (!word) continue
    preferReadings(read, index, word)
    index++
  }
  return read
}

/** Lists all toneless syllables that a character can have, in alphabetical order. */
export function listSyllables(): readonly string[] {
  return tables().syllables
}

function readSurname(read: { character: string; readings: readonly Reading[] }[]): number {
  if (read.length > longestName || !read[0]?.readings.length) return 0
  const { surnames } = tables()
  for (const length of [2, 1]) {
    const readings = surnames.get(
      read
        .slice(0, length)
        .map(({ character }) => character)
        .join(''),
    )
    if (!readings) continue
    preferReadings(read, 0, readings)
    return length
  }
  return 0
}

function preferReadings(
  read: { character: string; readings: readonly Reading[] }[],
  start: number,
  preferred: readonly Reading[],
): void {
  for (const [offset, reading] of preferred.entries()) {
    const entry = read[start + offset]
    if (!entry) continue
    const others = entry.readings.filter(({ syllable }) => syllable !== reading.syllable)
    entry.readings = [reading, ...others]
  }
}

function tables(): Tables {
  loaded ??= loadTables()
  return loaded
}

/** The lines are walked by code unit and kept in an array: this runs once, before any code is compiled. */
function loadTables(): Tables {
  const lists: (readonly Reading[])[] = [[]]
  const indexes = new Uint16Array(0x10000)
  const rare = new Map<number, readonly Reading[]>()
  const syllables = new Set<string>()
  for (const line of linesOf(characterReadings)) {
    const end = line.lastIndexOf(' ')
    const readings = line.slice(0, end).split(' ').map(toReading)
    for (const { syllable } of readings) syllables.add(syllable)
    const index = lists.push(readings) - 1
    for (let unit = end + 1; unit < line.length; unit++) {
      const codePoint = line.codePointAt(unit) ?? 0
      if (codePoint < 0x10000) indexes[codePoint] = index
      else {
        rare.set(codePoint, readings)
        unit++
      }
    }
  }
  const none = lists[0] ?? []
  return {
    find: codePoint => (codePoint < 0x10000 ? lists[indexes[codePoint] ?? 0] : rare.get(codePoint)) ?? none,
    words: loadTexts(wordReadings),
    surnames: loadTexts(surnameReadings),
    syllables: [...syllables].sort(),
  }
}

function loadTexts(table: string): ReadonlyMap<string, readonly Reading[]> {
  const entries = linesOf(table).map(line => {
    const [text = '', ...readings] = line.split(' ')
    return [text, readings.map(toReading)] as const
  })
  return new Map(entries)
}

function linesOf(table: string): string[] {
  return table.split('\n').filter(Boolean)
}

const readings = new Map<string, Reading>()

function toReading(text: string): Reading {
  const known = readings.get(text)
  if (known) return known
  const double = doubleSounds.get(text.slice(0, 2))
  const sounds = double ? [text.charAt(0), double] : [text.charAt(0)]
  const reading = { syllable: text.slice(0, -1), sounds, tone: text.slice(-1) }
  readings.set(text, reading)
  return reading
}
