type Valued = { readonly values: readonly number[]; readonly text: string }

const letterPx = 7
const gapPx = 8

/**
 * Which marks carry their figure: all when there is room, else the largest and the last, and of these only the largest where they
 * would touch.
 */
export function labelledMarks(marks: readonly Valued[], plotPx: number): ReadonlySet<number> {
  const totals = marks.map(mark => mark.values.reduce((sum, value) => sum + value, 0))
  const widestPx = Math.max(0, ...marks.map(mark => mark.text.length)) * letterPx + gapPx
  if (marks.length * widestPx <= plotPx) return new Set(marks.keys())
  const largest = totals.indexOf(Math.max(...totals))
  const last = marks.length - 1
  const bandPx = plotPx / Math.max(1, marks.length)
  const isCrowded = largest !== last && (last - largest) * bandPx < widestPx
  return new Set(isCrowded ? [largest] : [largest, last])
}
