import { z } from 'zod'
import { CalendarDate, CalendarMonth } from './calendar-date.ts'
import { RfmCutPoints, RfmScore, ScoreRange } from './rfm.ts'
import { SegmentColorKey, SegmentLabel, SegmentRule } from './segment.ts'

/** Which orders F and M count: all until the reference date, or the last months before it. */
export const AnalysisPeriod = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('months'), months: z.int().min(1).max(120) }),
])
export type AnalysisPeriod = z.infer<typeof AnalysisPeriod>

const Score = RfmScore

/** A rule set as it is edited and stored; each save makes a new version. */
export const RfmRuleSet = z.object({
  code: z.string().min(1).max(50),
  name: z.string().max(50).nullable(),
  version: z.int().positive(),
  /** Null: quantiles of the customers of the day. */
  cutPoints: RfmCutPoints.nullable(),
  segments: z.array(SegmentRule).min(1).max(50),
  otherwise: SegmentLabel,
})
export type RfmRuleSet = z.infer<typeof RfmRuleSet>

/** What an analysis is asked for. The same request on the same data gives the same answer. */
export const RfmRequest = z.object({
  asOf: CalendarDate,
  period: AnalysisPeriod,
  ruleSetCode: z.string().min(1).max(50),
})
export type RfmRequest = z.infer<typeof RfmRequest>

/** A chart's title in words, from a template of the catalogue (`finding.<code>`). */
export const Finding = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Finding = z.infer<typeof Finding>

/** One segment with its figures. The sum over all segments is the number of customers. */
export const SegmentSummary = z.object({
  code: z.string(),
  name: z.string().nullable(),
  colorKey: SegmentColorKey,
  r: ScoreRange.nullable(),
  f: ScoreRange.nullable(),
  m: ScoreRange.nullable(),
  customerCount: z.int(),
  spendMinor: z.int(),
  spendRate: z.number(),
  averageRecencyDays: z.number().nullable(),
})
export type SegmentSummary = z.infer<typeof SegmentSummary>

/** Revenue and customers of one month. */
export const MonthSummary = z.object({
  month: z.string(),
  revenueMinor: z.int(),
  orderCount: z.int(),
  newCustomers: z.int(),
  returningCustomers: z.int(),
})
export type MonthSummary = z.infer<typeof MonthSummary>

/** Everything that the segments page shows for one request. */
export const RfmAnalysis = z.object({
  asOf: CalendarDate,
  fromOn: CalendarDate.nullable(),
  ruleSet: RfmRuleSet,
  cutPoints: RfmCutPoints.nullable(),
  customerCount: z.int(),
  noPurchaseCount: z.int(),
  segments: z.array(SegmentSummary),
  /** 25 cells, R 5..1 by F 1..5. */
  heatMap: z.array(z.object({ r: Score, f: Score, customerCount: z.int(), spendMinor: z.int() })),
  months: z.array(MonthSummary),
  findings: z.object({ segments: Finding, heatMap: Finding, revenue: Finding, customers: Finding }),
  /** Opening balances that count whole, and those that cannot be split by the period. */
  balancesIncluded: z.int(),
  balancesNotSplit: z.int(),
  /** Refunds without a date of their own: they count from the day on which they were first seen. */
  refundsUndated: z.int(),
  revision: z.string(),
  elapsedMs: z.number(),
})
export type RfmAnalysis = z.infer<typeof RfmAnalysis>

/** Which customers of an analysis are meant: a mark of a chart. */
export const MemberSelector = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('segment'), code: z.string() }),
  z.object({ kind: z.literal('cell'), r: Score, f: Score }),
  /** A saved segment; its name and rule in words stand on what is printed. */
  z.object({
    kind: z.literal('saved'),
    segmentId: z.int().positive(),
    name: z.string().max(50),
    words: z.string().max(5000),
  }),
  z.object({
    kind: z.literal('month'),
    month: CalendarMonth,
    group: z.enum(['all', 'new', 'returning']),
  }),
])
export type MemberSelector = z.infer<typeof MemberSelector>

/** A customer with the figures that led to the scores. Scores are null without a counted purchase. */
export const SegmentMember = z.object({
  customerId: z.int(),
  archiveNumber: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  isContactRefused: z.boolean(),
  segmentCode: z.string(),
  lastOn: CalendarDate.nullable(),
  recencyDays: z.int().nullable(),
  orderCount: z.int(),
  spendMinor: z.int(),
  r: Score.nullable(),
  f: Score.nullable(),
  m: Score.nullable(),
})
export type SegmentMember = z.infer<typeof SegmentMember>

/** One score with everything needed to compute it again on paper. Limits are inclusive; null = open. */
export const ScoreExplanation = z.object({
  value: z.number(),
  score: Score,
  lowerLimit: z.number().nullable(),
  upperLimit: z.number().nullable(),
})
export type ScoreExplanation = z.infer<typeof ScoreExplanation>

/** Why a customer is in a segment. `recencyDays` etc. are null without a counted purchase. */
export const CustomerExplanation = z.object({
  customerId: z.int(),
  asOf: CalendarDate,
  fromOn: CalendarDate.nullable(),
  ruleSetCode: z.string(),
  ruleVersion: z.int(),
  segment: SegmentSummary.pick({ code: true, name: true, colorKey: true, r: true, f: true, m: true }),
  lastOn: CalendarDate.nullable(),
  recencyDays: ScoreExplanation.nullable(),
  orderCount: ScoreExplanation.nullable(),
  spendMinor: ScoreExplanation.nullable(),
  /** Opening balance: not there, added whole, or its sums cannot be split by the period. */
  balance: z.enum(['none', 'included', 'not-split']),
})
export type CustomerExplanation = z.infer<typeof CustomerExplanation>
