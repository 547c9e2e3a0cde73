import { describe, expect, it } from 'vitest'
import { cellText } from '#main/imports/cells/cell-preview.ts'
import { rowHash } from '#main/imports/plan/row-hash.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'

/** The same key made in the plain way: the texts put together, each lane mixed by itself, digits by the language. */
function plainHash(cells: readonly RawCell[]): string {
  const texts = cells.map(cell => cellText(cell))
  while (texts.at(-1) === '') texts.pop()
  const text = texts.map(one => `${one}\u001f`).join('')
  return lane(text, 0x9e3779b9) + lane(text, 0x85ebca6b)
}

function lane(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (const unit of Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))) {
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return (4_294_967_296 * (1_048_575 & low) + (high >>> 0)).toString(36).padStart(11, '0').slice(-11)
}

const kindsOfCells: readonly RawCell[] = [
  ...['', ' ', '林样一', ' 表⽰ ', 'a\r\nb', 'x\u200b', '\ud800', '0012', 'T', '2024-03-05 12:30:00'],
  ...[null, true, false, 0, -3.5, 12.34, 1e17, { date: '2024-03-05' }, { time: '12:30:00' }],
  ...[{ datetime: '2024-03-05T12:30:00' }, { datetime: '1900-02-29T00:00:01' }, { error: '#N/A' }],
]

describe('the key of a row without a key', () => {
  it('is that of the plain way for rows of all kinds of cells', () => {
    const random = new SeededRandom(7)
    for (let row = 0; row < 3000; row++) {
      const made = Array.from({ length: random.below(9) }, () => random.pick(kindsOfCells))
      expect(rowHash(made)).toBe(plainHash(made))
    }
  })

  it('has 22 letters and digits, whatever the row', () => {
    expect(rowHash([])).toMatch(/^[0-9a-z]{22}$/)
    expect(rowHash(['林样一', 12.5])).toMatch(/^[0-9a-z]{22}$/)
  })

  it('does not see empty cells at the end, but those between', () => {
    expect(rowHash(['林样一', null, ' '])).toBe(rowHash(['林样一']))
    expect(rowHash([null, '林样一'])).not.toBe(rowHash(['林样一']))
  })
})
