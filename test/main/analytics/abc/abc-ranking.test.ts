import { describe, expect, it } from 'vitest'
import {
  firstPlaces,
  paretoCurve,
  placeOf,
  rankSums,
  summarizeClasses,
  topFifth,
} from '#main/analytics/abc/abc-ranking.ts'
import { refundsByProduct } from '#main/analytics/abc/later-refunds.ts'
import { usualAbcLimits } from '#shared/domain/abc.ts'
import { hasPublishedFile, readPublishedCsv } from '#test/main/analytics/published-data.ts'

const limits = usualAbcLimits
const rank = (...sums: number[]) => rankSums(Float64Array.from(sums), limits)
const classesOf = (...sums: number[]) =>
  sums.map(sum => placeOf(rankSums(Float64Array.from(sums), limits), sum).class).join('')

describe('classes A, B and C', () => {
  it('D: a class holds those who with all larger ones make up no more than its share', () => {
    // Of 1,000: 500, 800, 900, 950, 1,000 are reached.
    expect(classesOf(500, 50, 300, 100, 50)).toBe('ACABC')
    expect(classesOf(500, 300, 100, 50, 49, 1)).toBe('AABBCC')
    // 80.1 % is more than 80 %.
    expect(classesOf(500, 301, 99, 50, 50)).toBe('ABBCC')
  })

  it('D: both limits are settable; where they are one there is no B', () => {
    const at = (aShare: number, bShare: number) =>
      summarizeClasses(rankSums(Float64Array.of(50, 30, 15, 5), { aShare, bShare })).map(({ count }) => count)
    expect(at(0.5, 0.8)).toEqual([1, 1, 2, 0])
    expect(at(0.95, 0.95)).toEqual([3, 0, 1, 0])
    expect(at(1, 1)).toEqual([4, 0, 0, 0])
    // The largest is A however little A may hold.
    expect(at(0, 0)).toEqual([1, 0, 3, 0])
  })

  it('D: equal sums share rank, cumulated share and class, so that no order decides who is better', () => {
    const ranking = rank(60, 10, 10, 10, 5, 5)
    expect(placeOf(ranking, 10)).toEqual({
      ...{ rank: 2, netMinor: 10, share: 0.1, cumulatedShare: 0.9, class: 'B' },
    })
    expect(placeOf(ranking, 5)).toMatchObject({ rank: 5, cumulatedShare: 1, class: 'C' })
    expect(classesOf(7, 7, 7, 7)).toBe('AAAA')
    expect(classesOf(100)).toBe('A')
  })

  it('D: who gave back as much as was bought, or more, stands last, is of no class, and never bends the curve', () => {
    const ranking = rank(-40, 80, 0, 20)
    expect(placeOf(ranking, -40)).toEqual({
      ...{ rank: 4, netMinor: -40, share: 0, cumulatedShare: 1, class: 'none' },
    })
    expect(placeOf(ranking, 0)).toMatchObject({ rank: 3, class: 'none' })
    expect(summarizeClasses(ranking)).toEqual([
      { class: 'A', count: 1, netMinor: 80, share: 0.8 },
      { class: 'B', count: 0, netMinor: 0, share: 0 },
      { class: 'C', count: 1, netMinor: 20, share: 0.2 },
      { class: 'none', count: 2, netMinor: -40, share: 0 },
    ])
    expect(paretoCurve(ranking)).toEqual([
      ...[
        { count: 0, share: 0 },
        { count: 1, share: 0.8 },
        { count: 2, share: 1 },
        { count: 3, share: 1 },
        { count: 4, share: 1 },
      ],
    ])
  })

  it('D: of random sums with many equal ones, each class is what adding up all larger and equal ones gives', () => {
    let seed = 17
    for (let round = 0; round < 200; round++) {
      const sums = Array.from({ length: 1 + (round % 40) }, () => {
        seed = (seed * 48_271) % 2_147_483_647
        return (seed % 30) - 5
      })
      const gain = sums.reduce((total, sum) => total + Math.max(0, sum), 0)
      const expected = sums.map(sum => {
        if (sum <= 0) return 'none'
        const reached = sums.filter(other => other >= sum).reduce((total, other) => total + other, 0)
        if (sum === Math.max(...sums) || 10 * reached <= 8 * gain) return 'A'
        return 100 * reached <= 95 * gain ? 'B' : 'C'
      })
      expect(classesOf(...sums)).toBe(expected.join(''))
    }
  })

  it('D: nothing sold has no curve and no best fifth, and nobody a class', () => {
    for (const ranking of [rank(), rank(0, -5)]) {
      expect([paretoCurve(ranking), topFifth(ranking)]).toEqual([[], null])
      expect(summarizeClasses(ranking).slice(0, 3)).toEqual(
        ['A', 'B', 'C'].map(name => ({ class: name, count: 0, netMinor: 0, share: 0 })),
      )
    }
    expect(firstPlaces(new Float64Array(), rank(), 10)).toEqual([])
  })

  it('D: the largest are listed first, equal ones in their order, no more than asked for', () => {
    const sums = Float64Array.of(5, 9, 5, -1, 9, 5)
    const first = (count: number) => firstPlaces(sums, rankSums(sums, limits), count)
    expect(first(3)).toEqual([1, 4, 0])
    expect(first(99)).toEqual([1, 4, 0, 2, 5, 3])
    expect(first(0)).toEqual([])
  })

  it('D: of many the curve has 101 points that never fall, from none to all', () => {
    const curve = paretoCurve(
      rankSums(
        Float64Array.from({ length: 2500 }, (_, n) => n - 200),
        limits,
      ),
    )
    expect([curve.length, curve[0], curve.at(-1)]).toEqual([
      101,
      { count: 0, share: 0 },
      { count: 2500, share: 1 },
    ])
    expect(curve.map(point => point.share)).toEqual(curve.map(point => point.share).toSorted((a, b) => a - b))
    // 25 of 2,300 - 1, 2,300 - 2, …: half of 25 * (2299 + 2275), of half of 2299 * 2300.
    expect(curve[1]?.share).toBeCloseTo((25 * (2299 + 2275)) / (2299 * 2300), 12)
  })
})

