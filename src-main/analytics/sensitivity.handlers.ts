import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { analyseSensitivity, summarizeSensitivity } from './sensitivity.service.ts'

/** Reads of how much is bought at a discount. */
export const sensitivityQueries = (db: ReadableDb, kept: KeptColumns) =>
  ({
    'analytics.listPriceSensitivity': request => analyseSensitivity(db, kept, request),
    'analytics.summarizePriceSensitivity': request => summarizeSensitivity(db, kept, request),
  }) satisfies Partial<Handlers>
