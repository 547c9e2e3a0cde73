import type { Act } from '#main/changes/change-log.service.ts'
import { confirmFiles } from '#main/customers/confirm.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { IdLists } from '#main/threads/id-lists.ts'
import { selectedIds } from '#main/threads/selected-ids.ts'
import type { WriterHandlers } from '#main/threads/thread-messages.ts'
import { tickOf } from '#main/threads/tick.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { describeFindings } from './describe-finding.ts'
import { listStatedValues, stateSource } from './field-source.service.ts'
import { countFindings, countIncomplete, listFindingIds } from './finding.service.ts'
import { acceptFinding, mendFinding } from './mend.service.ts'

const now = () => new Date().toISOString()

/** Reads of the quality room that answer within a frame. */
export const qualityQueries = (db: ReadableDb, lists: IdLists) =>
  ({
    'quality.listPage': ({ kind, listId, start, count }) => {
      const ids = lists.find(listId)
      if (!ids) throw new AppError('not-found')
      return describeFindings(db, kind, [...ids.subarray(start, start + count)], now())
    },
    'quality.statedValues': ({ customerId }) => listStatedValues(db, customerId),
  }) satisfies Partial<Handlers>

/** Reads of the quality room that look at every customer. */
export const qualityReaderQueries = (db: ReadableDb, publishList: (ids: Int32Array) => number) =>
  ({
    'quality.counts': () => countFindings(db, now()),
    'quality.countIncomplete': () => ({ count: countIncomplete(db) }),
    'quality.openList': ({ kind }) => {
      const ids = Int32Array.from(listFindingIds(db, kind, now()))
      const total = ids.length
      return { listId: publishList(ids), total }
    },
  }) satisfies Partial<Handlers>

/** Writes of the quality room. `act` says who acts and when. */
export const qualityCommands = (db: WritableDb, act: () => Act) =>
  ({
    'quality.mend': mending => mendFinding(db, mending, act()),
    'quality.accept': accepted => acceptFinding(db, accepted, act()),
    'quality.confirm': ({ customerIds }, job) =>
      confirmFiles(db, selectedIds(customerIds), act(), tickOf(job, 'edit')),
    'quality.stateSource': request => stateSource(db, request, act()),
  }) satisfies Partial<WriterHandlers>
