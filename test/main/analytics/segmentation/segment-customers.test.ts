import { describe, expect, it } from 'vitest'
import type { RfmScores } from '#main/analytics/rfm/rfm-columns.ts'
import { computeCutPoints } from '#main/analytics/rfm/rfm-cut-points.ts'
import { scoreCustomers } from '#main/analytics/rfm/rfm-scores.ts'
import { assignSegments, listSegments } from '#main/analytics/segmentation/segment-customers.ts'
import { classicEight, tenSegments } from '#main/analytics/segmentation/segment-rules.ts'
import { summarizeSegments } from '#main/analytics/segmentation/segment-summaries.ts'
import { SegmentRuleSet } from '#shared/domain/segment.ts'
import { measures, shopAsOf, shopOfTwelve } from '#test/main/analytics/sample-shop.ts'

const shopScores = scoreCustomers(shopOfTwelve, shopAsOf, computeCutPoints(shopOfTwelve, shopAsOf, 100))

/** Scores from cells such as '545'; '000' has no purchase. */
function scoresOf(cells: readonly string[]): RfmScores {
  const column = (place: number) => Uint8Array.from(cells, cell => Number(cell[place]))
  return { r: column(0), f: column(1), m: column(2) }
}

const codesOf = (cells: readonly string[], rules: SegmentRuleSet) =>
  Array.from(assignSegments(scoresOf(cells), rules), index => listSegments(rules)[index]?.code)

/** All 125 combinations of three scores. */
const allCells = Array.from(
  { length: 125 },
  (_, n) => `${1 + Math.floor(n / 25)}${1 + (Math.floor(n / 5) % 5)}${1 + (n % 5)}`,
)

describe('the ten segments', () => {
  it('take the shop of twelve as worked by hand', () => {
    const codes = Array.from(
      assignSegments(shopScores, tenSegments),
      index => listSegments(tenSegments)[index]?.code,
    )
    expect(codes).toEqual([
      'champions',
      'champions',
      'new-customers',
      'potential-loyalist',
      'new-customers',
      'potential-loyalist',
      'about-to-sleep',
      'about-to-sleep',
      'about-to-sleep',
      'lost',
      'lost',
      'no-purchase',
    ])
  })

  it('go to the first that matches', () => {
    // 444 fits Potential Loyalist and Loyal Customers; 243 fits Loyal Customers and Need Attention; 144 Can't Lose Them and At Risk
    expect(codesOf(['444', '243', '144', '155'], tenSegments)).toEqual([
      'potential-loyalist',
      'loyal-customers',
      'cant-lose-them',
      'at-risk',
    ])
  })

  it('leave to the others exactly the combinations that no rule names', () => {
    // R 5 with F 4 or 5 and M 1; R 2 with F 1 and M 5; …: reckoned by trying each rule on each combination
    const matches = (cell: string) => {
      const [r = 0, f = 0, m = 0] = Array.from(cell, Number)
      const within = (score: number, [low, high]: readonly [number, number]) => score >= low && score <= high
      return tenSegments.segments.some(rule => within(r, rule.r) && within(f, rule.f) && within(m, rule.m))
    }
    const codes = codesOf(allCells, tenSegments)
    for (const [index, cell] of allCells.entries())
      expect(codes[index] === 'others', cell).toBe(!matches(cell))
    expect(codesOf(['541', '215'], tenSegments)).toEqual(['others', 'others'])
  })
})

describe('the eight classical classes', () => {
  it('follow the cube of high and low, high being 4 or 5', () => {
    expect(codesOf(['545', '415', '245', '134', '541', '513', '352', '333'], classicEight())).toEqual([
      'important-value',
      'important-grow',
      'important-hold',
      'important-win',
      'ordinary-value',
      'ordinary-grow',
      'ordinary-hold',
      'ordinary-win',
    ])
  })

  it('take every combination exactly once', () => {
    const { segments } = classicEight()
    for (const cell of allCells) {
      const [r = 0, f = 0, m = 0] = Array.from(cell, Number)
      const fitting = segments.filter(
        rule =>
          r >= rule.r[0] &&
          r <= rule.r[1] &&
          f >= rule.f[0] &&
          f <= rule.f[1] &&
          m >= rule.m[0] &&
          m <= rule.m[1],
      )
      expect(fitting, cell).toHaveLength(1)
    }
  })

  it('move with the limits', () => {
    expect(codesOf(['333'], classicEight({ r: 3, f: 3, m: 3 }))).toEqual(['important-value'])
    expect(codesOf(['333'], classicEight({ r: 3, f: 4, m: 3 }))).toEqual(['important-grow'])
  })
})

