import { describe, expect, it } from 'vitest'
import {
  type BoughtLines,
  findUsualPrices,
  markDiscounts,
  sumDiscounts,
} from '#main/analytics/sensitivity/discounts.ts'

/** Lines from rows [order, customer, product, pieces, listed price of a piece or null, paid]. */
function linesOf(
  rows: readonly (readonly [number, number, number, number, number | null, number])[],
): BoughtLines {
  return {
    order: Int32Array.from(rows, row => row[0]),
    customer: Int32Array.from(rows, row => row[1]),
    product: Int32Array.from(rows, row => row[2]),
    category: new Int32Array(rows.length),
    quantity: Float64Array.from(rows, row => row[3]),
    listedMinor: Float64Array.from(rows, row => row[4] ?? Number.NaN),
    paidMinor: Float64Array.from(rows, row => row[5]),
  }
}

/** Product 0 usually costs 1,000 a piece and nothing is listed; product 1 is listed at 500; of product 2 too little is known. */
const shop = linesOf([
  [1, 0, 0, 1, null, 1000],
  [1, 0, 1, 2, 500, 900],
  [2, 1, 0, 2, null, 2000],
  [3, 1, 0, 1, null, 800],
  [4, -1, 0, 1, null, 1000],
  [5, 0, 0, 1, null, 990],
  [5, 0, 2, 1, null, 300],
  [6, 1, 1, 1, 500, 520],
  [6, 1, 0, 1, null, 0],
])
const marksOf = (lines: BoughtLines) => markDiscounts(lines, findUsualPrices(lines, 3, 2), 0.02)

describe('the usual price', () => {
  it('D13: is the median of what is listed, else of what was paid per piece; of few lines it is not known', () => {
    expect([...findUsualPrices(shop, 3, 2)]).toEqual([1000, 500, Number.NaN])
    expect([...findUsualPrices(shop, 3, 6)]).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(
      findUsualPrices(
        linesOf([
          [1, 0, 0, 2, null, 20],
          [2, 0, 0, 1, null, 40],
        ]),
        1,
        1,
      )[0],
    ).toBe(25)
  })
})

describe('a discount', () => {
  it('D13: is a fiftieth less than the listed or the usual price; one in a hundred is none; gifts are not known', () => {
    expect([...marksOf(shop)]).toEqual([0, 1, 0, 1, 0, 0, -1, 0, -1])
  })

  it('D13: counts too where the listed price itself was lowered', () => {
    const lowered = linesOf([
      [1, 0, 0, 1, 100, 100],
      [2, 0, 0, 1, 100, 100],
      [3, 0, 0, 1, 100, 98],
      [4, 0, 0, 1, 70, 70],
    ])
    expect([...markDiscounts(lowered, findUsualPrices(lowered, 1, 1), 0.02)]).toEqual([0, 0, 1, 1])
  })

  it('D13: is not known without any price, without pieces and for money given back', () => {
    const unclear = linesOf([
      [1, 0, -1, 1, null, 100],
      [2, 0, 0, 0, 50, 100],
      [3, 0, 0, 1, 50, -100],
    ])
    expect([...markDiscounts(unclear, findUsualPrices(unclear, 1, 5), 0.02)]).toEqual([-1, -1, -1])
  })
})

describe('sums by owner', () => {
  it('D13: count an order once, and as one at a discount with one line at a discount', () => {
    const sums = sumDiscounts(shop, marksOf(shop), shop.customer, 2)
    // Customer 0: orders 1 (with the bottle at a discount) and 5; customer 1: orders 2, 3 (at a discount) and 6.
    expect([...sums.orderCount]).toEqual([2, 3])
    expect([...sums.discountOrders]).toEqual([1, 1])
    expect([...sums.paidMinor]).toEqual([2890, 3320])
    expect([...sums.discountMinor]).toEqual([900, 800])
  })
})
