import { type ContributionGroup, contributionGroups } from '#shared/domain/contribution.ts'
import type { Finding } from '#shared/domain/rfm-analysis.ts'
import type { GroupCounts } from './migration-counts.ts'

/** Of fewer customers a share says nothing. */
const minimumGrouped = 10
const kept: readonly ContributionGroup[] = ['stable-top', 'growing-high', 'stable-middle']

/**
 * Says what stands out among the moves between the seven groups. Those who were or are in none of the seven take no part.
 *
 * Shape: tried in order: `migration-too-few` below 10 customers in a group before; `migration-lost` when 10 % or more of those who
 * contributed much and stayed or grew are lost now; `migration-none` when nobody moved; else `migration-largest` names the move that
 * most made. Of equal moves the earlier one is named.
 * Units: rates 0..1.
 */
export function findInMigration(rows: readonly GroupCounts[]): Finding {
  const placeOf = (group: ContributionGroup) => contributionGroups.indexOf(group)
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const groups = contributionGroups.filter(group => group !== 'unassigned')
  const grouped = sum(groups.map(group => sum(rows[placeOf(group)] ?? [])))
  if (grouped < minimumGrouped)
    return { code: 'migration-too-few', values: { count: grouped, minimum: minimumGrouped } }
  const lost = sum(kept.map(group => rows[placeOf(group)]?.[placeOf('lost-middle')] ?? 0))
  const keptBefore = sum(kept.map(group => sum(rows[placeOf(group)] ?? [])))
  if (lost > 0 && lost >= 0.1 * keptBefore)
    return {
      code: 'migration-lost',
      values: { customerCount: lost, count: keptBefore, customerRate: lost / keptBefore },
    }
  const moves = groups.flatMap(from =>
    groups
      .filter(to => to !== from)
      .map(to => ({ from, to, count: rows[placeOf(from)]?.[placeOf(to)] ?? 0 })),
  )
  const [largest] = moves.toSorted((a, b) => b.count - a.count)
  if (!largest || largest.count === 0) return { code: 'migration-none', values: { count: grouped } }
  const { from, to, count } = largest
  return {
    code: 'migration-largest',
    values: { customerCount: count, group: from, groupAfter: to, customerRate: count / grouped },
  }
}
