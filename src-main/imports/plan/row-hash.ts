import { cellText } from '#main/imports/cells/cell-preview.ts'
import type { RawCell } from '#main/imports/raw-row.ts'

/**
 * Makes the key of a row that has no key of its own: two rows with the same cells have the same.
 *
 * Shape: 22 letters and digits (104 bits); empty cells at the end do not count.
 * Source: the mixing steps of MurmurHash3 (Appleby), two lanes of two words.
 */
export function rowHash(cells: readonly RawCell[]): string {
  let text = ''
  let end = cells.length
  while (end > 0 && cellText(cells[end - 1]) === '') end--
  for (let index = 0; index < end; index++) text += `${cellText(cells[index])}\u001f`
  return hashText(text, 0x9e3779b9) + hashText(text, 0x85ebca6b)
}

/** Gives 11 characters of 52 bits. */
function hashText(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return (4_294_967_296 * (1_048_575 & low) + (high >>> 0)).toString(36).padStart(11, '0').slice(-11)
}
