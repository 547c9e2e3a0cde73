import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type BasketColumns, toBaskets } from '#main/analytics/baskets/basket-columns.ts'
import { findBasketRules } from '#main/analytics/baskets/basket-rules.ts'
import { hasPublishedFile, publishedPath, readPublishedCsv } from '#test/main/analytics/published-data.ts'

const groceriesFile = 'analysis/groceries_baskets.csv'
const retailFile = 'analysis/online_retail_europe.csv'

/** Numbers items as they come; `names` gives the way back. */
function numbered(lists: readonly (readonly string[])[]): { baskets: BasketColumns; names: string[] } {
  const numbers = new Map<string, number>()
  const numberOf = (name: string) => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, numbers.size)
    return numbers.size - 1
  }
  const items = lists.map(list => list.map(numberOf))
  return { baskets: toBaskets(items, numbers.size), names: [...numbers.keys()] }
}

describe.skipIf(!hasPublishedFile(groceriesFile))('Groceries, 9,835 baskets (needs KEHU_TEST_DATA)', () => {
  const groceries = () =>
    numbered(
      readFileSync(publishedPath(groceriesFile), 'utf8')
        .trimEnd()
        .split(/\r?\n/)
        .map(line => line.split(',')),
    )

  it.each([
    [0.006, 0.25, 463, 'herbs => root vegetables', [0.007_015_76, 0.431_25, 3.956_477]],
    [0.01, 0.5, 15, 'citrus fruit, root vegetables => other vegetables', [0.010_371, 0.586_207, 3.029_608]],
    [0.001, 0.8, 410, 'liquor, red/blush wine => bottled beer', [0.001_931_876, 0.904_761_9, 11.235_269]],
    [
      0.001,
      0.5,
      5668,
      'Instant food products, soda => hamburger meat',
      [0.001_220_132, 0.631_578_9, 18.995_654],
    ],
  ])(
    'D12: support %d and confidence %d give %d rules, the highest %s',
    (minimumSupport, minimumConfidence, count, top, measures) => {
      const { baskets, names } = groceries()
      const { rules } = findBasketRules(baskets, {
        ...{ minimumCount: 1, minimumSupport, minimumConfidence, minimumLift: 0, mostItems: 10 },
      })
      expect(rules).toHaveLength(count)
      const [first] = rules
      const left = first?.left.map(item => names[item] ?? '').sort()
      expect(`${left?.join(', ')} => ${names[first?.right ?? -1]}`).toBe(top)
      const found = [first?.support ?? 0, first?.confidence ?? 0, first?.lift ?? 0]
      for (const [index, value] of measures.entries()) expect(found[index]).toBeCloseTo(value, 6)
    },
  )

  it('D12: the sizes of the 463 and the 5,668 rules are the published ones', () => {
    const { baskets } = groceries()
    const sizes = (minimumSupport: number, minimumConfidence: number) => {
      const counts: Record<number, number> = {}
      const limits = { minimumCount: 1, minimumSupport, minimumConfidence, minimumLift: 0, mostItems: 10 }
      for (const { left } of findBasketRules(baskets, limits).rules)
        counts[left.length + 1] = (counts[left.length + 1] ?? 0) + 1
      return counts
    }
    expect(sizes(0.006, 0.25)).toEqual({ 2: 150, 3: 297, 4: 16 })
    expect(sizes(0.001, 0.5)).toEqual({ 2: 11, 3: 1461, 4: 3211, 5: 939, 6: 46 })
  })
})

describe.skipIf(!hasPublishedFile(retailFile))('Online Retail, Germany (needs KEHU_TEST_DATA)', () => {
  it('D12: 457 baskets give the 18 published rules with their lifts', () => {
    const byInvoice = new Map<string, string[]>()
    for (const row of readPublishedCsv(retailFile)) {
      const [invoice = '', name = ''] = [row.InvoiceNo, row.Description?.trim()]
      if (row.Country !== 'Germany' || invoice.startsWith('C') || Number(row.Quantity) <= 0) continue
      const list = byInvoice.get(invoice) ?? []
      byInvoice.set(invoice, list)
      if (name !== 'POSTAGE') list.push(name)
    }
    expect(byInvoice.size).toBe(457)
    const { baskets, names } = numbered([...byInvoice.values()])
    const limits = {
      minimumCount: 1,
      minimumSupport: 0.05,
      minimumConfidence: 0,
      minimumLift: 1,
      mostItems: 10,
    }
    const { rules } = findBasketRules(baskets, limits)
    expect(rules).toHaveLength(18)
    const rule = (left: string, right: string) => {
      const found = rules.find(
        one => one.left.map(item => names[item]).join() === left && names[one.right] === right,
      )
      return [found?.lift, found?.confidence, found?.support].map(value => value?.toFixed(6))
    }
    expect(rule('WOODLAND CHARLOTTE BAG', 'RED RETROSPOT CHARLOTTE BAG')).toEqual([
      '6.648168',
      '0.465517',
      '0.059081',
    ])
    expect(rule('PLASTERS IN TIN CIRCUS PARADE', 'PLASTERS IN TIN WOODLAND ANIMALS')).toEqual([
      '4.242887',
      '0.584906',
      '0.067834',
    ])
    expect(rule('PLASTERS IN TIN SPACEBOY', 'PLASTERS IN TIN WOODLAND ANIMALS')).toEqual([
      '4.145125',
      '0.571429',
      '0.061269',
    ])
  })
})
