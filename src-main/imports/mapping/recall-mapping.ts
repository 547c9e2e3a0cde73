import type { ImportKind, ImportTarget } from '#shared/domain/import-field.ts'
import { headerKey, looseHeaderKey } from './header-text.ts'
import { matchHeaders } from './match-headers.ts'
import type { ValueKind } from './value-kind.ts'

/** A column as it was when its file was imported last. `isGone`: the newest file did not have it. */
export type KnownColumn = {
  readonly header: string
  readonly field: ImportTarget | null
  readonly values: ValueKind
  readonly isGone?: boolean
}

/** A column of the file that is looked at. */
export type FoundColumn = { readonly header: string; readonly values: ValueKind }

/** What memory says of a column; `known` null: it was not in the file before. */
export type RecalledColumn = { readonly known: KnownColumn | null; readonly isRenamed: boolean }

const alike = 0.5

/**
 * Finds the columns of a file among those of its last import: by the same heading wherever it stands; else by a similar
 * heading, or the same place, with the same kind of values.
 *
 * Shape: one entry per column of the file; a known column is found once.
 */
export function recallColumns(
  found: readonly FoundColumn[],
  known: readonly KnownColumn[],
  kind: ImportKind,
): RecalledColumn[] {
  const result: (RecalledColumn | undefined)[] = found.map(() => undefined)
  const open = new Set(known)
  const take = (column: number, match: KnownColumn | undefined, isRenamed: boolean) => {
    if (!match || result[column]) return
    result[column] = { known: match, isRenamed }
    open.delete(match)
  }
  found.forEach(({ header }, column) => {
    const key = headerKey(header)
    const same = [...open].filter(one => headerKey(one.header) === key)
    take(column, same.find(one => !one.isGone) ?? same[0], false)
  })
  for (const { column, match } of renamings(found, [...open], result, known, kind))
    if (open.has(match)) take(column, match, true)
  return result.map(column => column ?? { known: null, isRenamed: false })
}

/** Which open column could have got which new name, the likeliest first. */
function renamings(
  found: readonly FoundColumn[],
  open: readonly KnownColumn[],
  taken: readonly (RecalledColumn | undefined)[],
  known: readonly KnownColumn[],
  kind: ImportKind,
) {
  const present = known.filter(column => !column.isGone)
  const pairs = found.flatMap((column, index) =>
    taken[index] || headerKey(column.header) === ''
      ? []
      : open
          .filter(one => !one.isGone && fits(one.values, column.values))
          .map(match => ({
            column: index,
            match,
            likeness: likeness(column.header, match, present.indexOf(match) === index, kind),
          })),
  )
  return pairs.filter(pair => pair.likeness >= alike).sort((a, b) => b.likeness - a.likeness)
}

function fits(before: ValueKind, now: ValueKind): boolean {
  return before === now || before === 'empty' || now === 'empty'
}

/** 0 to 1. Words of the same field count more than letters in common; the same place is enough only for a likely value. */
function likeness(header: string, known: KnownColumn, isSamePlace: boolean, kind: ImportKind): number {
  const [now, before] = [looseHeaderKey(headerKey(header)), looseHeaderKey(headerKey(known.header))]
  const [field] = matchHeaders([headerKey(header)], kind)
  if (field && field === known.field) return 1
  // A heading whose words say another field is another column.
  if (field && known.field) return 0
  if (now === before) return 0.95
  const common = bigramLikeness(now, before)
  const isWithin = now.length > 1 && before.length > 1 && (now.includes(before) || before.includes(now))
  const byWords = isWithin ? Math.max(common, 0.6) : common
  return Math.min(0.9, byWords + (isSamePlace && isTelling(known.values) ? alike : 0))
}

/** Kinds of values that few columns of a file share. */
const isTelling = (values: ValueKind) => values !== 'text' && values !== 'number' && values !== 'empty'

/** The share of pairs of letters that two texts have in common (Dice). */
function bigramLikeness(one: string, other: string): number {
  const pairsOf = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
  const [first, second] = [pairsOf(one), pairsOf(other)]
  const common = [...first].filter(pair => second.has(pair)).length
  return first.size + second.size === 0 ? 0 : (2 * common) / (first.size + second.size)
}

/** How well remembered columns describe a file: 1 for the same headings in any order, 0 for another file. */
export function headingLikeness(found: readonly string[], known: readonly KnownColumn[]): number {
  const present = known.filter(column => !column.isGone && headerKey(column.header) !== '')
  const keys = found.map(headerKey).filter(key => key !== '')
  const left = [...keys]
  const common = present.filter(column => {
    const at = left.indexOf(headerKey(column.header))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  const mapped = present.filter(column => column.field !== null)
  const mappedFound = common.filter(column => column.field !== null)
  if (mapped.length === 0 || keys.length === 0) return 0
  const share = Math.min(
    common.length / Math.max(keys.length, present.length),
    mappedFound.length / mapped.length,
  )
  return share
}
