import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { summarizePreferences } from './preference.service.ts'
import type { RfmAnalyst } from './rfm-analysis.service.ts'

/** Reads of what is preferred. */
export const preferenceQueries = (db: ReadableDb, analyst: RfmAnalyst) =>
  ({
    'analytics.summarizePreferences': request => summarizePreferences(db, analyst, request),
  }) satisfies Partial<Handlers>
