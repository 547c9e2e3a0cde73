import { getArchiveNumbers } from '#main/customers/archive-number.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { type CalendarDate, fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  type ContributionAnalysis,
  type ContributionGroupSummary,
  type ContributionMember,
  type ContributionRequest,
  contributionGroups,
  type MonthSpan,
} from '#shared/domain/contribution.ts'
import { columnsAsOf } from './columns-as-of.ts'
import { findInContribution } from './contribution/contribution-finding.ts'
import { groupDeciles } from './contribution/group-deciles.ts'
import { daysOfSpan } from './contribution/month-span.ts'
import { assignSevenGroups, type SevenGroups } from './contribution/seven-groups.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { NewestValues } from './newest-values.ts'
import type { ArchiveColumns } from './purchase-columns.service.ts'
import { purchasesAsOf } from './rfm/rfm-metrics.ts'

/** An analysis with the columns it was made from, so that the members of a group can be listed. */
export type ContributionResult = {
  readonly summary: ContributionAnalysis
  readonly columns: ArchiveColumns
  readonly groups: SevenGroups
  /** The tenth of his group by score that each customer is in; reckoned when first asked for. */
  readonly deciles: () => Uint8Array
}

/** Two month ends of two readings. */
const keptResults = 4

/** Puts customers into the seven groups for one reader thread; keeps the last results in memory. */
export class ContributionAnalyst {
  private readonly kept: KeptColumns
  private revision = ''
  private readonly results = new NewestValues<string, ContributionResult>(keptResults)

  constructor(kept: KeptColumns) {
    this.kept = kept
  }

  /**
   * Puts all customers into the seven groups and sums these up.
   *
   * Empty: an archive without orders has everybody unassigned and no limits.
   * Cost: after the columns are loaded, about 100 ms for 200,000 customers and 2,000,000 orders.
   */
  analyse(request: ContributionRequest): ContributionResult {
    const revision = this.kept.getRevision()
    if (revision !== this.revision) this.results.clear()
    this.revision = revision
    const key = JSON.stringify(request)
    const known = this.results.get(key)
    if (known) return known
    const { asOf, rules } = request
    const asOfDay = toDayNumber(asOf)
    const columns = columnsAsOf(this.kept.get(), asOfDay)
    const purchases = purchasesAsOf(columns.purchases, columns.refunds, asOfDay)
    const groups = assignSevenGroups(purchases, columns.customerIds.length, asOf, rules)
    let deciles: Uint8Array | undefined
    const result: ContributionResult = {
      ...{ columns, groups, summary: summarize(request, columns, groups, revision) },
      deciles: () => {
        deciles ??= groupDeciles(groups.group, groups.scores.scoreMinor)
        return deciles
      },
    }
    this.results.set(key, result)
    return result
  }
}

/** Lists every customer's score and group, in the order of the customers. */
export function listContribution(db: ReadableDb, result: ContributionResult) {
  const { summary, columns } = result
  const numbers = getArchiveNumbers(db, Array.from(columns.customerIds))
  const members = Array.from(
    columns.customerIds,
    (customerId, index): ContributionMember => ({
      customerId,
      archiveNumber: numbers.get(customerId) ?? '',
      ...contributionOf(result, index),
    }),
  )
  return { analysis: summary, members }
}

/** The score with both its terms and the group of one place, without reading the archive. */
export function contributionOf({ groups: { scores, group }, deciles }: ContributionResult, index: number) {
  return {
    recentMinor: scores.recentMinor[index] ?? 0,
    baseMinor: scores.baseMinor[index] ?? 0,
    scoreMinor: scores.scoreMinor[index] ?? 0,
    group: contributionGroups[group[index] ?? 0] ?? 'unassigned',
    decile: deciles()[index] || null,
  }
}

function summarize(
  { asOf, rules }: ContributionRequest,
  columns: ArchiveColumns,
  groups: SevenGroups,
  revision: string,
): ContributionAnalysis {
  const { limits } = groups
  const sums = sumGroups(groups)
  return {
    ...{ asOf, rules, recent: datesOf(asOf, rules.recent), base: datesOf(asOf, rules.base), groups: sums },
    finding: findInContribution(sums),
    customerCount: columns.customerIds.length,
    limits: limits && { topMinor: limits.top, highMinor: limits.high, middleMinor: limits.middle },
    balancesLeftOut: columns.balances.customerIndex.length,
    revision,
  }
}

function sumGroups({ group, scores }: SevenGroups): ContributionGroupSummary[] {
  const sums = contributionGroups.map(code => ({
    ...{ group: code, customerCount: 0, scoreMinor: 0, scoreRate: 0, recentMinor: 0, baseMinor: 0 },
  }))
  group.forEach((place, index) => {
    const sum = sums[place]
    if (!sum) return
    sum.customerCount += 1
    sum.scoreMinor += scores.scoreMinor[index] ?? 0
    sum.recentMinor += scores.recentMinor[index] ?? 0
    sum.baseMinor += scores.baseMinor[index] ?? 0
  })
  const totalMinor = sums.reduce((total, sum) => total + sum.scoreMinor, 0)
  return sums.map(sum => ({ ...sum, scoreRate: totalMinor > 0 ? sum.scoreMinor / totalMinor : 0 }))
}

function datesOf(asOf: CalendarDate, span: MonthSpan) {
  const [firstOn, lastOn] = daysOfSpan(asOf, span).map(fromDayNumber)
  return { firstOn: firstOn ?? asOf, lastOn: lastOn ?? asOf }
}
