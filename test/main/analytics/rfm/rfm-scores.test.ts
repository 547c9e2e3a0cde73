import { describe, expect, it } from 'vitest'
import { noOrderDay, type RfmInput, type RfmScores } from '#main/analytics/rfm/rfm-columns.ts'
import { computeCutPoints, scoreEdges } from '#main/analytics/rfm/rfm-cut-points.ts'
import { scoreCustomers, scoreOrderCount, scoreRecency, scoreSpend } from '#main/analytics/rfm/rfm-scores.ts'
import { measures, shopAsOf, shopOfTwelve, shopScores } from '#test/main/analytics/sample-shop.ts'

const cells = ({ r, f, m }: RfmScores) => Array.from(r, (score, index) => `${score}${f[index]}${m[index]}`)
const scoreShop = (input: RfmInput) =>
  cells(scoreCustomers(input, shopAsOf, computeCutPoints(input, shopAsOf, 100)))

describe('default cut points', () => {
  it('of twelve customers are those worked by hand', () => {
    expect(computeCutPoints(shopOfTwelve, shopAsOf, 100)).toEqual({
      recencyDays: [11, 26, 61, 91],
      orderCount: [2, 2, 3, 4],
      spendMinor: [3100, 6100, 10_100, 20_100],
    })
  })

  it('are the quantiles plus one unit', () => {
    expect(scoreEdges(Int32Array.of(400, 2, 90, 20, 40), 1)).toEqual([17.4, 33, 61, 153])
  })

  it('add one major unit of the currency to the money', () => {
    const yen = { ...shopOfTwelve, spendMinor: shopOfTwelve.spendMinor.map(minor => minor / 100) }
    expect(computeCutPoints(yen, shopAsOf, 1).spendMinor).toEqual([31, 61, 101, 201])
  })

  it('leave customers without a counted order out of the quantiles', () => {
    const ghosts = Array.from({ length: 40 }, () => [null, 0, 0] as const)
    const refundedOnly = [[null, 0, -50] as const]
    const rows = Array.from(shopOfTwelve.orderCount, (orders, index) => {
      const lastDay = shopOfTwelve.lastOrderDay[index] ?? noOrderDay
      return [
        lastDay === noOrderDay ? null : shopAsOf - lastDay,
        orders,
        (shopOfTwelve.spendMinor[index] ?? 0) / 100,
      ] as const
    })
    const crowded = measures(shopAsOf, [...ghosts, ...rows, ...refundedOnly])
    expect(computeCutPoints(crowded, shopAsOf, 100)).toEqual(computeCutPoints(shopOfTwelve, shopAsOf, 100))
  })

  it('do not change the columns that they are reckoned from', () => {
    const days = shopOfTwelve.lastOrderDay.slice()
    computeCutPoints(shopOfTwelve, shopAsOf, 100)
    expect(shopOfTwelve.lastOrderDay).toEqual(days)
  })
})

describe('scores of one measure', () => {
  it('of recency are best for few days', () => {
    const days = [2, 20, 40, 90, 400]
    expect([...scoreRecency(days, [17.4, 33, 61, 153])]).toEqual([5, 4, 3, 2, 1])
    expect([...scoreRecency([0], [1, 1, 1, 1])]).toEqual([5])
    expect([...scoreRecency([], [1, 2, 3, 4])]).toEqual([])
  })

  it('of orders and spend are best for large values', () => {
    // quantiles of 1, 1, 1, 2, 9 at positions 0.8, 1.6, 2.4, 3.2: 1, 1, 1.4, 3.4
    expect([...scoreOrderCount([1, 1, 1, 2, 9], [2, 2, 2.4, 4.4])]).toEqual([1, 1, 1, 3, 5])
    expect([...scoreSpend([500, 12_000, -300], [1000, 2000, 12_000, 50_000])]).toEqual([1, 4, 1])
  })

  it('count a value that equals an edge as above it', () => {
    expect([...scoreOrderCount([7, 8, 9, 10, 11, 12, 13, 14], [8, 10, 11, 13])]).toEqual([
      1, 2, 2, 3, 4, 4, 5, 5,
    ])
    expect([...scoreRecency([76, 77, 125, 126, 177, 265, 266], [77, 126, 177, 266])]).toEqual([
      5, 4, 4, 3, 2, 2, 1,
    ])
  })

  it('of recency refuse days that cannot be', () => {
    expect(() => scoreRecency([-1], [1, 2, 3, 4])).toThrow(RangeError)
    expect(() => scoreRecency([Number.NaN], [1, 2, 3, 4])).toThrow(RangeError)
    expect(() => scoreRecency([Number.POSITIVE_INFINITY], [1, 2, 3, 4])).toThrow(RangeError)
  })
})

