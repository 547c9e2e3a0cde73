import type { RawCell } from '#main/imports/raw-row.ts'

const textsRemembered = 1000

/**
 * Makes a reader of cells that reads each text once: for columns with few different words, which a file repeats in
 * every row.
 *
 * Shape: the reading of a text is one and the same object each time.
 * Cost: at most 1,000 texts are kept; what comes after them is read anew.
 */
export function remembering<T>(read: (cell: RawCell | undefined) => T): (cell: RawCell | undefined) => T {
  const known = new Map<string, T>()
  return cell => {
    if (typeof cell !== 'string') return read(cell)
    const seen = known.get(cell)
    if (seen !== undefined) return seen
    const reading = read(cell)
    if (known.size < textsRemembered) known.set(cell, reading)
    return reading
  }
}
