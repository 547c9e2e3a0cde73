import type { RememberedReading } from '../raw-row.ts'
import { makeDecoder } from './text-encoding.ts'
import { cutLine } from './text-separator.ts'

/** Headings stand at the beginning; what comes later could hold their words by chance. */
const CHARACTERS_LOOKED_AT = 8_000
const LINES_LOOKED_AT = 20
/** A column may have come or gone since. */
const ENOUGH = 0.8

/**
 * Finds the encoding that was chosen by hand for files with the same headings, or, of files without any, the same name.
 *
 * Shape: what a byte order mark or the whole content proves goes before memory where both read the headings.
 * Empty: null when no such file was read, or the guess is the same.
 */
export function recallEncoding(
  head: Uint8Array,
  guess: string,
  remembered: readonly RememberedReading[],
): string | null {
  const isProven = guess.startsWith('utf-')
  for (const { encoding, headings, isSameName } of remembered) {
    if (encoding === null || encoding === guess) continue
    const share = shareFound(decode(head, encoding), headings)
    const isKnown = headings.length === 0 ? isSameName && !isProven : share >= ENOUGH
    if (isKnown && (!isProven || shareFound(decode(head, guess), headings) < share)) return encoding
  }
  return null
}

/**
 * Finds the separator that was chosen by hand for files with the same headings; a line must have them as its fields.
 *
 * Empty: null when no such file was read. Files without headings are known by their name.
 */
export function recallSeparator(text: string, remembered: readonly RememberedReading[]): string | null {
  const lines = text.slice(0, CHARACTERS_LOOKED_AT).split(/\r\n|\r|\n/, LINES_LOOKED_AT)
  for (const { separator, headings, isSameName } of remembered) {
    if (separator === null) continue
    const keys = headings.map(keyOf)
    const isKnown = lines.some(line => {
      const fields = new Set(cutLine(line, separator).map(keyOf))
      return keys.filter(key => fields.has(key)).length >= keys.length * ENOUGH
    })
    if (keys.length === 0 ? isSameName : isKnown) return separator
  }
  return null
}

function shareFound(text: string, headings: readonly string[]): number {
  const key = keyOf(text)
  return headings.filter(heading => key.includes(keyOf(heading))).length / Math.max(1, headings.length)
}

function decode(head: Uint8Array, encoding: string): string {
  return makeDecoder(encoding).decode(head, { stream: true }).slice(0, CHARACTERS_LOOKED_AT)
}

function keyOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s"]/g, '')
}
