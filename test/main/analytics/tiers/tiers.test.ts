import { describe, expect, it } from 'vitest'
import {
  type CategoryOrders,
  listCategoryOrders,
  preferCategories,
} from '#main/analytics/tiers/preferred-category.ts'
import { levelCustomers, tierLevels } from '#main/analytics/tiers/tier-levels.ts'
import type { TierLimits, TierMeasure } from '#shared/domain/tiers.ts'

/** Orders and spend in yuan of eleven buyers and one who never bought: 100, 90, … 10 yuan an order, 5 once more. */
const bought = {
  orderCount: [1, 1, 2, 1, 1, 4, 1, 1, 1, 10, 1, 0],
  spendMinor: [100, 90, 160, 70, 60, 200, 40, 30, 20, 100, 5, 0].map(yuan => 100 * yuan),
}
const levelsOf = (measure: TierMeasure, limits: TierLimits, of = bought) =>
  Array.from(levelCustomers(of, measure, limits).tierOf, tier => tierLevels[tier])
const share = (highShare: number, middleShare: number): TierLimits => ({
  by: 'share',
  highShare,
  middleShare,
})
const value = (highFrom: number, middleFrom: number): TierLimits => ({ by: 'value', highFrom, middleFrom })

describe('tiers high, middle and low', () => {
  it('D7: by average order value, a fifth from the top and a fifth from the bottom are high and low', () => {
    // Sorted per order: 5 10 20 30 40 50 60 70 80 90 100; the places 8 and 2 hold 80 and 20.
    const { limits } = levelCustomers(bought, 'averageOrder', share(0.2, 0.8))
    expect(limits).toEqual({ highFrom: 8_000, middleFrom: 2_000 })
    expect(levelsOf('averageOrder', share(0.2, 0.8))).toEqual([
      ...['high', 'high', 'high', 'middle', 'middle', 'middle', 'middle', 'middle', 'middle'],
      ...['low', 'low', 'none'],
    ])
  })

  it('D7: by spend and by orders a value that is reached is in', () => {
    expect(levelsOf('spend', value(16_000, 4_000))).toEqual([
      ...['middle', 'middle', 'high', 'middle', 'middle', 'high', 'middle', 'low', 'low', 'middle'],
      ...['low', 'none'],
    ])
    expect(levelsOf('orderCount', value(4, 2))).toEqual([
      ...['low', 'low', 'middle', 'low', 'low', 'high', 'low', 'low', 'low', 'high', 'low', 'none'],
    ])
  })

  it('D7: equal values share a level, so that a share of equal ones is all of them', () => {
    const equal = { orderCount: [1, 1, 1, 1], spendMinor: [500, 500, 500, 500] }
    expect(levelsOf('spend', share(0.2, 0.8), equal)).toEqual(['high', 'high', 'high', 'high'])
    expect(levelsOf('spend', share(0.2, 0.8), { orderCount: [3], spendMinor: [1] })).toEqual(['high'])
  })

  it('D7: more given back than bought is low, given back alone is no purchase, and without a buyer there are no limits', () => {
    const of = { orderCount: [1, 0, 1], spendMinor: [-500, -100, 800] }
    expect(levelsOf('spend', value(500, 100), of)).toEqual(['low', 'none', 'high'])
    expect(levelCustomers({ orderCount: [0], spendMinor: [0] }, 'spend', share(0.2, 0.8))).toMatchObject({
      limits: null,
      tierOf: Uint8Array.of(3),
    })
  })
})

describe('preferred category', () => {
  /** From the categories of each order, customer by customer. */
  const ordersOf = (customers: readonly (readonly string[])[][]): CategoryOrders => {
    const categories = [...new Set(customers.flat(2))]
    const orders = customers.flatMap((own, customer) => own.map(names => ({ customer, names }))).reverse()
    const lines = orders.flatMap(({ names }) => [...names, ...names])
    const ends = orders.map((_, at) => 2 * orders.slice(0, at + 1).flatMap(({ names }) => names).length)
    return listCategoryOrders({
      ...{ categories, customerCount: customers.length, starts: Int32Array.from([0, ...ends]) },
      customerAt: order => orders[order]?.customer ?? -1,
      categoryAt: line => categories.indexOf(lines[line] ?? ''),
    })
  }

  it('D7: it was in the most orders; two in equally many, too few orders or none at all are no preference', () => {
    const preferences = preferCategories(
      ordersOf([
        [['茶'], ['茶', '杯'], ['杯'], ['茶']],
        [['茶'], ['杯'], ['茶', '杯', '壶']],
        [['茶'], ['茶']],
        [],
        [['壶'], ['杯', '壶'], ['茶', '壶']],
      ]),
      3,
    )
    expect(preferences).toEqual([
      { kind: 'category', category: '茶', orders: 3 },
      { kind: 'mixed', orders: 2 },
      { kind: 'too-few' },
      { kind: 'none' },
      { kind: 'category', category: '壶', orders: 3 },
    ])
  })
})
