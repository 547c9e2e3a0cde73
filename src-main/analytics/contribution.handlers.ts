import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import {
  type ContributionAnalyst,
  type ContributionResult,
  listContribution,
} from './contribution.service.ts'
import { getGroupMembers, listGroupIndexes } from './contribution-members.service.ts'
import {
  getCellMembers,
  listCellIndexes,
  listSnapshots,
  type MigrationResult,
  migrate,
} from './contribution-migration.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { MemberLists } from './member-lists.ts'

/** Reads of the contribution score, its seven groups and who moved between them. */
export const contributionQueries = (
  db: ReadableDb,
  kept: KeptColumns,
  analyst: ContributionAnalyst,
  publishList: (ids: Int32Array) => number,
) => {
  const lists = new MemberLists<ContributionResult>(publishList)
  const cells = new MemberLists<MigrationResult>(publishList)
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
    'analytics.summarizeMigration': request => migrate(analyst, request).summary,
    'analytics.openMigrationMembers': ({ migration, cell, sort }) => {
      const result = migrate(analyst, migration)
      return cells.open(result, listCellIndexes(db, result, cell, sort))
    },
    'analytics.migrationMembersPage': asked => {
      const { result, indexes } = cells.page(asked)
      return getCellMembers(db, result, indexes)
    },
    'analytics.listGroupSnapshots': request => listSnapshots(kept, request),
  } satisfies Partial<Handlers>
}
