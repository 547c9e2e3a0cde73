import { describe, expect, it } from 'vitest'
import {
  findBestHours,
  type LineTaste,
  listTop,
  PreferenceCounts,
  summarizePrices,
} from '#main/analytics/preferences/preference-counts.ts'

const line = (facts: Partial<LineTaste>): LineTaste => ({
  ...{ productId: null, category: null, brand: null, priceMinor: null, ...facts },
})
const hours = (counts: Readonly<Record<number, number>>) =>
  Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0)

describe('what orders tell of preferences', () => {
  it('D11: an order counts once for each thing in it, prices line by line; gifts have no price', () => {
    const counts = new PreferenceCounts()
    counts.add({ weekday: 0, month: 10, hour: 21 }, [
      line({ productId: 1, category: '纸尿裤', priceMinor: 900 }),
      line({ productId: 2, category: '纸尿裤', priceMinor: 900 }),
      line({ productId: 3, priceMinor: 0 }),
    ])
    counts.add({ weekday: 6, month: 0, hour: null }, [
      line({ productId: 2, brand: '样例牌', priceMinor: 500 }),
    ])
    counts.add({ weekday: 6, month: 0, hour: 0 }, [])
    expect([counts.orderCount, counts.ordersWithoutLines, counts.timedCount]).toEqual([3, 1, 2])
    expect(listTop(counts.products, 2)).toEqual([
      [2, 2],
      [1, 1],
    ])
    expect([counts.categories.orderCount, ...listTop(counts.categories, 5)]).toEqual([1, ['纸尿裤', 1]])
    expect([counts.brands.orderCount, ...listTop(counts.brands, 5)]).toEqual([1, ['样例牌', 1]])
    expect([...counts.linesByPrice]).toEqual([
      [900, 2],
      [500, 1],
    ])
    expect([counts.hourGrid[21 * 7], counts.hourGrid[6], counts.byWeekday[6], counts.byMonth[0]]).toEqual([
      1, 1, 2, 2,
    ])
  })
})

describe('the best two hours', () => {
  it('D11: are those with most orders, past midnight too', () => {
    expect(findBestHours(hours({ 9: 2, 21: 4, 22: 3 }))).toEqual({ fromHour: 21, toHour: 23, orderCount: 7 })
    expect(findBestHours(hours({ 0: 3, 23: 2, 12: 4 }))).toEqual({ fromHour: 23, toHour: 1, orderCount: 5 })
    expect(findBestHours(hours({ 22: 2, 23: 2 }))).toEqual({ fromHour: 22, toHour: 24, orderCount: 4 })
  })

  it('D11: begin with the fuller hour, then the earlier one; without orders there are none', () => {
    expect(findBestHours(hours({ 21: 5 }))).toEqual({ fromHour: 21, toHour: 23, orderCount: 5 })
    expect(findBestHours(hours({ 8: 2, 15: 2 }))?.fromHour).toBe(8)
    expect(findBestHours(hours({}))).toBeNull()
  })
})

describe('the band of prices', () => {
  it('D11: lies between the quartiles of what was paid per piece', () => {
    expect(
      summarizePrices(
        new Map([
          [50, 1],
          [20, 2],
          [10, 1],
        ]),
      ),
    ).toEqual([10, 18, 20, 28, 50])
    expect(summarizePrices(new Map())).toEqual([0, 0, 0, 0, 0])
  })
})
