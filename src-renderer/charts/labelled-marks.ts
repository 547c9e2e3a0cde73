type Valued = { readonly values: readonly number[]; readonly text: string }

const letterPx = 7
const gapPx = 8

/**
 * Which marks carry their figure: all when there is room, else the largest and the last, and of these only the largest where they
 * would touch.
 */
export function labelledMarks(marks: readonly Valued[], plotPx: number): ReadonlySet<number> {
  const totals = marks.map(mark => mark.values.reduce((sum, value) => sum + value, 0))
  const widestPx = Math.max(0, ...marks.map(mark => textPx(mark.text))) + gapPx
  if (marks.length * widestPx <= plotPx) return new Set(marks.keys())
  const largest = totals.indexOf(Math.max(...totals))
  const last = marks.length - 1
  const bandPx = plotPx / Math.max(1, marks.length)
  const isCrowded = largest !== last && (last - largest) * bandPx < widestPx
  return new Set(isCrowded ? [largest] : [largest, last])
}

const widePx = 12

/** Width of a text of the small size: Chinese characters are as wide as high. */
function textPx(text: string): number {
  let width = 0
  for (const letter of text) width += letter.charCodeAt(0) > 0x2e7f ? widePx : letterPx
  return width
}

/** Every how many marks a name stands below, so that no two touch. */
export function labelStep(marks: readonly { readonly label: string }[], plotPx: number): number {
  if (marks.length === 0 || plotPx <= 0) return 1
  const widest = Math.max(...marks.map(mark => textPx(mark.label))) + gapPx
  return Math.max(1, Math.ceil((widest * marks.length) / plotPx))
}
