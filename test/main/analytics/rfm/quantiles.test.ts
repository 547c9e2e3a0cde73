import { describe, expect, it } from 'vitest'
import { quantilesType7, valuesFromTop } from '#main/analytics/rfm/quantiles.ts'

describe('quantiles of type 7', () => {
  it('interpolate between neighbours', () => {
    // gaps 4: positions 0.8, 1.6, 2.4, 3.2 -> 2 + 0.8*18, 20 + 0.6*20, 40 + 0.4*50, 90 + 0.2*310
    expect(quantilesType7([2, 20, 40, 90, 400], 5)).toEqual([16.4, 32, 60, 152])
    // median and quartiles of 1 to 4: positions 0.75, 1.5, 2.25
    expect(quantilesType7([1, 2, 3, 4], 4)).toEqual([1.75, 2.5, 3.25])
  })

  it('that fall on a value are that value exactly', () => {
    expect(quantilesType7([0.1, 0.2, 0.3, 0.4, 0.7, 0.9], 5)).toEqual([0.2, 0.3, 0.4, 0.7])
    const long = Array.from({ length: 1001 }, (_, index) => index / 10)
    expect(quantilesType7(long, 5)).toEqual([20, 40, 60, 80])
  })

  it('do not ask for an order', () => {
    expect(quantilesType7([400, 2, 90, 20, 40], 5)).toEqual([16.4, 32, 60, 152])
  })

  it('of one value are that value, of none are 0', () => {
    expect(quantilesType7([7], 5)).toEqual([7, 7, 7, 7])
    expect(quantilesType7([], 5)).toEqual([0, 0, 0, 0])
  })

  it('by shares from the top: 0 is the largest, 1 the smallest, between two values it is reckoned', () => {
    expect(valuesFromTop([10, 50, 30, 20, 40], [0.25, 0.5])).toEqual([40, 30])
    // A third of four gaps of 10 from the top: 50 - 13.32.
    expect(valuesFromTop([10, 50, 30, 20, 40], [0, 0.333, 1])).toEqual([50, 36.68, 10])
    expect(valuesFromTop([], [0.2, 0.8])).toEqual([0, 0])
  })
})
