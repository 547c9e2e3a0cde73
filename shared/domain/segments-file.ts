import { z } from 'zod'
import type { CurrencyCode } from './currency.ts'
import { moneyFromNumber } from './money.ts'
import { type RfmCutPoints, ScoreEdges, ScoreRange } from './rfm.ts'
import type { AnalysisPeriod } from './rfm-analysis.ts'
import type { SegmentColorKey, SegmentRule, SegmentRuleSet } from './segment.ts'

const SegmentName = z.string().trim().min(1).max(50)

/**
 * The shape of a rule file: limits between the scores, then segments in the order in which they are tried.
 *
 * Shape: `period` null is all time; `cutPoints` null takes the quantiles of the data; names differ.
 * Units: days, orders, major units of money.
 */
const SegmentsFile = z
  .strictObject({
    period: z.strictObject({ months: z.int().min(1).max(120) }).nullable(),
    cutPoints: z
      .strictObject({ recencyDays: ScoreEdges, orderCount: ScoreEdges, spend: ScoreEdges })
      .nullable(),
    segments: z
      .array(z.strictObject({ name: SegmentName, r: ScoreRange, f: ScoreRange, m: ScoreRange }))
      .min(1)
      .max(50),
    otherwise: SegmentName,
  })
  .refine(({ segments, otherwise }) => {
    const names = [otherwise, ...segments.map(segment => segment.name)]
    return new Set(names).size === names.length
  }, 'names must differ')
type SegmentsFile = z.infer<typeof SegmentsFile>

/** What a rule file asks for, or what is wrong with it: path and message of each mistake. */
export type SegmentsFileReading =
  | {
      readonly kind: 'read'
      readonly period: AnalysisPeriod
      readonly cutPoints: RfmCutPoints | null
      readonly rules: SegmentRuleSet
    }
  | { readonly kind: 'invalid'; readonly issues: readonly string[] }

/**
 * Checks a rule file, already parsed from JSON.
 *
 * Shape: segments get the codes segment-1, segment-2 … and the one for the rest 'others'; they keep their names. Their
 * colours follow from their ranges: high or low in R, F and M by the middle of the range.
 * Units: money in major units, turned to minor units of `currency`; more decimals than it has are a mistake.
 * Errors: never throws; the caller answers `rule-invalid`.
 */
export function parseSegmentsFile(json: unknown, currency: CurrencyCode): SegmentsFileReading {
  const parsed = SegmentsFile.safeParse(json)
  if (!parsed.success) {
    return {
      kind: 'invalid',
      issues: parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`),
    }
  }
  const { period, cutPoints, segments, otherwise } = parsed.data
  const minorCutPoints = cutPoints && toMinorCutPoints(cutPoints, currency)
  if (minorCutPoints === undefined) {
    return { kind: 'invalid', issues: ['cutPoints.spend: more decimals than the currency has'] }
  }
  return {
    kind: 'read',
    period: period ? { kind: 'months', months: period.months } : { kind: 'all' },
    cutPoints: minorCutPoints,
    rules: {
      segments: segments.map((segment, index) => toRule(segment, `segment-${index + 1}`)),
      otherwise: { code: 'others', name: otherwise, colorKey: 'none' },
    },
  }
}

function toMinorCutPoints(
  cutPoints: NonNullable<SegmentsFile['cutPoints']>,
  currency: CurrencyCode,
): RfmCutPoints | undefined {
  const { recencyDays, orderCount, spend } = cutPoints
  const minor = spend
    .map(edge => moneyFromNumber(edge, currency))
    .flatMap(r => (r.kind === 'read' ? [r.minor] : []))
  const [a, b, c, d] = minor
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  return { recencyDays, orderCount, spendMinor: [a, b, c, d] }
}

function toRule(segment: SegmentsFile['segments'][number], code: string): SegmentRule {
  return { code, ...segment, colorKey: colorOf(segment) }
}

function colorOf({ r, f, m }: Pick<SegmentRule, 'r' | 'f' | 'm'>): SegmentColorKey {
  const isHigh = ([low, high]: readonly [number, number]) => low + high > 6
  const act = isHigh(r) ? (isHigh(f) ? 'value' : 'grow') : isHigh(f) ? 'hold' : 'win'
  return `${act}${isHigh(m) ? 'Hi' : 'Lo'}`
}
