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
  const whole = { head: after, inserted: '', tail: '' }
  const from = [...(before ?? '')]
  const to = [...after]
  if (from.length === 0) return { old: null, ...whole }
  const isOnlyLonger = from.length > 1 && to.length > from.length
  if (!isOnlyLonger) return { old: before, ...whole }
  let head = 0
  while (head < from.length && from[head] === to[head]) head += 1
  const tail = from.length - head
  const end = to.length - tail
  if (from.slice(head).join('') !== to.slice(end).join('')) return { old: before, ...whole }
  const piece = (start: number, stop: number) => to.slice(start, stop).join('')
  return { old: null, head: piece(0, head), inserted: piece(head, end), tail: piece(end, to.length) }
}
