import { describe, expect, test } from 'vitest'
import { basketsOf } from '#main/analytics/baskets/basket-columns.ts'
import {
  groupLines,
  ownersOf,
  pickLines,
  placesByKey,
  sortLines,
} from '#main/analytics/lines/lines-of-orders.ts'

const group = (places: readonly number[], orders: number) => {
  const { starts, lineAt } = groupLines(places.length, orders, line => places[line] ?? -1)
  return { starts: [...starts], lineAt: [...lineAt] }
}

describe('lines of orders', () => {
  test('stand order by order, in the order in which they came', () => {
    expect(group([1, 0, 1], 2)).toEqual({ starts: [0, 1, 3], lineAt: [1, 0, 2] })
  })

  test('of no order take no part; an order without lines has none', () => {
    expect(group([2, -1, 0, 2], 4)).toEqual({ starts: [0, 1, 1, 3, 3], lineAt: [2, 0, 3] })
    expect(group([], 0)).toEqual({ starts: [0], lineAt: [] })
  })

  test('can be sorted order by order, and picked by order and by themselves', () => {
    const { starts, lines } = sortLines(
      { net: Float64Array.from([5, 6, 7]) },
      groupLines(3, 2, line => [1, 0, 1][line] ?? -1),
    )
    expect([[...starts], [...lines.net]]).toEqual([
      [0, 1, 3],
      [6, 5, 7],
    ])
    const pick = (orders: readonly number[], isWanted: (line: number) => boolean) => {
      const picked = pickLines(starts, Uint8Array.from(orders), isWanted)
      return [[...picked.starts], [...picked.lineAt]]
    }
    expect(pick([0, 1], () => true)).toEqual([
      [0, 0, 2],
      [1, 2],
    ])
    expect(pick([1, 1], line => line !== 1)).toEqual([
      [0, 1, 2],
      [0, 2],
    ])
  })

  test('name the place of their order', () => {
    expect([...ownersOf(Int32Array.from([0, 1, 3]))]).toEqual([0, 1, 1])
    expect([...ownersOf(Int32Array.from([0, 0, 2, 2]))]).toEqual([1, 1])
  })

  test('keys have the place where they stand', () => {
    expect([...placesByKey(Int32Array.from([3, 1]))]).toEqual([-1, 1, -1, 0])
  })
})

describe('baskets of lines', () => {
  test('hold each product once; who has none is no basket', () => {
    // Owner 0: 70, 50, 70; owner 1 nothing; owner 2 a line without a product; owner 3: 50.
    const { baskets, productIds } = basketsOf(
      Int32Array.from([0, 3, 3, 4, 5]),
      place => [70, 50, 70, 0, 50][place] ?? 0,
    )
    expect(productIds).toEqual([70, 50])
    expect([[...baskets.starts], [...baskets.items], baskets.itemCount]).toEqual([[0, 2, 3], [0, 1, 1], 2])
  })
})
