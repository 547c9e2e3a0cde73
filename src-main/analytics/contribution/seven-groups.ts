import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { addMonths, type CalendarDate } from '#shared/domain/calendar-date.ts'
import {
  type ContributionGroup,
  type ContributionRules,
  contributionGroups,
} from '#shared/domain/contribution.ts'
import { lookAtBuyingDays } from './buying-days.ts'
import { type ContributionLevel, type LevelLimits, levelOf, limitLevels } from './contribution-levels.ts'
import { type ContributionScores, scoreContribution, sumSpend } from './contribution-score.ts'

/** Every customer's group, as an index into `contributionGroups`, with all that led to it. */
export type SevenGroups = {
  readonly group: Uint8Array
  readonly scores: ContributionScores
  readonly limits: LevelLimits
  /** Spend of the last compared months and of as many before; the level when those before ended. Minor units. */
  readonly latestMinor: Float64Array
  readonly earlierMinor: Float64Array
}

/**
 * Puts every customer into one of the seven groups.
 *
 * Shape: the rules are tried in order, the first that matches wins, so that everybody has exactly one group.
 * 1. lost-middle: spend fell by `lossShare` or more, of one who contributed at least a middle share before.
 * 2. seasonal-low: contributes little, and in one season; before 3, else everybody would be lost out of season.
 * 3. lost-low: the same fall of one who contributed little.
 * 4. growing-high: contributes highly, and spend grew to `growthFactor` times or more.
 * 5. stable-top: the top share. 6. stable-middle: high or middle. 7. back-low: little, and came back after a pause.
 * Empty: without a score a customer is unassigned.
 * Source: the FedEx case of the source documents, D3 and D4.
 */
export function assignSevenGroups(
  purchases: PurchaseColumns,
  customerCount: number,
  asOf: CalendarDate,
  rules: ContributionRules,
): SevenGroups {
  const { comparedMonths } = rules
  const scores = scoreContribution(purchases, customerCount, asOf, rules)
  const limits = limitLevels(scores.scoreMinor, rules)
  const span = (fromMonths: number) => ({ fromMonths, toMonths: fromMonths - comparedMonths })
  const latestMinor = sumSpend(purchases, customerCount, asOf, span(comparedMonths))
  const earlierMinor = sumSpend(purchases, customerCount, asOf, span(2 * comparedMonths))
  const before = scoreContribution(
    purchases,
    customerCount,
    addMonths(asOf, -comparedMonths),
    rules,
  ).scoreMinor
  const limitsBefore = limitLevels(before, rules)
  const days = lookAtBuyingDays(purchases, customerCount, asOf, rules)
  const daysOf: DaysOf = {
    hasComeBack: index => days.hasComeBack[index] === 1,
    isSeasonal: index => days.isSeasonal[index] === 1,
  }
  const group = new Uint8Array(customerCount)
  for (let index = 0; index < customerCount; index++) {
    const facts: GroupFacts = {
      level: levelOf(scores.scoreMinor[index] ?? 0, limits),
      levelBefore: levelOf(before[index] ?? 0, limitsBefore),
      latestMinor: latestMinor[index] ?? 0,
      earlierMinor: earlierMinor[index] ?? 0,
    }
    group[index] = placeOfGroup[groupOf(facts, rules, index, daysOf)]
  }
  return { group, scores, limits, latestMinor, earlierMinor }
}

/** The place of each group in their order. */
export const placeOfGroup = Object.fromEntries(
  contributionGroups.map((group, place) => [group, place]),
) as Readonly<Record<ContributionGroup, number>>

/** What the rules look at first. Units: minor units. */
export type GroupFacts = {
  readonly level: ContributionLevel
  readonly levelBefore: ContributionLevel
  readonly latestMinor: number
  readonly earlierMinor: number
}

/** What they look at of those only who contribute little, by place. */
export type DaysOf = {
  readonly hasComeBack: (index: number) => boolean
  readonly isSeasonal: (index: number) => boolean
}

/** Tries the rules on one customer; `daysOf` is asked about the place `index`. */
export function groupOf(
  facts: GroupFacts,
  { lossShare, growthFactor }: ContributionRules,
  index: number,
  daysOf: DaysOf,
): ContributionGroup {
  const { level, levelBefore, latestMinor, earlierMinor } = facts
  const isCompared = earlierMinor > 0
  // 10 % of a sum in minor units need not be a whole number: a fall of exactly the share counts.
  const isLost = isCompared && latestMinor <= earlierMinor * (1 - lossShare) + 1e-6
  const wasLow = levelBefore === 'low' || levelBefore === 'none'
  if (isLost && !wasLow) return 'lost-middle'
  if (level === 'low' && daysOf.isSeasonal(index)) return 'seasonal-low'
  if (isLost) return 'lost-low'
  const isHigh = level === 'top' || level === 'high'
  if (isHigh && isCompared && latestMinor >= earlierMinor * growthFactor) return 'growing-high'
  if (level === 'top') return 'stable-top'
  if (level === 'high' || level === 'middle') return 'stable-middle'
  if (level === 'low' && daysOf.hasComeBack(index)) return 'back-low'
  return 'unassigned'
}
