import { describe, expect, it } from 'vitest'
import { parseSegmentsFile } from '#shared/domain/segments-file.ts'

const file = {
  period: null,
  cutPoints: {
    recencyDays: [77, 126, 177, 266],
    orderCount: [8, 10, 11, 13],
    spend: [641, 827, 1003, 1226.5],
  },
  segments: [
    { name: 'Champions', r: [5, 5], f: [5, 5], m: [5, 5] },
    { name: "Can't Lose Them", r: [1, 2], f: [3, 4], m: [4, 5] },
    { name: '新朋友', r: [4, 5], f: [1, 2], m: [1, 2] },
  ],
  otherwise: 'Others',
}
const issuesOf = (changed: object) => {
  const reading = parseSegmentsFile({ ...file, ...changed }, 'CNY')
  return reading.kind === 'invalid' ? reading.issues : []
}

describe('a rule file', () => {
  it('gives period, limits in minor units, and named segments in order', () => {
    const reading = parseSegmentsFile(file, 'CNY')
    expect(reading).toEqual({
      kind: 'read',
      period: { kind: 'all' },
      cutPoints: {
        recencyDays: [77, 126, 177, 266],
        orderCount: [8, 10, 11, 13],
        spendMinor: [64_100, 82_700, 100_300, 122_650],
      },
      rules: {
        segments: [
          { code: 'segment-1', name: 'Champions', colorKey: 'valueHi', r: [5, 5], f: [5, 5], m: [5, 5] },
          { code: 'segment-2', name: "Can't Lose Them", colorKey: 'holdHi', r: [1, 2], f: [3, 4], m: [4, 5] },
          { code: 'segment-3', name: '新朋友', colorKey: 'growLo', r: [4, 5], f: [1, 2], m: [1, 2] },
        ],
        otherwise: { code: 'others', name: 'Others', colorKey: 'none' },
      },
    })
  })

  it('counts money in the units of the currency', () => {
    const whole = { ...file, cutPoints: { ...file.cutPoints, spend: [8.1, 10, 10, 12] } }
    const edgesIn = (currency: 'CNY' | 'KWD') => {
      const reading = parseSegmentsFile(whole, currency)
      return reading.kind === 'read' ? reading.cutPoints?.spendMinor : reading.issues
    }
    expect(edgesIn('CNY')).toEqual([810, 1000, 1000, 1200])
    expect(edgesIn('KWD')).toEqual([8100, 10_000, 10_000, 12_000])
    expect(parseSegmentsFile(file, 'JPY').kind).toBe('invalid')
  })

  it('may ask for the last months and for the quantiles of the data', () => {
    const reading = parseSegmentsFile({ ...file, period: { months: 12 }, cutPoints: null }, 'CNY')
    expect(reading).toMatchObject({ kind: 'read', period: { kind: 'months', months: 12 }, cutPoints: null })
  })

  it('is refused as a whole with the place of the mistake', () => {
    const [champions] = file.segments
    const refused: [object, RegExp][] = [
      [{ segments: [{ ...champions, r: [5, 4] }] }, /^segments\.0\.r: /],
      [{ segments: [{ ...champions, f: [0, 5] }] }, /^segments\.0\.f\.0: /],
      [{ segments: [{ ...champions, name: ' ' }] }, /^segments\.0\.name: /],
      [{ segments: [] }, /^segments: /],
      [{ segments: [champions, champions] }, /names must differ/],
      [{ otherwise: 'Champions' }, /names must differ/],
      [{ otherwise: undefined }, /^otherwise: /],
      [{ period: undefined }, /^period: /],
      [{ period: { months: 0 } }, /^period\.months: /],
      [{ cutPoints: { ...file.cutPoints, spend: [3, 2, 5, 6] } }, /^cutPoints\.spend: /],
      [{ cutPoints: { ...file.cutPoints, orderCount: [1, 2, 3] } }, /^cutPoints\.orderCount: /],
      [{ cutPoints: { ...file.cutPoints, spend: [1.005, 2, 3, 4] } }, /^cutPoints\.spend: /],
      [{ typo: 1 }, /typo/],
    ]
    for (const [change, issue] of refused) expect(issuesOf(change).join('\n')).toMatch(issue)
  })

  it('that holds something else is refused', () => {
    for (const json of [undefined, null, [], 'text', 5, {}])
      expect(parseSegmentsFile(json, 'CNY').kind).toBe('invalid')
  })
})
