import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import type { RefundColumns } from '#main/analytics/rfm/rfm-metrics.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import type { ContributionRules, MonthSpan } from '#shared/domain/contribution.ts'
import { findComeBacks } from './come-backs.ts'
import { levelOf, limitLevels } from './contribution-levels.ts'
import { orderByDay } from './purchases-by-day.ts'
import { RollingSeason, RollingSpend } from './rolling-spans.ts'
import { groupOf, placeOfGroup } from './seven-groups.ts'
import { StandingPurchases } from './standing-purchases.ts'

/** The group of who was not a customer yet. */
export const notYet = 255

/** Everybody's group on a day, as an index into `contributionGroups`, or `notYet`. */
export type GroupSnapshot = { readonly asOf: CalendarDate; readonly group: Uint8Array }

/** All customers with what they bought and gave back; `knownFromDay` is the first day on which each was a customer. */
export type SnapshotColumns = {
  readonly knownFromDay: Int32Array
  readonly purchases: PurchaseColumns
  readonly refunds: RefundColumns
}

/**
 * Puts all customers into the seven groups on each of several days, in one pass over the purchases.
 *
 * Shape: `days` rise. Each snapshot is what `assignSevenGroups` gives of that day alone.
 * Cost: after the purchases are in order about 20 ms a day for 200,000 customers and 2,000,000 orders, against 100 alone.
 */
export function snapshotGroups(
  { knownFromDay, purchases, refunds }: SnapshotColumns,
  days: readonly CalendarDate[],
  rules: ContributionRules,
): GroupSnapshot[] {
  const customerCount = knownFromDay.length
  const byDay = orderByDay(purchases, refunds, customerCount)
  const standing = new StandingPurchases(byDay)
  const { comparedMonths, recentFactor } = rules
  const spend = (span: MonthSpan, monthsAgo = 0) =>
    new RollingSpend(byDay, standing, customerCount, span, monthsAgo)
  const termsOf = (monthsAgo: number) => ({
    recent: spend(rules.recent, monthsAgo),
    base: spend(rules.base, monthsAgo),
  })
  const now = termsOf(0)
  const before = termsOf(comparedMonths)
  const latest = spend({ fromMonths: comparedMonths, toMonths: 0 })
  const earlier = spend({ fromMonths: 2 * comparedMonths, toMonths: comparedMonths })
  const spans = [now.recent, now.base, before.recent, before.base, latest, earlier]
  const season = new RollingSeason(byDay, standing, customerCount)
  const scoreOf = ({ recent, base }: typeof now) => {
    const scores = new Float64Array(customerCount)
    for (let index = 0; index < customerCount; index++)
      scores[index] = (base.sums[index] ?? 0) + recentFactor * (recent.sums[index] ?? 0)
    return scores
  }
  return days.map(asOf => {
    const asOfDay = toDayNumber(asOf)
    standing.moveTo(asOfDay, ({ place, minor }, hasCeased) => {
      for (const span of spans) span.refund(place, minor)
      if (hasCeased) season.uncount(place)
    })
    for (const span of spans) span.moveTo(asOf)
    season.moveTo(asOf)
    const [score, scoreBefore] = [scoreOf(now), scoreOf(before)]
    const [limits, limitsBefore] = [limitLevels(score, rules), limitLevels(scoreBefore, rules)]
    const daysOf = {
      hasComeBack: findComeBacks(byDay, standing, customerCount, asOf, rules),
      isSeasonal: (index: number) => season.isSeasonal(index, rules.seasonMonths),
    }
    const group = new Uint8Array(customerCount)
    for (let index = 0; index < customerCount; index++) {
      if ((knownFromDay[index] ?? 0) > asOfDay) {
        group[index] = notYet
        continue
      }
      const facts = {
        level: levelOf(score[index] ?? 0, limits),
        levelBefore: levelOf(scoreBefore[index] ?? 0, limitsBefore),
        latestMinor: latest.sums[index] ?? 0,
        earlierMinor: earlier.sums[index] ?? 0,
      }
      group[index] = placeOfGroup[groupOf(facts, rules, index, daysOf)]
    }
    return { asOf, group }
  })
}
