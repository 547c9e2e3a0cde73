import { describe, expect, it } from 'vitest'
import { toBaskets } from '#main/analytics/baskets/basket-columns.ts'
import { type BasketRule, findBasketRules, type RuleLimits } from '#main/analytics/baskets/basket-rules.ts'

const limits: RuleLimits = {
  ...{ minimumCount: 1, minimumSupport: 0.2, minimumConfidence: 0, minimumLift: 0, mostItems: 10 },
}
const [bread, butter, jam, tea] = [0, 1, 2, 3]

/** Ten baskets: bread in 6, butter in 5, both in 4; jam in 2, both times with bread and butter; tea alone once. */
const ten = toBaskets(
  [
    [bread, butter, jam],
    [bread, butter, jam, bread],
    [bread, butter],
    [bread, butter],
    [bread],
    [bread],
    [butter],
    [tea],
    [],
    [],
  ],
  4,
)
const words = ({ left, right }: BasketRule) => `${left.join('+')}=>${right}`

describe('rules of what is bought together', () => {
  it('D12: carry the measures worked by hand', () => {
    const { rules, isCut } = findBasketRules(ten, limits)
    expect(isCut).toBe(false)
    const rule = rules.find(one => words(one) === '0=>1')
    expect(rule).toMatchObject({ count: 4, leftCount: 6, rightCount: 5, support: 0.4 })
    expect(rule?.confidence).toBeCloseTo(4 / 6, 12)
    expect(rule?.lift).toBeCloseTo(4 / 6 / 0.5, 12)
    expect(rule?.leverage).toBeCloseTo(0.4 - 0.6 * 0.5, 12)
    expect(rule?.conviction).toBeCloseTo(0.5 / (1 - 4 / 6), 12)
    expect(rules.find(one => words(one) === '2=>0')?.conviction).toBeNull()
  })

  it('D12: stand in the order of their lift, with up to the wanted number of items', () => {
    // By hand: bread+butter => jam 2.5; every rule of jam with butter on one side 2; with bread 1.67; bread with butter 1.33.
    const { rules } = findBasketRules(ten, limits)
    expect(rules.map(({ lift }) => lift.toFixed(2))).toEqual([
      ...['2.50', '2.00', '2.00', '2.00', '1.67', '1.67', '1.67', '1.33', '1.33'],
    ])
    expect(words(rules[0] as BasketRule)).toBe('0+1=>2')
    expect(
      findBasketRules(ten, { ...limits, mostItems: 2 }).rules.every(({ left }) => left.length === 1),
    ).toBe(true)
  })

  it('D12: are the same as those of a plain count of every pair and triple', () => {
    let seed = 11
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed / 2_147_483_647
    }
    const lists = Array.from({ length: 300 }, () =>
      Array.from({ length: 6 }, () => Math.floor(random() ** 2 * 12)),
    )
    const wide = {
      ...{ minimumCount: 1, minimumSupport: 0.03, minimumConfidence: 0.3, minimumLift: 1, mostItems: 3 },
    }
    const found = findBasketRules(toBaskets(lists, 12), wide).rules
    const holds = (items: readonly number[]) =>
      lists.filter(list => items.every(item => list.includes(item))).length
    const expected: string[] = []
    const ofLeft = (left: readonly number[]) => {
      for (let right = 0; right < 12; right++) {
        if (left.includes(right)) continue
        const count = holds([...left, right])
        const confidence = count / holds(left)
        if (count >= 9 && confidence >= 0.3 && confidence >= holds([right]) / 300)
          expected.push(`${left.join('+')}=>${right} ${count}`)
      }
    }
    for (let one = 0; one < 12; one++) {
      ofLeft([one])
      for (let other = one + 1; other < 12; other++) ofLeft([one, other])
    }
    expect(found.map(rule => `${words(rule)} ${rule.count}`).sort()).toEqual(expected.sort())
    expect(expected.length).toBeGreaterThan(50)
    const first = findBasketRules(toBaskets(lists, 12), wide, 7)
    expect([first.ruleCount, first.rules]).toEqual([expected.length, found.slice(0, 7)])
  })

  it('D12: hide what stands in fewer baskets than the least number', () => {
    const { rules } = findBasketRules(ten, { ...limits, minimumSupport: 0, minimumCount: 3 })
    expect(rules.map(words).sort()).toEqual(['0=>1', '1=>0'])
  })

  it('nothing bought gives no rule', () => {
    expect(findBasketRules(toBaskets([], 0), limits)).toEqual({ rules: [], ruleCount: 0, isCut: false })
  })
})
