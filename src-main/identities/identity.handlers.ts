import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers, Request } from '#shared/contract/contract.ts'
import { compareFiles, filesOfCustomer, getFileByNumber } from './compared-file.service.ts'
import { DuplicateFinder } from './duplicates/duplicate-finder.ts'
import { type IdentityAct, mergeCustomers, mergeGroups } from './merge.service.ts'
import { decidePair } from './pair.service.ts'
import { previewSplit, splitMerge } from './split.service.ts'
import { splitIdentity } from './split-identity.service.ts'

/** Answers on main: files side by side, and what hangs together with one customer. */
export const identityQueries = (db: ReadableDb) =>
  ({
    'identities.compare': ({ customerIds }) => compareFiles(db, customerIds),
    'identities.findByNumber': ({ archiveNumber }) => getFileByNumber(db, archiveNumber),
    'identities.ofCustomer': ({ customerId }) => filesOfCustomer(db, customerId),
  }) satisfies Partial<Handlers>

/** Answers on the reader: the search for duplicates with its pages, and what a split would do. */
export const identityReaderQueries = (db: ReadableDb) => {
  const finder = new DuplicateFinder(db)
  return {
    'identities.find': (
      _request: Request<'identities.find'>,
      job: { isCancelled(): boolean; progress(step: 'compare', progress: number): void },
    ) =>
      finder.find({
        isCancelled: () => job.isCancelled(),
        progress: progress => job.progress('compare', progress),
      }),
    'identities.listPairs': (request: Request<'identities.listPairs'>) => finder.page(request),
    'identities.previewSplit': ({ mergeId }: Request<'identities.previewSplit'>) => previewSplit(db, mergeId),
    'internal.safeGroups': ({ importBatchId }: Request<'identities.mergeSafe'>) =>
      finder.safeGroups(importBatchId),
  }
}

/** Writes of the identities room. `act` says who acts and when. */
export const identityCommands = (db: WritableDb, act: () => IdentityAct) => ({
  'identities.merge': (request: Request<'identities.merge'>) => mergeCustomers(db, request, act()),
  'identities.decide': (request: Request<'identities.decide'>) => decidePair(db, request, act()),
  'identities.split': (request: Request<'identities.split'>) => splitMerge(db, request, act()),
  'identities.splitIdentity': (request: Request<'identities.splitIdentity'>) =>
    splitIdentity(db, request, act()),
  'internal.mergeGroups': (request: {
    readonly groups: readonly (readonly number[])[]
    readonly importBatchId: number | null
  }) => mergeGroups(db, request.groups, { ...act(), importBatchId: request.importBatchId }),
})
