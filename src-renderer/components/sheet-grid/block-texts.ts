/** A rectangle of cells; both ends belong to it. */
export type Block = {
  readonly top: number
  readonly left: number
  readonly height: number
  readonly width: number
}

/**
 * Lays pasted cells over a selection: one cell fills it, cells that fit into it several times are repeated, else they keep
 * their size.
 *
 * Empty: undefined without cells.
 */
export function layOver(cells: readonly (readonly string[])[], selected: Block): Block | undefined {
  const height = cells.length
  const width = Math.max(0, ...cells.map(row => row.length))
  if (height === 0 || width === 0) return undefined
  const isRepeated = selected.height % height === 0 && selected.width % width === 0
  return isRepeated ? selected : { ...selected, height, width }
}

/** Gives the text for each place of a block over which cells were laid. A short row is filled up with empty cells. */
export function textsOver(cells: readonly (readonly string[])[]): (row: number, column: number) => string {
  const width = Math.max(...cells.map(row => row.length))
  return (row, column) => cells[row % cells.length]?.[column % width] ?? ''
}
