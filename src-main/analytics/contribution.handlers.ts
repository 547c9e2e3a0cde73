import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { ContributionAnalyst, type ContributionResult, listContribution } from './contribution.service.ts'
import { getGroupMembers, listGroupIndexes } from './contribution-members.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { MemberLists } from './member-lists.ts'

/** Reads of the contribution score and its seven groups. */
export const contributionQueries = (
  db: ReadableDb,
  kept: KeptColumns,
  publishList: (ids: Int32Array) => number,
) => {
  const analyst = new ContributionAnalyst(kept)
  const lists = new MemberLists<ContributionResult>(publishList)
  return {
    'analytics.listContribution': request => listContribution(db, analyst.analyse(request)),
    'analytics.summarizeContribution': request => analyst.analyse(request).summary,
    'analytics.openContributionMembers': ({ analysis, group, sort }) => {
      const result = analyst.analyse(analysis)
      return lists.open(result, listGroupIndexes(db, result, group, sort))
    },
    'analytics.contributionMembersPage': asked => {
      const { result, indexes } = lists.page(asked)
      return getGroupMembers(db, result, indexes)
    },
  } satisfies Partial<Handlers>
}
