/**
 * Chromium draws no element taller than about 33.5 million px. Lists that need more are scrolled on a scale: one px of the
 * scroll bar stands for several px of the list.
 */
export const maxBodyPx = 30_000_000

export type RowFrame = { readonly count: number; readonly rowPx: number; readonly viewPx: number }

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value))
const listPx = (frame: RowFrame) => frame.count * frame.rowPx

/** Height of the scrolled element. */
export function bodyPx(frame: RowFrame): number {
  return Math.min(listPx(frame), maxBodyPx)
}

/** How many px of the list one px of the scroll bar stands for; 1 for all but huge lists. */
export function scrollScale(frame: RowFrame): number {
  const total = listPx(frame)
  return total <= maxBodyPx ? 1 : (total - frame.viewPx) / (maxBodyPx - frame.viewPx)
}

/**
 * What is added to a row's place in the list to get its place in the scrolled element. A whole number of 2 px: browsers
 * place elements that far down to 2 px only.
 */
export function bodyOffsetPx(frame: RowFrame, scrollTop: number): number {
  return 2 * Math.round((scrollTop - scrollTop * scrollScale(frame)) / 2)
}

/** First and last row to draw; `last` is -1 for an empty list. */
export function visibleRows(
  frame: RowFrame,
  scrollTop: number,
  overscan: number,
): { first: number; last: number } {
  const top = scrollTop * scrollScale(frame)
  const first = Math.floor(top / frame.rowPx) - overscan
  const last = Math.ceil((top + frame.viewPx) / frame.rowPx) + overscan
  return {
    first: clamp(first, 0, Math.max(0, frame.count - 1)),
    last: Math.min(frame.count - 1, last),
  }
}

/** First and last row that are wholly seen; one that is cut counts where no other fits. Null for an empty list. */
export function wholeRows(frame: RowFrame, scrollTop: number): { first: number; last: number } | null {
  if (frame.count === 0 || frame.viewPx === 0) return null
  const top = scrollTop * scrollScale(frame)
  const first = clamp(Math.ceil(top / frame.rowPx), 0, frame.count - 1)
  const last = clamp(Math.floor((top + frame.viewPx) / frame.rowPx) - 1, first, frame.count - 1)
  return { first, last }
}

/** Where to scroll so that a row is wholly seen; the present place when it is. */
export function scrollTopToShow(frame: RowFrame, scrollTop: number, row: number): number {
  const scale = scrollScale(frame)
  const top = scrollTop * scale
  const rowTop = row * frame.rowPx
  if (rowTop < top) return rowTop / scale
  const bottom = rowTop + frame.rowPx - frame.viewPx
  return bottom > top ? bottom / scale : scrollTop
}

/** The row under a point, `y` px below the heads; the nearest one outside the list. */
export function rowAt(frame: RowFrame, scrollTop: number, y: number): number {
  const row = Math.floor((scrollTop - bodyOffsetPx(frame, scrollTop) + y) / frame.rowPx)
  return clamp(row, 0, Math.max(0, frame.count - 1))
}

/** Left edges of columns that begin at `startPx`, and the right edge of the last. */
export function columnLefts(widths: readonly number[], startPx: number): readonly number[] {
  const lefts = [startPx]
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width)
  return lefts
}

/**
 * The column under a point, `x` px from the left edge of the view; -1 on the row numbers. Columns before `frozenCount` stay
 * where they are when the rest is scrolled.
 */
export function columnAt(
  lefts: readonly number[],
  frozenCount: number,
  scrollLeft: number,
  x: number,
): number {
  if (x < (lefts[0] ?? 0)) return -1
  const inList = x < (lefts[frozenCount] ?? 0) ? x : x + scrollLeft
  const beyond = lefts.findIndex(left => left > inList)
  return beyond === -1 ? lefts.length - 2 : beyond - 1
}

/** The gap between heads that is nearest to a point of the view: 0 before the first column, their count behind the last. */
export function gapAt(lefts: readonly number[], frozenCount: number, scrollLeft: number, x: number): number {
  const column = columnAt(lefts, frozenCount, scrollLeft, x)
  if (column < 0) return 0
  const left = lefts[column] ?? 0
  const middle = (left + (lefts[column + 1] ?? left)) / 2
  return (column < frozenCount ? x : x + scrollLeft) < middle ? column : column + 1
}

/** How far to scroll sideways so that a column is wholly seen beside the frozen ones. */
export function scrollLeftToShow(
  lefts: readonly number[],
  frozenCount: number,
  viewWidthPx: number,
  scrollLeft: number,
  column: number,
): number {
  if (column < frozenCount) return scrollLeft
  const left = lefts[column] ?? 0
  const right = lefts[column + 1] ?? left
  const frozenPx = lefts[frozenCount] ?? 0
  if (left - scrollLeft < frozenPx) return left - frozenPx
  if (right - scrollLeft > viewWidthPx) return Math.min(right - viewWidthPx, left - frozenPx)
  return scrollLeft
}

/** Width of the column of row numbers: room for the largest number, 40 px at least. */
export function rowNumberPx(count: number): number {
  return Math.max(40, 18 + 7 * count.toLocaleString('en-US').length)
}
