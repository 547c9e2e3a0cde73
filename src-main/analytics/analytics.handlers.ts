import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { MemberSelector, RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { type AnalysisResult, explainCustomer, type RfmAnalyst } from './rfm-analysis.service.ts'
import { listRuleSets, saveRuleSet } from './rule-set.service.ts'
import { getMembers, listMemberIndexes, type MemberSort } from './segment-members.service.ts'

const keptLists = 8

/** Reads of the analytics room; they live on a reader thread and keep its columns in memory. */
export const analyticsQueries = (
  db: ReadableDb,
  analyst: RfmAnalyst,
  publishList: (ids: Int32Array) => number,
) => {
  const lists = new Map<number, { result: AnalysisResult; indexes: readonly number[] }>()
  const openMembers = (request: { analysis: RfmRequest; selector: MemberSelector; sort: MemberSort }) => {
    const result = analyst.analyse(request.analysis)
    const indexes = listMemberIndexes(db, result, request.selector, request.sort)
    const { customerIds, isContactRefused } = result.columns
    const listId = publishList(Int32Array.from(indexes, index => customerIds[index] ?? 0))
    lists.set(listId, { result, indexes })
    for (const oldId of lists.keys()) if (lists.size > keptLists) lists.delete(oldId)
    return {
      listId,
      total: indexes.length,
      refusedCount: indexes.filter(index => isContactRefused[index] === 1).length,
    }
  }
  return {
    'analytics.summarizeSegments': request => analyst.analyse(request).summary,
    'analytics.openMembers': openMembers,
    'analytics.membersPage': ({ listId, start, count }) => {
      const list = lists.get(listId)
      if (!list) throw new AppError('not-found')
      return getMembers(db, list.result, list.indexes.slice(start, start + count))
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
  ({ 'analytics.listRuleSets': () => listRuleSets(db) }) satisfies Partial<Handlers>

/** Writes of the analytics room. */
export const analyticsCommands = (db: WritableDb) =>
  ({ 'analytics.saveRuleSet': ({ ruleSet }) => saveRuleSet(db, ruleSet) }) satisfies Partial<Handlers>
