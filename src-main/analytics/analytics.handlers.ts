import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import {
  getContributionSettings,
  saveContributionRules,
  saveGroupPolicy,
} from './contribution-settings.service.ts'
import { MemberLists } from './member-lists.ts'
import { type AnalysisResult, explainCustomer, type RfmAnalyst } from './rfm-analysis.service.ts'
import { listRuleSets, saveRuleSet } from './rule-set.service.ts'
import { getMembers, listMemberIndexes } from './segment-members.service.ts'

/** Reads of the analytics room; they live on a reader thread and keep its columns in memory. */
export const analyticsQueries = (
  db: ReadableDb,
  analyst: RfmAnalyst,
  publishList: (ids: Int32Array) => number,
) => {
  const lists = new MemberLists<AnalysisResult>(publishList)
  return {
    'analytics.summarizeSegments': request => analyst.analyse(request).summary,
    'analytics.openMembers': ({ analysis, selector, sort }) => {
      const result = analyst.analyse(analysis)
      return lists.open(result, listMemberIndexes(db, result, selector, sort))
    },
    'analytics.membersPage': asked => {
      const { result, indexes } = lists.page(asked)
      return getMembers(db, result, indexes)
    },
    'analytics.explainCustomer': ({ customerId, analysis }) =>
      explainCustomer(analyst.analyse(analysis), customerId),
    'analytics.listScores': ({ analysis, ruleSet }) => {
      const result = analyst.analyse(analysis, ruleSet)
      const all = result.columns.customerIds.length
      return {
        analysis: result.summary,
        members: getMembers(
          db,
          result,
          Array.from({ length: all }, (_, index) => index),
        ),
      }
    },
  } satisfies Partial<Handlers>
}

/** Reads of the analytics room that answer within a frame. */
export const analyticsRuleQueries = (db: ReadableDb) =>
  ({
    'analytics.listRuleSets': () => listRuleSets(db),
    'analytics.getContributionSettings': () => getContributionSettings(db),
  }) satisfies Partial<Handlers>

/** Writes of the analytics room. */
export const analyticsCommands = (db: WritableDb) =>
  ({
    'analytics.saveRuleSet': ({ ruleSet }) => saveRuleSet(db, ruleSet),
    'analytics.saveContributionRules': draft => saveContributionRules(db, draft),
    'analytics.saveGroupPolicy': policy => saveGroupPolicy(db, policy),
  }) satisfies Partial<Handlers>
