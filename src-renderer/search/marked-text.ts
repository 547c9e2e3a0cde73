/** A part of a text, marked or not. */
export type TextPart = { readonly text: string; readonly isMarked: boolean }

/** [start, end) in UTF-16 units. */
export type TextRange = readonly [start: number, end: number]

/** Cuts a text at ranges, which may touch, overlap or reach beyond it. */
export function cutAtRanges(text: string, ranges: readonly TextRange[]): readonly TextPart[] {
  const isMarkedAt = (index: number) => ranges.some(([start, end]) => index >= start && index < end)
  const edges = [0, text.length, ...ranges.flat()]
    .map(edge => Math.max(0, Math.min(text.length, edge)))
    .toSorted((a, b) => a - b)
  const parts: TextPart[] = []
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1]
    if (end === undefined || end === start) continue
    const isMarked = isMarkedAt(start)
    const last = parts.at(-1)
    if (last?.isMarked === isMarked)
      parts[parts.length - 1] = { text: last.text + text.slice(start, end), isMarked }
    else parts.push({ text: text.slice(start, end), isMarked })
  }
  return parts
}

const contextBefore = 12
const longest = 120

/** The neighbourhood of a match in a long text, on one line, with the match's place in it. */
export function snippetOf(text: string, start: number, end: number): { text: string; range: TextRange } {
  let from = Math.max(0, start - contextBefore)
  // Never between the two halves of one character.
  if (/[\uDC00-\uDFFF]/.test(text.charAt(from))) from -= 1
  const isCut = from > 0
  const shown = (isCut ? '…' : '') + text.slice(from, from + longest)
  const shift = (isCut ? 1 : 0) - from
  return { text: shown.replace(/\s/g, ' '), range: [start + shift, end + shift] }
}

const groupEnds = [3, 7] as const

/** A mobile number as it is read aloud, 138 0000 8826, with the marks at their new places. Other numbers stay as they are. */
export function groupPhone(
  phone: string,
  ranges: readonly TextRange[],
): { text: string; ranges: readonly TextRange[] } {
  const groups = /^(1[3-9]\d)(\d{4})(\d{4})$/.exec(phone)
  if (!groups) return { text: phone, ranges }
  const moved = (index: number, isEnd: boolean) =>
    index + groupEnds.filter(end => (isEnd ? index > end : index >= end)).length
  return {
    text: groups.slice(1).join(' '),
    ranges: ranges.map(([start, end]) => [moved(start, false), moved(end, true)]),
  }
}
