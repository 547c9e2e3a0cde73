import type { SearchMatch } from '#shared/contract/search.contract.ts'
import { findShownRange, mapSearchText, toPhoneKey, toSearchText } from '#shared/domain/text.ts'
import { findPinyin, pinyinNameTokens } from './pinyin-terms.ts'
import type { SearchTerm } from './search-terms.ts'
import { TokenWriter } from './token-writer.ts'
import { isAlphanumeric, productToken } from './tokens.ts'

/** One searchable text of a customer, as it is shown. */
export type DocumentField = { readonly field: SearchMatch['field']; readonly text: string }

/** What a customer is found by. Orders and products are looked up apart. */
export type SearchDocument = {
  readonly customerId: number
  /** Name, phones, archive number: what is shown first when it matches. */
  readonly keys: readonly DocumentField[]
  readonly others: readonly DocumentField[]
}

/** Where a term stands in a document. */
export type TermPlace = { readonly field: DocumentField; readonly isPinyin: boolean; readonly isKey: boolean }

const writer = new TokenWriter()

/**
 * Makes the tokens of a customer for the index of key fields and for the one of everything.
 *
 * Shape: what `TokenWriter` writes.
 * Cost: about 20 µs for a card with an address and a note.
 */
export function indexTokens(
  document: SearchDocument,
  productIds: readonly number[],
): { readonly key: Uint8Array; readonly all: Uint8Array } {
  writer.clear()
  for (const field of document.keys) {
    for (const folded of foldField(field)) writer.addText(folded)
    if (field.field === 'name')
      for (const token of pinyinNameTokens(toSearchText(field.text))) writer.addToken(token)
  }
  const key = writer.copy()
  for (const field of document.others) for (const folded of foldField(field)) writer.addText(folded)
  for (const productId of productIds) writer.addToken(productToken(productId))
  return { key, all: writer.copy() }
}

/**
 * Finds a term in a document: in the key fields, in the name read as pinyin, then in the others.
 *
 * Empty: null when nothing has it.
 */
export function findTerm(document: SearchDocument, term: SearchTerm): TermPlace | null {
  const key = document.keys.find(field => holdsTerm(field, term))
  if (key) return { field: key, isPinyin: false, isKey: true }
  const name = term.pinyin.length > 0 && document.keys.find(({ field }) => field === 'name')
  if (name && findPinyin(toSearchText(name.text), term.pinyin))
    return { field: name, isPinyin: true, isKey: true }
  const other = document.others.find(field => holdsTerm(field, term))
  return other ? { field: other, isPinyin: false, isKey: false } : null
}

/** Says which part of the shown text a found term is. */
export function markTerm({ field, isPinyin }: TermPlace, term: SearchTerm): SearchMatch {
  const { text } = field
  if (field.field === 'phone') return markPhone(text, wantedIn(field, term))
  const characters = isPinyin && findPinyin(toSearchText(text), term.pinyin)
  if (!characters) return markText(field, term)
  const [start, end] = findShownRange(text, ...characters)
  return { field: 'pinyin', text, start, end }
}

/** Marks a term in a text that has it. */
export function markText({ field, text }: DocumentField, term: SearchTerm): SearchMatch {
  const at = indexOfTerm(toSearchText(text), term.text, term.isWordStart)
  const [start, end] = findShownRange(text, at, at + term.text.length)
  return { field, text, start, end }
}

/**
 * Finds a folded term in a folded text; a word-start term only where no letter or digit stands before it.
 *
 * Empty: -1.
 */
export function indexOfTerm(text: string, term: string, isWordStart: boolean): number {
  let index = text.indexOf(term)
  while (isWordStart && index > 0 && isAlphanumeric(text.charCodeAt(index - 1)))
    index = text.indexOf(term, index + 1)
  return index
}

function holdsTerm(field: DocumentField, term: SearchTerm): boolean {
  const wanted = wantedIn(field, term)
  return foldField(field).some(folded => indexOfTerm(folded, wanted, term.isWordStart) >= 0)
}

function wantedIn({ field }: DocumentField, term: SearchTerm): string {
  return field === 'phone' ? (term.phone ?? term.text) : term.text
}

/** A phone is compared without its separators, and without the country code where that changes its digits. */
function foldField({ field, text }: DocumentField): string[] {
  if (field !== 'phone') return [toSearchText(text)]
  if (/^\d*$/.test(text)) return [text]
  const compact = toSearchText(text).replace(/[\s()+./·-]/g, '')
  const key = toPhoneKey(text)
  return compact.includes(key) ? [compact] : [compact, key]
}

function markPhone(text: string, wanted: string): SearchMatch {
  const plain = text.indexOf(wanted)
  if (plain >= 0) return { field: 'phone', text, start: plain, end: plain + wanted.length }
  const { text: folded, starts, ends } = mapSearchText(text)
  const kept = Array.from(folded, (_, index) => index).filter(
    index => !/[\s()+./·-]/.test(folded[index] ?? ''),
  )
  const at = kept
    .map(index => folded[index])
    .join('')
    .indexOf(wanted)
  if (at < 0) return { field: 'phone', text, start: 0, end: text.length }
  const [first = 0, last = 0] = [kept[at], kept[at + wanted.length - 1]]
  return { field: 'phone', text, start: starts[first] ?? 0, end: ends[last] ?? text.length }
}
