import { z } from 'zod'
import { ContactPoint, CustomerId, CustomerTotal } from '#shared/domain/customer.ts'
import { FieldSources, MergeCard, SplitChoices, SplitPreview } from '#shared/domain/customer-merge.ts'
import { DuplicateFilter, DuplicatePair, DuplicateReason, PairDecision } from '#shared/domain/duplicate.ts'
import { ImportBatchId } from '#shared/domain/import-batch.ts'
import type { Contract } from './method.ts'

const JobStarted = z.object({ jobId: z.int() })
const ChangeSet = z.object({ changeSetId: z.int() })

/** A key by which a platform knows a customer. */
const Identity = z.object({
  identityId: z.int().positive(),
  kind: z.enum(['buyer-id', 'legacy-number']),
  platform: z.string(),
  shop: z.string(),
  value: z.string(),
  nickname: z.string().nullable(),
})

/** A whole file as it stands beside another one. */
const ComparedFile = MergeCard.extend({
  archiveNumber: z.string(),
  contactPoints: z.array(ContactPoint),
  tags: z.array(z.string()),
  identities: z.array(Identity),
  total: CustomerTotal,
  createdAt: z.string(),
})
export type ComparedFile = z.infer<typeof ComparedFile>

/** What is known of a customer's files: those that were merged into it, and those that stay apart. */
const FilesOfCustomer = z.object({
  merged: z.array(
    z.object({
      mergeId: z.int().positive(),
      customerId: CustomerId,
      archiveNumber: z.string(),
      name: z.string(),
      mergedAt: z.string(),
    }),
  ),
  /** Other files of the same person, kept apart by decision. */
  linked: z.array(z.object({ customerId: CustomerId, archiveNumber: z.string(), name: z.string() })),
  identities: z.array(Identity),
})
export type FilesOfCustomer = z.infer<typeof FilesOfCustomer>

export const identitiesContract = {
  /** Looks through the whole archive for customers who may be one. Ends with DuplicateSummary; pairs are then asked for by page. */
  'identities.find': {
    kind: 'job',
    on: 'reader',
    request: z.object({}),
    response: JobStarted,
  },
  /** Pairs of the last search, without those merged or decided since. Null when nothing was searched since the start. */
  'identities.listPairs': {
    kind: 'query',
    on: 'reader',
    request: DuplicateFilter.extend({ start: z.int().nonnegative(), count: z.int().min(1).max(200) }),
    response: z
      .object({
        total: z.int(),
        /** Of the import filter alone, by reason; a pair may have several. */
        counts: z.array(z.object({ reason: DuplicateReason, count: z.int() })),
        /** How many files would go into others if every safe group were merged. */
        safeCount: z.int(),
        /** Data came in since the search: it may find more. */
        isStale: z.boolean(),
        pairs: z.array(DuplicatePair),
      })
      .nullable(),
  },
  /** Merges every safe group of the last search as one act. Ends with { merged, changeSetId }. */
  'identities.mergeSafe': {
    kind: 'job',
    on: 'writer',
    request: z.object({ importBatchId: ImportBatchId.nullable() }),
    response: JobStarted,
  },
  /** Files side by side, and what a merge into the first would take from which. */
  'identities.compare': {
    kind: 'query',
    on: 'main',
    request: z.object({ customerIds: z.array(CustomerId).min(2).max(10) }),
    response: z.object({ files: z.array(ComparedFile), proposed: FieldSources }),
  },
  'identities.merge': {
    kind: 'command',
    on: 'writer',
    request: z.object({
      survivorId: CustomerId,
      otherIds: z.array(CustomerId).min(1).max(9),
      sources: FieldSources,
      importBatchId: ImportBatchId.nullable(),
    }),
    response: ChangeSet,
  },
  /** Remembers that a pair is not to be proposed again, or, with null, forgets that. */
  'identities.decide': {
    kind: 'command',
    on: 'writer',
    request: z.object({ customerIds: z.tuple([CustomerId, CustomerId]), decision: PairDecision.nullable() }),
    response: ChangeSet,
  },
  'identities.ofCustomer': {
    kind: 'query',
    on: 'main',
    request: z.object({ customerId: CustomerId }),
    response: FilesOfCustomer,
  },
  /** The file of an archive number, also one that was merged: then the merge by which it went into another. */
  'identities.findByNumber': {
    kind: 'query',
    on: 'main',
    request: z.object({ archiveNumber: z.string().min(1).max(50) }),
    response: z.object({ customerId: CustomerId, mergeId: z.int().positive().nullable() }),
  },
  'identities.previewSplit': {
    kind: 'query',
    on: 'reader',
    request: z.object({ mergeId: z.int().positive() }),
    response: SplitPreview,
  },
  'identities.split': {
    kind: 'command',
    on: 'writer',
    request: z.object({ mergeId: z.int().positive(), choices: SplitChoices }),
    response: ChangeSet.extend({ customerId: CustomerId, survivorId: CustomerId }),
  },
  /** Moves one buyer ID with its orders into a file of its own. `name` null takes the nickname. */
  'identities.splitIdentity': {
    kind: 'command',
    on: 'writer',
    request: z.object({ identityId: z.int().positive(), name: z.string().trim().min(1).max(200).nullable() }),
    response: ChangeSet.extend({ customerId: CustomerId, archiveNumber: z.string(), orderCount: z.int() }),
  },
} as const satisfies Contract

/** Value of the event `job.ended` of `identities.find`. */
export const DuplicateSummary = z.object({ total: z.int(), elapsedMs: z.int() })
export type DuplicateSummary = z.infer<typeof DuplicateSummary>

/** Value of the event `job.ended` of `identities.mergeSafe`. */
export const SafeMergeOutcome = z.object({ merged: z.int(), changeSetId: z.int().nullable() })
export type SafeMergeOutcome = z.infer<typeof SafeMergeOutcome>
