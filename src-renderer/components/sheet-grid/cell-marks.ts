/** A cell that was not written: what was typed, and why not. */
export type CellMark = {
  readonly rowKey: string
  readonly columnKey: string
  readonly typed: string
  readonly reason: string
}

/** Marked cells by `markKey`, in the order in which they were marked. */
export type CellMarks = ReadonlyMap<string, CellMark>

export const markKey = (rowKey: string, columnKey: string) => `${rowKey} ${columnKey}`

/** Cells that were written lose their marks, those that were refused get one. */
export function withMarks(
  marks: CellMarks,
  written: Iterable<string>,
  refused: readonly CellMark[],
): CellMarks {
  if (marks.size === 0 && refused.length === 0) return marks
  const next = new Map(marks)
  if (marks.size > 0) for (const key of written) next.delete(key)
  for (const mark of refused) next.set(markKey(mark.rowKey, mark.columnKey), mark)
  return next
}

/** The mark after a cell in the order of marking, the first one after the last. */
export function nextMark(marks: CellMarks, key: string | null): CellMark | undefined {
  const keys = [...marks.keys()]
  const next = keys[key === null ? 0 : (keys.indexOf(key) + 1) % keys.length]
  return next === undefined ? undefined : marks.get(next)
}
