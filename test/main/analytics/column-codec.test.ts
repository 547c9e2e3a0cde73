import { describe, expect, it } from 'vitest'
import { type NumberColumn, type Packing, packColumn, unpackColumn } from '#main/analytics/column-codec.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'

function passOn(column: NumberColumn, packing: Packing): { bytes: number; values: number[] } {
  const packed = packColumn(column, 0, column.length, packing)
  const unpacked = column.slice().fill(99)
  unpackColumn(packed, column.length, packing, unpacked, 0)
  return { bytes: packed.bytes.length, values: [...unpacked] }
}

describe('a packed column', () => {
  it('holds what each value is above the least one', () => {
    expect(packColumn(Int32Array.of(7, 7, 9), 0, 3, 'values')).toEqual({
      first: 0,
      least: 7,
      bytes: Uint8Array.of(0, 0, 2),
    })
    expect(packColumn(Int32Array.of(7, 7, 9), 0, 3, 'steps')).toEqual({
      first: 7,
      least: 0,
      bytes: Uint8Array.of(0, 0, 2),
    })
  })

  it('holds the low bytes of all rows before the high ones', () => {
    expect(packColumn(Int32Array.of(0, 0x1234), 0, 2, 'values').bytes).toEqual(
      Uint8Array.of(0, 0x34, 0, 0x12),
    )
  })

  it('takes no byte when all values are the same, and none when there are none', () => {
    expect(passOn(new Uint8Array(50).fill(1), 'values')).toEqual({ bytes: 0, values: Array(50).fill(1) })
    expect(passOn(new Int32Array(0), 'steps')).toEqual({ bytes: 0, values: [] })
  })

  it('comes back as it was, whatever its values, as values and as steps', () => {
    const random = new SeededRandom(11)
    const spans = [1, 2, 255, 256, 257, 65_536, 2 ** 24 - 1, 2 ** 24, 2 ** 31 - 1]
    for (const packing of ['values', 'steps'] as const)
      for (const span of spans)
        for (const from of [0, -span, -(2 ** 31), 2 ** 31 - 1 - span]) {
          const column = Int32Array.from({ length: 40 }, () => from + random.below(span + 1))
          expect(passOn(column, packing).values, `${packing} ${span} ${from}`).toEqual([...column])
        }
    const money = Float64Array.of(2 ** 52, 0, 5_000_000_000, 1, 2 ** 40 + 3)
    const owed = Float64Array.of(-5_000_000_000, 12, -1)
    for (const column of [money, owed])
      for (const packing of ['values', 'steps'] as const)
        expect(passOn(column, packing).values).toEqual([...column])
  })

  it('is packed and unpacked from any row on', () => {
    const column = Int32Array.of(1, 2, 300, 4, 70_000)
    const packed = packColumn(column, 2, 5, 'steps')
    const target = new Float64Array(6).fill(-1)
    unpackColumn(packed, 3, 'steps', target, 1)
    expect([...target]).toEqual([-1, 300, 4, 70_000, -1, -1])
  })
})
