import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { analyseSensitivity } from './sensitivity.service.ts'

/** Reads of how much is bought at a discount. */
export const sensitivityQueries = (db: ReadableDb) =>
  ({
    'analytics.listPriceSensitivity': request => analyseSensitivity(db, request),
  }) satisfies Partial<Handlers>
