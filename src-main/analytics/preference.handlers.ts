import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { summarizePreferences } from './preference.service.ts'
import type { RfmAnalyst } from './rfm-analysis.service.ts'

/** Reads of what is preferred. */
export const preferenceQueries = (db: ReadableDb, kept: KeptColumns, analyst: RfmAnalyst) =>
  ({
    'analytics.summarizePreferences': request => summarizePreferences(db, kept, analyst, request),
  }) satisfies Partial<Handlers>