describe('refunds that came later', () => {
  it('D: one of a line is its product’s; one of an order is spread over what else was taken off its lines', () => {
    const lines = [
      [1, 11, 7, 30],
      [1, 12, 8, 60],
      [1, 13, null, 10],
      [2, 21, 7, 5],
    ] as const
    // Of 70: line 11 has 30 - 20 left, line 12 60, line 13 10: 8.75, 52.5, 8.75 -> 9, 52, 9 since the largest remainders are rounded up.
    const sums = refundsByProduct(
      [
        [1, 11, 20],
        [1, null, 70],
        [2, null, 5],
        [3, null, 99],
      ],
      lines,
    )
    expect([...sums]).toEqual([
      [7, 20 + 9 + 5],
      [8, 52],
    ])
  })
})

const retailFile = 'analysis/online_retail_europe.csv'
describe.skipIf(!hasPublishedFile(retailFile))('Online Retail Europe (needs KEHU_TEST_DATA)', () => {
  it('D: 331 customers bring 1,393,992.30, the best fifth 80.26 %; 65 make up the first 80 %', () => {
    const sums = new Map<string, number>()
    for (const { Quantity, UnitPrice, CustomerID = '' } of readPublishedCsv(retailFile)) {
      const [quantity, price] = [Number(Quantity), Number(UnitPrice)]
      if (quantity <= 0 || price <= 0 || CustomerID === '') continue
      sums.set(CustomerID, (sums.get(CustomerID) ?? 0) + Math.round(quantity * price * 100))
    }
    const ranking = rankSums(Float64Array.from(sums.values()), limits)
    expect([ranking.sortedMinor.length, ranking.gainMinor]).toEqual([331, 139_399_230])
    const [a, b, c] = summarizeClasses(ranking)
    expect(a?.count).toBe(65)
    expect((a?.count ?? 0) + (b?.count ?? 0) + (c?.count ?? 0)).toBe(331)
    const fifth = topFifth(ranking)
    expect((100 * (fifth?.share ?? 0)).toFixed(2)).toBe('80.26')
    expect(paretoCurve(ranking)[20]).toEqual(fifth)
  })
})