describe('every built-in set', () => {
  it('is a valid rule set with a code and a colour for each segment', () => {
    for (const rules of [tenSegments, classicEight()]) {
      expect(SegmentRuleSet.safeParse(rules).success).toBe(true)
      expect(rules.segments.every(segment => segment.name === null && segment.colorKey !== 'none')).toBe(true)
    }
  })

  it('gives each class of the eight a colour of its own', () => {
    expect(new Set(classicEight().segments.map(segment => segment.colorKey)).size).toBe(8)
  })

  it('refuses the same code twice', () => {
    const [first] = tenSegments.segments
    expect(SegmentRuleSet.safeParse({ ...tenSegments, segments: [first, first] }).success).toBe(false)
    const taken = { ...tenSegments, otherwise: { code: 'no-purchase', name: null, colorKey: 'none' } }
    expect(SegmentRuleSet.safeParse(taken).success).toBe(false)
  })
})

describe('summaries of segments', () => {
  const summaries = summarizeSegments(
    shopOfTwelve,
    assignSegments(shopScores, tenSegments),
    tenSegments,
    shopAsOf,
  )

  it('of the shop of twelve are those worked by hand', () => {
    const filled = summaries.filter(summary => summary.customerCount > 0)
    expect(
      filled.map(s => [s.code, s.customerCount, s.spendMinor, s.spendRate, s.averageRecencyDays]),
    ).toEqual([
      ['champions', 2, 140_000, 1400 / 2100, 5.5],
      ['potential-loyalist', 2, 35_000, 350 / 2100, 30],
      ['new-customers', 2, 9000, 90 / 2100, 17.5],
      ['about-to-sleep', 3, 18_000, 180 / 2100, 75],
      ['lost', 2, 8000, 80 / 2100, 225],
      ['no-purchase', 1, 0, 0, null],
    ])
  })

  it('list every class in order, empty ones too, with the ranges of its rule', () => {
    expect(summaries.map(summary => summary.code)).toEqual(
      listSegments(tenSegments).map(segment => segment.code),
    )
    expect(summaries[1]).toMatchObject({ colorKey: 'growHi', r: [3, 5], f: [3, 5], m: [2, 5] })
    expect(summaries[10]).toMatchObject({ code: 'others', r: null, f: null, m: null, customerCount: 0 })
  })

  it('add up to all customers and all spend, whatever the rules', () => {
    let seed = 23
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const rows = Array.from({ length: 700 }, () =>
      next(10) === 0 ? ([null, 0, -next(9)] as const) : ([next(700), 1 + next(9), next(5000) - 100] as const),
    )
    const input = measures(shopAsOf, rows)
    const scores = scoreCustomers(input, shopAsOf, computeCutPoints(input, shopAsOf, 100))
    for (const rules of [tenSegments, classicEight(), classicEight({ r: 2, f: 5, m: 3 })]) {
      const sums = summarizeSegments(input, assignSegments(scores, rules), rules, shopAsOf)
      expect(sums.reduce((sum, segment) => sum + segment.customerCount, 0)).toBe(700)
      const spent = rows.reduce((sum, [, , yuan]) => sum + yuan * 100, 0)
      expect(sums.reduce((sum, segment) => sum + segment.spendMinor, 0)).toBe(spent)
      expect(sums.reduce((sum, segment) => sum + segment.spendRate, 0)).toBeCloseTo(1, 12)
    }
  })

  it('of no customers are rows of nothing', () => {
    const nobody = summarizeSegments(measures(shopAsOf, []), new Uint8Array(), tenSegments, shopAsOf)
    expect(nobody).toHaveLength(12)
    expect(
      nobody.every(s => s.customerCount === 0 && s.spendRate === 0 && s.averageRecencyDays === null),
    ).toBe(true)
  })

  it('give no shares where more was returned than bought', () => {
    const input = measures(shopAsOf, [[5, 1, -10]])
    const segmentOf = assignSegments(scoresOf(['511']), tenSegments)
    expect(summarizeSegments(input, segmentOf, tenSegments, shopAsOf).every(s => s.spendRate === 0)).toBe(
      true,
    )
  })
})
