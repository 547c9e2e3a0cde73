import { describe, expect, it } from 'vitest'
import { RfmCutPoints, RfmScore, ScoreRange } from '#shared/domain/rfm.ts'

describe('cut points', () => {
  const valid = {
    recencyDays: [7, 30, 90, 180],
    orderCount: [2, 2, 2.4, 4.4],
    spendMinor: [-100, 0, 5000, 90_000],
  }

  it('rise or stay, in each measure', () => {
    expect(RfmCutPoints.safeParse(valid).success).toBe(true)
    expect(RfmCutPoints.safeParse({ ...valid, recencyDays: [7, 30, 29, 180] }).success).toBe(false)
    expect(RfmCutPoints.safeParse({ ...valid, spendMinor: [0, -1, 1, 2] }).success).toBe(false)
  })

  it('are four numbers in each measure', () => {
    expect(RfmCutPoints.safeParse({ ...valid, orderCount: [1, 2, 3] }).success).toBe(false)
    expect(RfmCutPoints.safeParse({ ...valid, orderCount: [1, 2, 3, 4, 5] }).success).toBe(false)
    expect(
      RfmCutPoints.safeParse({ ...valid, orderCount: [1, 2, 3, Number.POSITIVE_INFINITY] }).success,
    ).toBe(false)
  })
})

describe('scores', () => {
  it('are whole numbers from 1 to 5', () => {
    expect([0, 1, 5, 6, 2.5].map(score => RfmScore.safeParse(score).success)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
  })

  it('make ranges that do not fall', () => {
    expect(ScoreRange.safeParse([3, 3]).success).toBe(true)
    expect(ScoreRange.safeParse([4, 3]).success).toBe(false)
  })
})
