import type { ContributionGroupSummary } from '#shared/domain/contribution.ts'
import type { Finding } from '#shared/domain/rfm-analysis.ts'

/** With fewer customers a share says nothing. */
const minimumGrouped = 10

/**
 * Says what stands out among the seven groups. Shares of customers are of those in one of the seven, shares of the score of all.
 *
 * Shape: tried in order: `contribution-too-few` below 10 customers in a group; `contribution-lost` when those who contributed at
 * least a middle share and are lost are 20 % or more; `contribution-top` when the stable top brings 25 % of the score or more;
 * else `contribution-richest` names the group with most of the score. Of equal groups the earlier one is named.
 * Units: rates 0..1.
 */
export function findInContribution(groups: readonly ContributionGroupSummary[]): Finding {
  const seven = groups.filter(({ group }) => group !== 'unassigned')
  const grouped = seven.reduce((sum, { customerCount }) => sum + customerCount, 0)
  if (grouped < minimumGrouped)
    return { code: 'contribution-too-few', values: { count: grouped, minimum: minimumGrouped } }
  const valuesOf = ({ group, customerCount, scoreRate }: ContributionGroupSummary): Finding['values'] => ({
    ...{ group, customerCount, scoreRate, customerRate: customerCount / grouped },
  })
  const lost = seven.find(({ group }) => group === 'lost-middle')
  if (lost && lost.customerCount >= 0.2 * grouped)
    return { code: 'contribution-lost', values: valuesOf(lost) }
  const top = seven.find(({ group }) => group === 'stable-top')
  if (top && top.scoreRate >= 0.25) return { code: 'contribution-top', values: valuesOf(top) }
  const [richest] = seven.toSorted((a, b) => b.scoreRate - a.scoreRate)
  return richest
    ? { code: 'contribution-richest', values: valuesOf(richest) }
    : { code: 'no-clear-difference', values: {} }
}
