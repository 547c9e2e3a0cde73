/** How a changed cell is shown: what goes, and what comes in three pieces of which the middle one is new. */
export type DiffParts = {
  /** Null when nothing of the old text goes: it was blank, or the new text only says more. */
  readonly old: string | null
  readonly head: string
  readonly inserted: string
  readonly tail: string
}

/**
 * Compares an old and a new text.
 *
 * Example: '样板路 12 号', '样板路 12 号 3 幢' -> { old: null, head: '样板路 12 号', inserted: ' 3 幢', tail: '' }
 */
export function diffParts(before: string | null, after: string): DiffParts {
  const old = before ?? ''
  if (old === '') return { old: null, head: after, inserted: '', tail: '' }
  let head = 0
  while (head < old.length && old[head] === after[head]) head += 1
  let tail = 0
  while (tail < old.length - head && old.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const isOnlyLonger = head + tail === old.length && after.length > old.length
  if (!isOnlyLonger || old.length < 2) return { old, head: after, inserted: '', tail: '' }
  const end = after.length - tail
  return { old: null, head: after.slice(0, head), inserted: after.slice(head, end), tail: after.slice(end) }
}
