import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { listTiers } from './tier.service.ts'

/** Reads of tiers. */
export const tierQueries = (db: ReadableDb, kept: KeptColumns) =>
  ({ 'analytics.listTiers': request => listTiers(db, kept, request) }) satisfies Partial<Handlers>
