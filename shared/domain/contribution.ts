import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId } from './customer.ts'
import { Finding, SegmentMember } from './rfm-analysis.ts'

/** Months before the reference date: from `fromMonths` ago, that day excluded, until `toMonths` ago, that day included. */
export const MonthSpan = z
  .object({ fromMonths: z.int().min(1).max(120), toMonths: z.int().min(0).max(119) })
  .refine(({ fromMonths, toMonths }) => fromMonths > toMonths, 'the span must begin before it ends')
export type MonthSpan = z.infer<typeof MonthSpan>

const Share = z.number().min(0).max(1)

/**
 * How a customer's contribution is reckoned and when he belongs to which of the seven groups. Every figure is a setting.
 *
 * Shape: the score is `recentFactor` times the spend of `recent` plus the spend of `base`. Loss and growth compare the last
 * `comparedMonths` with as many before them. `topShare`, `highShare` and `middleShare` are shares of those with a score, counted
 * from the top: the rest contributes little. `pauseMonths`: who bought nothing for so long came back. `seasonMonths`: all
 * purchases of three years lie within so many neighbouring months of the calendar.
 */
export const ContributionRules = z
  .object({
    recent: MonthSpan,
    recentFactor: z.number().min(0).max(100),
    base: MonthSpan,
    comparedMonths: z.int().min(1).max(36),
    lossShare: Share,
    growthFactor: z.number().min(1).max(1000),
    topShare: Share,
    highShare: Share,
    middleShare: Share,
    pauseMonths: z.int().min(1).max(60),
    seasonMonths: z.int().min(1).max(12),
  })
  .refine(
    ({ topShare, highShare, middleShare }) => topShare <= highShare && highShare <= middleShare,
    'the shares must rise',
  )
export type ContributionRules = z.infer<typeof ContributionRules>

const common = {
  ...{ recent: { fromMonths: 3, toMonths: 0 }, recentFactor: 2, comparedMonths: 6, lossShare: 0.9 },
  ...{ topShare: 0.1, highShare: 0.3, middleShare: 0.6, pauseMonths: 6, seasonMonths: 4 },
}

/**
 * The two ready readings of the source: as it prints the score (36 months, growth of 15 times), and the likelier one of the damaged
 * text (months 3 to 6, growth of 1.5 times).
 */
export const contributionPresets = {
  'as-printed': { ...common, base: { fromMonths: 36, toMonths: 0 }, growthFactor: 15 },
  corrected: { ...common, base: { fromMonths: 6, toMonths: 3 }, growthFactor: 1.5 },
} as const satisfies Record<string, ContributionRules>

/** The name of a ready reading. */
export const ContributionPreset = z.enum(['as-printed', 'corrected'])
export type ContributionPreset = z.infer<typeof ContributionPreset>

/** The seven groups in the order in which they are tried; the last one takes the rest. */
export const contributionGroups = [
  'lost-middle',
  'seasonal-low',
  'lost-low',
  'growing-high',
  'stable-top',
  'stable-middle',
  'back-low',
  'unassigned',
] as const
/** One of the seven groups, or none of them. */
export const ContributionGroup = z.enum(contributionGroups)
export type ContributionGroup = z.infer<typeof ContributionGroup>

/** What a contribution analysis is asked for. */
export const ContributionRequest = z.object({ asOf: CalendarDate, rules: ContributionRules })
export type ContributionRequest = z.infer<typeof ContributionRequest>

/** One group with its sums. Units: minor units; `scoreRate` 0..1 of all scores, 0 where these are not above 0. */
export const ContributionGroupSummary = z.object({
  group: ContributionGroup,
  customerCount: z.int(),
  scoreMinor: z.number(),
  scoreRate: z.number(),
  recentMinor: z.number(),
  baseMinor: z.number(),
})
export type ContributionGroupSummary = z.infer<typeof ContributionGroupSummary>

const Days = z.object({ firstOn: CalendarDate, lastOn: CalendarDate })

/**
 * The seven groups of an archive on a day.
 *
 * Shape: the groups in their order; the sum of their customers is `customerCount`. `limits`: the lowest scores of the levels, null
 * where nobody has one. `balancesLeftOut` opening balances cannot be split by months and take no part.
 */
export const ContributionAnalysis = z.object({
  asOf: CalendarDate,
  rules: ContributionRules,
  recent: Days,
  base: Days,
  customerCount: z.int(),
  groups: z.array(ContributionGroupSummary),
  finding: Finding,
  limits: z.object({ topMinor: z.number(), highMinor: z.number(), middleMinor: z.number() }).nullable(),
  balancesLeftOut: z.int(),
  revision: z.string(),
})
export type ContributionAnalysis = z.infer<typeof ContributionAnalysis>

/**
 * One customer's score with both its terms, and the group.
 *
 * Shape: `decile` 1..10 of those of the group, 1 for the highest scores; equal scores share one. Null outside the seven groups.
 * Units: minor units.
 */
export const ContributionMember = z.object({
  customerId: CustomerId,
  archiveNumber: z.string(),
  recentMinor: z.number(),
  baseMinor: z.number(),
  scoreMinor: z.number(),
  group: ContributionGroup,
  decile: z.int().nullable(),
})
export type ContributionMember = z.infer<typeof ContributionMember>

/** A customer in the list of a group. */
export const ContributionGroupMember = ContributionMember.extend(
  SegmentMember.pick({ name: true, phone: true, isContactRefused: true }).shape,
)
export type ContributionGroupMember = z.infer<typeof ContributionGroupMember>

/** By what the list of a group can be ordered. */
export const ContributionSort = z.object({
  column: z.enum(['name', 'recentMinor', 'baseMinor', 'scoreMinor']),
  isDescending: z.boolean(),
})
export type ContributionSort = z.infer<typeof ContributionSort>
