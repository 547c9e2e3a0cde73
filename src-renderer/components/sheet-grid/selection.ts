export type Cell = { readonly row: number; readonly column: number }
export type RowRange = { readonly first: number; readonly last: number }

/**
 * What is selected. `active` is where typing goes and where a selection began, `head` its other corner. `rows` holds whole
 * rows, in order and apart from each other; while it is not empty, the corners do not count.
 */
export type Selection = {
  readonly active: Cell
  readonly head: Cell
  readonly rows: readonly RowRange[]
}

/** Selects one cell. */
export function selectCell(cell: Cell): Selection {
  return { active: cell, head: cell, rows: [] }
}

/** Selects the rectangle from the active cell to another one. */
export function extendTo(selection: Selection, head: Cell): Selection {
  return { active: selection.active, head, rows: [] }
}

const inOrder = (a: number, b: number): RowRange => ({ first: Math.min(a, b), last: Math.max(a, b) })
const withRows = (cell: Cell, rows: readonly RowRange[]): Selection => ({ active: cell, head: cell, rows })

/** Selects the whole row of a cell. */
export function selectRow(cell: Cell): Selection {
  return withRows(cell, [{ first: cell.row, last: cell.row }])
}

/** Selects the whole rows from the active one to another one. */
export function extendRows(selection: Selection, row: number): Selection {
  const { active } = selection
  return { active, head: { row, column: active.column }, rows: [inOrder(active.row, row)] }
}

/** Selects all rows. */
export function selectAllRows(selection: Selection, count: number): Selection {
  return count === 0 ? selection : { ...selection, rows: [{ first: 0, last: count - 1 }] }
}

/** Says whether a row is selected as a whole. */
export function isRowSelected(rows: readonly RowRange[], row: number): boolean {
  return rows.some(range => range.first <= row && row <= range.last)
}

/** Adds the row of a cell to the selected ones, or takes it away. */
export function toggleRow({ rows }: Selection, cell: Cell): Selection {
  const change = isRowSelected(rows, cell.row) ? withoutRow : withRow
  return withRows(cell, change(rows, cell.row))
}

function withoutRow(rows: readonly RowRange[], row: number): readonly RowRange[] {
  return rows.flatMap(({ first, last }) => {
    if (row < first || row > last) return [{ first, last }]
    return [
      { first, last: row - 1 },
      { first: row + 1, last },
    ].filter(part => part.first <= part.last)
  })
}

function withRow(rows: readonly RowRange[], row: number): readonly RowRange[] {
  const sorted = [...rows, { first: row, last: row }].toSorted((a, b) => a.first - b.first)
  const merged: RowRange[] = []
  for (const range of sorted) {
    const before = merged.at(-1)
    if (before && range.first <= before.last + 1)
      merged[merged.length - 1] = { first: before.first, last: Math.max(before.last, range.last) }
    else merged.push(range)
  }
  return merged
}

/** How many rows some ranges hold. */
export function countRows(rows: readonly RowRange[]): number {
  return rows.reduce((sum, { first, last }) => sum + last - first + 1, 0)
}

/** The selected rows and columns, whole rows with all columns. */
export type SelectedArea = {
  readonly rows: readonly RowRange[]
  readonly left: number
  readonly right: number
}

/** What a copy or a sum is made of. */
export function selectedArea(selection: Selection, columnCount: number): SelectedArea {
  const { active, head, rows } = selection
  if (rows.length > 0) return { rows, left: 0, right: columnCount - 1 }
  const columns = inOrder(active.column, head.column)
  return { rows: [inOrder(active.row, head.row)], left: columns.first, right: columns.last }
}

/** The columns of one row that the rectangle covers, or null. Whole rows and a single cell have none. */
export function columnsInRow(selection: Selection, row: number): RowRange | null {
  const { active, head, rows } = selection
  if (rows.length > 0 || (active.row === head.row && active.column === head.column)) return null
  const { first, last } = inOrder(active.row, head.row)
  return row < first || row > last ? null : inOrder(active.column, head.column)
}

/** The first rows of some ranges, at most `limit` together. */
export function firstRows(rows: readonly RowRange[], limit: number): readonly RowRange[] {
  const taken: RowRange[] = []
  let left = limit
  for (const { first, last } of rows) {
    if (left <= 0) break
    const count = Math.min(left, last - first + 1)
    taken.push({ first, last: first + count - 1 })
    left -= count
  }
  return taken
}
