/**
 * Letters of a column as Excel writes them.
 *
 * Units: counted from 0. Example: 1 -> 'B'; 26 -> 'AA'
 */
export function columnLetters(columnIndex: number): string {
  let letters = ''
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/**
 * Finds the column of a cell's address.
 *
 * Units: counted from 0. Empty: -1 when the text is no address. Example: 'B418' -> 1
 */
export function columnOfAddress(address: string): number {
  const letters = /^([A-Z]+)\d+$/.exec(address)?.[1]
  if (letters === undefined) return -1
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
