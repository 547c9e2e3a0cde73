import { describe, expect, it } from 'vitest'
import { computeCutPoints } from '#main/analytics/rfm/rfm-cut-points.ts'
import { explainScore, explainScores } from '#main/analytics/rfm/rfm-explanation.ts'
import { firstDayOfPeriod } from '#shared/domain/analysis-period.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ScoreEdges } from '#shared/domain/rfm.ts'
import { measures, shopAsOf, shopOfTwelve, shopScores } from '#test/main/analytics/sample-shop.ts'

const cutPoints = computeCutPoints(shopOfTwelve, shopAsOf, 100)

describe('the explanation of a score', () => {
  it('gives the limits between which the score holds, both included', () => {
    expect(explainScore(9, [2, 3.5, 8.4, 12], 'large-is-good')).toEqual({
      value: 9,
      score: 4,
      lowerLimit: 9,
      upperLimit: 11,
    })
    expect(explainScore(1, [2, 2, 3, 4], 'large-is-good')).toEqual({
      value: 1,
      score: 1,
      lowerLimit: null,
      upperLimit: 1,
    })
    expect(explainScore(2, [2, 2, 3, 4], 'large-is-good')).toEqual({
      value: 2,
      score: 3,
      lowerLimit: 2,
      upperLimit: 2,
    })
    expect(explainScore(9, [2, 2, 3, 4], 'large-is-good')).toEqual({
      value: 9,
      score: 5,
      lowerLimit: 4,
      upperLimit: null,
    })
  })

  it('of recency says that few days are good', () => {
    expect(explainScore(3, [17.4, 33, 61, 153], 'small-is-good')).toEqual({
      value: 3,
      score: 5,
      lowerLimit: null,
      upperLimit: 17,
    })
    expect(explainScore(18, [17.4, 33, 61, 153], 'small-is-good')).toEqual({
      value: 18,
      score: 4,
      lowerLimit: 18,
      upperLimit: 32,
    })
    expect(explainScore(153, [17.4, 33, 61, 153], 'small-is-good')).toEqual({
      value: 153,
      score: 1,
      lowerLimit: 153,
      upperLimit: null,
    })
  })

  it('holds for every whole value within its limits and for none beside them', () => {
    const edges: ScoreEdges = [2.5, 4, 4, 9.75]
    for (let value = 0; value < 15; value++) {
      const { score, lowerLimit, upperLimit } = explainScore(value, edges, 'large-is-good')
      for (let other = 0; other < 15; other++) {
        const isWithin = other >= (lowerLimit ?? 0) && other <= (upperLimit ?? 14)
        expect(explainScore(other, edges, 'large-is-good').score === score).toBe(isWithin)
      }
    }
  })
})

describe('the explanation of a customer', () => {
  it('names day, sums and limits that can be reckoned again on paper', () => {
    // the third customer of the shop: 10 days ago, 1 order, 80.00
    expect(explainScores(shopOfTwelve, 2, shopAsOf, cutPoints)).toEqual({
      lastOn: '2026-06-20',
      recencyDays: { value: 10, score: 5, lowerLimit: null, upperLimit: 10 },
      orderCount: { value: 1, score: 1, lowerLimit: null, upperLimit: 1 },
      spendMinor: { value: 8000, score: 3, lowerLimit: 6100, upperLimit: 10_099 },
    })
  })

  it('agrees with the score of every customer of the shop', () => {
    const explained = shopScores.map((_, index) => {
      const { recencyDays, orderCount, spendMinor } = explainScores(shopOfTwelve, index, shopAsOf, cutPoints)
      return [recencyDays, orderCount, spendMinor].map(part => part?.score ?? 0).join('')
    })
    expect(explained).toEqual(shopScores)
  })

  it('is empty without a purchase', () => {
    const nothing = { lastOn: null, recencyDays: null, orderCount: null, spendMinor: null }
    expect(explainScores(shopOfTwelve, 11, shopAsOf, cutPoints)).toEqual(nothing)
  })

  it('leaves recency open where only the last day is not known', () => {
    const input = measures(shopAsOf, [[null, 3, 90]])
    const { lastOn, recencyDays, orderCount } = explainScores(input, 0, shopAsOf, cutPoints)
    expect({ lastOn, recencyDays, score: orderCount?.score }).toEqual({
      lastOn: null,
      recencyDays: null,
      score: 4,
    })
  })
})

describe('a period', () => {
  const asOf = CalendarDate.parse('2026-11-21')

  it('of months begins on the day after the same day so many months before', () => {
    expect(firstDayOfPeriod({ kind: 'months', months: 12 }, asOf)).toBe('2025-11-22')
    expect(firstDayOfPeriod({ kind: 'months', months: 1 }, CalendarDate.parse('2026-03-31'))).toBe(
      '2026-03-01',
    )
  })

  it('of all time has no first day', () => {
    expect(firstDayOfPeriod({ kind: 'all' }, asOf)).toBeNull()
  })
})