describe('scores of customers', () => {
  it('of a shop of twelve are those worked by hand', () => {
    expect(scoreShop(shopOfTwelve)).toEqual(shopScores)
  })

  it('are the same for equal values, however many there are', () => {
    // 60 % bought once. Quantiles of the orders at positions 19.8, 39.6, 59.4, 79.2: 1, 1, 1.4, 2 -> edges 2, 2, 2.4, 3
    const input = measures(
      shopAsOf,
      Array.from({ length: 100 }, (_, index) => {
        const orders = index < 60 ? 1 : index < 85 ? 2 : 5
        return [index, orders, orders * 10] as const
      }),
    )
    const scores = scoreCustomers(input, shopAsOf, computeCutPoints(input, shopAsOf, 100))
    expect(new Set(scores.f.slice(0, 60))).toEqual(new Set([1]))
    expect(new Set(scores.f.slice(60, 85))).toEqual(new Set([3]))
    expect(new Set(scores.f.slice(85))).toEqual(new Set([5]))
    for (const key of ['r', 'f', 'm'] as const) expectTiesToShare(input, scores, key)
  })

  it('agree with the rule counted out one by one for a thousand random customers', () => {
    let seed = 11
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const rows = Array.from({ length: 1000 }, () => [next(400), 1 + next(6), next(3000) - 50] as const)
    const input = measures(shopAsOf, rows)
    const { recencyDays, orderCount, spendMinor } = computeCutPoints(input, shopAsOf, 100)
    const expected = rows.map(([days, orders, yuan]) => {
      const reached = (edges: readonly number[], value: number) => edges.filter(edge => edge <= value).length
      return `${5 - reached(recencyDays, days)}${1 + reached(orderCount, orders)}${1 + reached(spendMinor, yuan * 100)}`
    })
    expect(scoreShop(input)).toEqual(expected)
  })

  it('of a single customer are R 5, F 1 and M 1', () => {
    expect(scoreShop(measures(shopAsOf, [[500, 7, 900]]))).toEqual(['511'])
  })

  it('of no customers are empty', () => {
    expect(scoreShop(measures(shopAsOf, []))).toEqual([])
  })

  it('are none at all without a purchase', () => {
    expect(
      scoreShop(
        measures(shopAsOf, [
          [null, 0, 0],
          [null, 0, -20],
        ]),
      ),
    ).toEqual(['000', '000'])
  })

  it('have R 1 where orders are known but not their days', () => {
    const input = measures(shopAsOf, [
      [10, 1, 10],
      [null, 30, 900],
    ])
    expect(scoreShop(input)).toEqual(['511', '155'])
  })

  it('refuse an order after the reference date', () => {
    const input = measures(shopAsOf, [[-1, 1, 10]])
    expect(() => computeCutPoints(input, shopAsOf, 100)).toThrow(RangeError)
    const cutPoints = computeCutPoints(shopOfTwelve, shopAsOf, 100)
    expect(() => scoreCustomers(input, shopAsOf, cutPoints)).toThrow(RangeError)
  })
})

function expectTiesToShare(input: RfmInput, scores: RfmScores, key: 'r' | 'f' | 'm') {
  const values = { r: input.lastOrderDay, f: input.orderCount, m: input.spendMinor }[key]
  const scoreOf = new Map<number, number>()
  for (const [index, score] of scores[key].entries()) {
    const value = values[index] ?? 0
    expect(scoreOf.get(value) ?? score).toBe(score)
    scoreOf.set(value, score)
  }
}
