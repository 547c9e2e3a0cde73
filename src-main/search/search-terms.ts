import { toPhoneKey, toSearchText } from '#shared/domain/text.ts'
import { type PinyinReading, pinyinTokens, readPinyinTerm } from './pinyin-terms.ts'
import { isWordStartTerm, productToken, termTokens } from './tokens.ts'

/** One thing that a customer must hold to be found. */
export type SearchTerm = {
  /** Folded, without blanks. */
  readonly text: string
  /** Found at the start of a word only. */
  readonly isWordStart: boolean
  /** The digits to compare with phone numbers; null when the term is no part of a number. */
  readonly phone: string | null
  /** The ways to read it as pinyin; none for most terms. */
  readonly pinyin: readonly PinyinReading[]
}

/** Characters that no token can hold. */
const notInTerms = /[\p{Cc}\ufdd0-\ufdef]/gu

/**
 * Cuts what was typed into terms at blanks and control characters. Parts that make one phone number together (138 0000 1107) are one term.
 *
 * Shape: no term twice, in the order typed.
 * Empty: blanks give no terms.
 * Example: parseQuery('李 138 0000 1107') -> terms 李 and 13800001107
 */
export function parseQuery(text: string): readonly SearchTerm[] {
  const parts = toSearchText(text.replace(notInTerms, ' ')).split(' ').filter(Boolean)
  return [...new Set(joinPhones(parts))].map(toTerm)
}

/** A condition for the index. */
export type MatchExpression = {
  readonly text: string
  /** What meets it holds the terms; otherwise the texts have to be compared. */
  readonly isExact: boolean
  /** How many lists of the index have to be read. */
  readonly tokenCount: number
}

/**
 * Makes the condition that every customer who holds all terms meets.
 *
 * `productIds`: for each term, the products whose buyers hold it as well; null leaves the term out, and what meets the condition is
 * then to be compared; not given for the index of key fields.
 */
export function toMatchExpression(
  terms: readonly SearchTerm[],
  productIds: readonly (readonly number[] | null)[] = [],
): MatchExpression {
  const conditions = terms.flatMap((term, index) =>
    productIds[index] === null ? [] : [toCondition(term, productIds[index] ?? [])],
  )
  return {
    text: conditions.map(({ text }) => text).join(' AND '),
    isExact: conditions.length === terms.length && conditions.every(({ isExact }) => isExact),
    tokenCount: conditions.reduce((sum, { tokenCount }) => sum + tokenCount, 0),
  }
}

function toCondition(term: SearchTerm, productIds: readonly number[]): MatchExpression {
  const spelled = termTokens(term.text)
  const alternatives = [allOf(spelled.tokens)]
  let { isExact } = spelled
  if (term.phone !== null && term.phone !== term.text) {
    alternatives.push(allOf(termTokens(term.phone).tokens))
    // The digits alone count in phones only.
    isExact = false
  }
  for (const parts of term.pinyin) {
    const pinyin = pinyinTokens(parts)
    alternatives.push(pinyin.groups.map(anyOf).join(' AND '))
    isExact &&= pinyin.isExact
  }
  if (productIds.length > 0) alternatives.push(anyOf(productIds.map(productToken)))
  const text = `(${alternatives.map(alternative => `(${alternative})`).join(' OR ')})`
  return { text, isExact, tokenCount: text.split('"').length >> 1 }
}

function allOf(tokens: readonly string[]): string {
  return tokens.map(token => `"${token}"`).join(' AND ')
}

function anyOf(tokens: readonly string[]): string {
  return `(${tokens.map(token => `"${token}"`).join(' OR ')})`
}

function toTerm(text: string): SearchTerm {
  return {
    text,
    isWordStart: isWordStartTerm(text),
    phone: toPhonePart(text),
    pinyin: readPinyinTerm(toLetters(text)),
  }
}

/** A whole number loses its country code, a part of one only its separators. */
function toPhonePart(text: string): string | null {
  if (!/^[+\d()./·-]*\d[+\d()./·-]*$/.test(text)) return null
  const key = toPhoneKey(text)
  return isWholePhone(key) ? key : text.replace(/\D/g, '')
}

function joinPhones(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (let start = 0; start < parts.length; ) {
    const end = phoneEnd(parts, start)
    joined.push(parts.slice(start, end).join(''))
    start = end
  }
  return joined
}

/** Where the longest run of parts that is one phone number ends; start + 1 when there is none. */
function phoneEnd(parts: readonly string[], start: number): number {
  let end = start
  while (end < parts.length && /^[+\d()-]+$/.test(parts[end] ?? '')) end++
  for (; end > start + 1; end--) {
    if (isWholePhone(toPhoneKey(parts.slice(start, end).join('')))) return end
  }
  return start + 1
}

function isWholePhone(key: string): boolean {
  return /^(?:1[3-9]\d{9}|0\d{9,11}|[48]00\d{7})$/.test(key)
}

/** Tone marks and the apostrophe between syllables do not count; ü is typed as v. */
function toLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300\u0301\u0304\u030c'’]/g, '')
}
