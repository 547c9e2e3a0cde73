import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import type { ValueAnalyst } from './lifetime-value.service.ts'
import { getMarkMembers, listMarkMembers, type MarkResult } from './mark-members.service.ts'
import { MemberLists } from './member-lists.ts'
import type { RfmAnalyst } from './rfm-analysis.service.ts'

/** Reads of the customers behind the marks of the analyses. */
export const markQueries = (
  db: ReadableDb,
  kept: KeptColumns,
  analysts: { readonly analyst: RfmAnalyst; readonly values: ValueAnalyst },
  publishList: (ids: Int32Array) => number,
) => {
  const lists = new MemberLists<MarkResult>(publishList)
  return {
    'analytics.openMarkMembers': ({ mark, sort }) => {
      const { result, indexes } = listMarkMembers({ db, kept, ...analysts }, mark, sort)
      return lists.open(result, indexes)
    },
    'analytics.markMembersPage': asked => {
      const { result, indexes } = lists.page(asked)
      return getMarkMembers(db, result, indexes)
    },
  } satisfies Partial<Handlers>
}
