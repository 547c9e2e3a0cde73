import type { ReadableDb } from '#main/database/db.ts'
import { strokesOfFirst } from '#main/search/stroke.service.ts'
import { prepareName } from './customer-list.queries.ts'

/** What stands for names that begin with neither. */
const other = '#'

/**
 * Finds where the names of an ordered list begin with another letter of pinyin, or another number of strokes.
 *
 * Shape: `initial` is a capital letter, a number of strokes, or '#'; each once, at its first place.
 * Cost: some twenty reads by key for each initial, whatever the length of the list.
 */
export function listInitials(db: ReadableDb, ids: Int32Array, by: 'pinyin' | 'strokes') {
  const nameOf = prepareName(db)
  const initialOf = (index: number): string => {
    // Who was deleted for good since is passed over: the next one stands nearly in the same place.
    for (let at = index; at < ids.length; at++) {
      const row = nameOf(ids[at] ?? 0)
      if (!row) continue
      if (by === 'strokes') return String(strokesOfFirst(row.name) ?? other)
      return /^[a-z]/.test(row.name_sort) ? (row.name_sort[0]?.toUpperCase() ?? other) : other
    }
    return other
  }
  const found: { initial: string; index: number }[] = []
  const seen = new Set<string>()
  for (let index = 0; index < ids.length; ) {
    const initial = initialOf(index)
    if (!seen.has(initial)) found.push({ initial, index })
    seen.add(initial)
    index = endOf(index, ids.length, at => initialOf(at) === initial)
  }
  return found
}

/** The first place after `start` where something no longer holds that holds from `start` on for a while. */
function endOf(start: number, length: number, holds: (index: number) => boolean): number {
  let low = start
  let high = length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle
    else high = middle
  }
  return high
}
