import { describe, expect, it } from 'vitest'
import { valuesAtPlaces } from '#main/analytics/rfm/order-statistics.ts'

const places = (count: number) => Array.from({ length: count }, (_, place) => place)
const sortedBy = (values: ArrayLike<number>) => Array.from(values).sort((one, other) => one - other)

/** Values from a linear congruential generator, small ones far more often than large ones. */
function skewedSums(count: number): Float64Array {
  let seed = 7
  return Float64Array.from({ length: count }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return Math.floor((seed % 1000) ** 3 / 10) - 500
  })
}

describe('values at places of a sorted list', () => {
  it('are found in any order of values and places', () => {
    expect(valuesAtPlaces([400, 2, 90, 20, 40], [0, 3])).toEqual([2, 90])
    expect(valuesAtPlaces([400, 2, 90, 20, 40], [4, 4, 1])).toEqual([400, 400, 20])
  })

  it('are those of a full sort, for sums over a wide range, negative ones too', () => {
    const sums = skewedSums(2000)
    expect(valuesAtPlaces(sums, places(2000))).toEqual(sortedBy(sums))
  })

  it('are those of a full sort for single places, where whole classes are left out', () => {
    const sums = skewedSums(5000)
    const sorted = sortedBy(sums)
    for (const place of [0, 999, 1000, 2500, 4998, 4999])
      expect(valuesAtPlaces(sums, [place])).toEqual([sorted[place]])
  })

  it('are those of a full sort for whole numbers close together and far apart', () => {
    const near = Int32Array.from(skewedSums(1000), value => value % 40)
    expect(valuesAtPlaces(near, places(1000))).toEqual(sortedBy(near))
    const far = Int32Array.of(2_147_483_647, -2_147_483_648, 0, 1, -1)
    expect(valuesAtPlaces(far, places(5))).toEqual([-2_147_483_648, -1, 0, 1, 2_147_483_647])
  })

  it('are those of a full sort for fractions, and where one value lies far off all others', () => {
    expect(valuesAtPlaces([0.3, 0.1, 0.2], places(3))).toEqual([0.1, 0.2, 0.3])
    expect(valuesAtPlaces([3, 1e12, 2, 1], places(4))).toEqual([1, 2, 3, 1e12])
  })

  it('leave the list as it is', () => {
    const values = Float64Array.of(3, 1, 2)
    valuesAtPlaces(values, [1])
    expect([...values]).toEqual([3, 1, 2])
  })

  it('outside the list are an error', () => {
    expect(() => valuesAtPlaces([1, 2], [2])).toThrow(RangeError)
    expect(() => valuesAtPlaces([1, 2], [-1])).toThrow(RangeError)
    expect(() => valuesAtPlaces([], [0])).toThrow(RangeError)
  })
})
