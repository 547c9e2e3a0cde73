/** A column in memory: days, ids, money, flags. */
export type NumberColumn = Int32Array | Float64Array | Uint8Array

/**
 * Some rows of a column as they are stored: what each value is above the least one, lowest bytes of all rows first, then
 * the next ones, as many as the greatest value needs. With `steps` the values are the steps from row to row.
 */
export type PackedColumn = {
  /** The first value where steps are stored, else 0. */
  readonly first: number
  readonly least: number
  readonly bytes: Uint8Array
}

/** How the rows of a column are packed: `steps` for a column that mostly rises by little. */
export type Packing = 'values' | 'steps'

/**
 * Packs the rows from `start` up to `end`: whole numbers, less than 2^53 apart.
 *
 * Example: [7, 7, 9] -> least 7 and the bytes 0, 0, 2; with steps -> first 7, least 0 and the bytes 0, 0, 2
 */
export function packColumn(column: NumberColumn, start: number, end: number, packing: Packing): PackedColumn {
  const values = Float64Array.from(column.subarray(start, end))
  const first = packing === 'steps' ? (values[0] ?? 0) : 0
  if (packing === 'steps') toSteps(values)
  let least = values[0] ?? 0
  let greatest = least
  for (const value of values) {
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  const width = bytesOf(greatest - least)
  const bytes = new Uint8Array(values.length * width)
  for (let row = 0; row < values.length; row++) {
    let rest = (values[row] ?? 0) - least
    for (let at = row; at < bytes.length; at += values.length) {
      bytes[at] = rest % 256
      rest = Math.floor(rest / 256)
    }
  }
  return { first, least, bytes }
}

/**
 * Writes packed rows into a column, from row `start` on.
 *
 * Cost: some nanoseconds per row. The loops see arrays of one kind only: over the columns themselves they take twice as
 * long.
 */
export function unpackColumn(
  { first, least, bytes }: PackedColumn,
  rowCount: number,
  packing: Packing,
  column: NumberColumn,
  start: number,
): void {
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const isNarrow = bytes.length <= 3 * rowCount && Math.abs(least) < 2 ** 30
  const values = isNarrow ? joinNarrow(plain, rowCount, least) : joinWide(plain, rowCount, least)
  if (packing === 'steps') fromSteps(values, first)
  column.set(values, start)
}

/** Joins up to three bytes of each row, in one pass. */
function joinNarrow(bytes: Uint8Array, rowCount: number, least: number): Int32Array {
  const values = new Int32Array(rowCount).fill(least)
  const middle = bytes.subarray(rowCount)
  const high = bytes.subarray(2 * rowCount)
  if (bytes.length === rowCount)
    for (let row = 0; row < rowCount; row++) values[row] = least + (bytes[row] ?? 0)
  else if (bytes.length === 2 * rowCount)
    for (let row = 0; row < rowCount; row++)
      values[row] = least + (bytes[row] ?? 0) + ((middle[row] ?? 0) << 8)
  else if (bytes.length === 3 * rowCount)
    for (let row = 0; row < rowCount; row++)
      values[row] = least + (bytes[row] ?? 0) + ((middle[row] ?? 0) << 8) + ((high[row] ?? 0) << 16)
  return values
}

function joinWide(bytes: Uint8Array, rowCount: number, least: number): Float64Array {
  const values = new Float64Array(rowCount).fill(least)
  for (let from = 0, weight = 1; from < bytes.length; from += rowCount, weight *= 256)
    for (let row = 0; row < rowCount; row++)
      values[row] = (values[row] ?? 0) + (bytes[from + row] ?? 0) * weight
  return values
}

function toSteps(values: Float64Array): void {
  for (let row = values.length - 1; row > 0; row--) values[row] = (values[row] ?? 0) - (values[row - 1] ?? 0)
  if (values.length > 0) values[0] = 0
}

function fromSteps(values: Int32Array | Float64Array, first: number): void {
  let value = first
  for (let row = 0; row < values.length; row++) {
    value += values[row] ?? 0
    values[row] = value
  }
}

function bytesOf(range: number): number {
  let width = 0
  for (let rest = range; rest > 0; rest = Math.floor(rest / 256)) width++
  return width
}
