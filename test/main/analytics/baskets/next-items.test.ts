import { expect, test } from 'vitest'
import { toBaskets } from '#main/analytics/baskets/basket-columns.ts'
import { findBasketRules } from '#main/analytics/baskets/basket-rules.ts'
import { findNextItems } from '#main/analytics/baskets/next-items.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'

const anything = { count: 1, confidence: 0, lift: 0 }
const ownersOf = (lists: readonly (readonly number[])[]) => {
  const { starts, items } = toBaskets(lists, 100)
  return { starts, items }
}

test('D18: of eight with nappies six have wipes, half of all twelve: 0.75, one and a half times as many', () => {
  const lists = [...Array(6).fill([1, 2]), [1], [1], [3], [3], [3], [3]]
  const { next, ownerCount } = findNextItems(ownersOf(lists), [1], anything, 5)
  expect(ownerCount).toBe(12)
  expect(next).toEqual([
    {
      ...{ left: 1, right: 2, count: 6, leftCount: 8, rightCount: 6, confidence: 0.75, lift: 1.5 },
      owners: [0, 1, 2, 3, 4, 5],
    },
  ])
})

test('D18: what is owned is not suggested, nor what too few have, nor by nothing', () => {
  const lists = [...Array(6).fill([1, 2]), [1, 3]]
  expect(findNextItems(ownersOf(lists), [1, 2], { ...anything, count: 2 }, 5).next).toEqual([])
  expect(findNextItems(ownersOf(lists), [], anything, 5).next).toEqual([])
  expect(findNextItems(ownersOf([]), [1], anything, 5)).toEqual({ next: [], ownerCount: 0 })
  expect(findNextItems(ownersOf([[0], [0, 0]]), [1], anything, 5).ownerCount).toBe(0)
})

test('D18: the figures are those of the basket rules, and of an item the rule with the highest confidence', () => {
  const random = new SeededRandom(18)
  const lists = Array.from({ length: 300 }, () =>
    Array.from({ length: 1 + random.below(6) }, () => 1 + random.below(random.below(2) === 0 ? 4 : 12)),
  )
  const limits = {
    minimumCount: 5,
    minimumSupport: 0,
    minimumConfidence: 0.1,
    minimumLift: 1.05,
    mostItems: 2,
  }
  const { rules } = findBasketRules(toBaskets(lists, 13), limits, 1000)
  for (const own of lists.slice(0, 40)) {
    const owned = [...new Set(own)]
    const wanted = new Map<number, number>()
    for (const { left, right, confidence } of rules)
      if (owned.includes(left[0] ?? 0) && !owned.includes(right))
        wanted.set(right, Math.max(wanted.get(right) ?? 0, confidence))
    const { next } = findNextItems(ownersOf(lists), owned, { count: 5, confidence: 0.1, lift: 1.05 }, 100)
    expect(new Map(next.map(({ right, confidence }) => [right, confidence]))).toEqual(wanted)
    for (const { left, right, lift, count, owners } of next) {
      expect(rules.find(rule => rule.left[0] === left && rule.right === right)?.lift).toBeCloseTo(lift, 12)
      expect(owners).toHaveLength(count)
      expect(owners.every(place => lists[place]?.includes(left) && lists[place]?.includes(right))).toBe(true)
    }
  }
  expect(rules.length).toBeGreaterThan(10)
})
