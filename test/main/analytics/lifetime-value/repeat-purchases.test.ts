import { expect, it } from 'vitest'
import { checkHoldout } from '#main/analytics/lifetime-value/holdout.ts'
import { countRepeatPurchases } from '#main/analytics/lifetime-value/repeat-purchases.ts'
import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'

type Line = readonly [customer: number, day: number, minor: number, isCounted?: 0]
const columnsOf = (lines: readonly Line[]): PurchaseColumns => ({
  customerIndex: Int32Array.from(lines, line => line[0]),
  orderedOnDay: Int32Array.from(lines, line => line[1]),
  netMinor: Float64Array.from(lines, line => line[2]),
  isCounted: Uint8Array.from(lines, line => line[3] ?? 1),
})
const plain = (columns: ReturnType<typeof countRepeatPurchases>) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from(column)]))

it('days of purchase after the first are counted, several orders of a day once, in whatever order they stand', () => {
  const lines: Line[] = [
    [0, 30, 500],
    [0, 10, 900],
    [0, 30, 100],
    [0, 24, 300],
    [1, 40, 700],
    // A refund document, a day after the reference date, a sale without a customer, one who is left out.
    [0, 44, -200, 0],
    [1, 51, 700],
    [-1, 20, 700],
    [2, 20, 700],
  ]
  expect(plain(countRepeatPurchases(columnsOf(lines), Uint8Array.of(0, 0, 1, 0), 50))).toEqual({
    ...{ customerIndex: [0, 1], repeats: [2, 0], lastAge: [20, 0], age: [40, 10] },
    // (300 + 500 + 100) / 2
    meanSpend: [450, 0],
  })
})

it('a customer with very many orders is counted like one with few', () => {
  const days = Array.from({ length: 1000 }, (_, index) => (index * 377) % 997)
  const counted = countRepeatPurchases(columnsOf(days.map(day => [0, day, 100])), Uint8Array.of(0), 2000)
  const distinct = new Set(days).size
  expect(plain(counted)).toMatchObject({ repeats: [distinct - 1], lastAge: [996], age: [2000] })
  expect(counted.meanSpend[0]).toBeCloseTo((100 * days.filter(day => day !== 0).length) / (distinct - 1), 10)
})

it('nobody bought: no rows', () => {
  expect(countRepeatPurchases(columnsOf([]), new Uint8Array(3), 100).repeats).toHaveLength(0)
})

it('a check groups by repeats so far, seven and more together, and sets what came beside what was expected', () => {
  const of = (customerIndex: number[], repeats: number[]) => ({
    customerIndex: Int32Array.from(customerIndex),
    repeats: Int32Array.from(repeats),
    lastAge: Float64Array.from(repeats, () => 10),
    age: Float64Array.from(repeats, () => 20),
    meanSpend: new Float64Array(repeats.length),
  })
  const model = { r: 0.5, alpha: 10, a: 0.8, b: 2.5 }
  const groups = checkHoldout(
    model,
    of([1, 4, 6, 9], [0, 9, 0, 7]),
    of([0, 1, 4, 6, 9], [5, 2, 12, 1, 8]),
    20,
  )
  expect(groups.map(({ repeats, customers, actual }) => [repeats, customers, actual])).toEqual([
    [0, 2, 1.5],
    [7, 2, 2],
  ])
  for (const group of groups) expect(group.expected).toBeGreaterThan(0)
})
