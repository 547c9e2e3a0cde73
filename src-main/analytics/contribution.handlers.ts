import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { listContribution, summarizeContribution } from './contribution.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'

/** Reads of the contribution score and its seven groups. */
export const contributionQueries = (db: ReadableDb, kept: KeptColumns) =>
  ({
    'analytics.listContribution': request => listContribution(db, kept, request),
    'analytics.summarizeContribution': request => summarizeContribution(kept, request),
  }) satisfies Partial<Handlers>
