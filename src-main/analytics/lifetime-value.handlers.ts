import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { reckonValue } from './lifetime-value.service.ts'

/** Reads of what customers are expected to buy. */
export const lifetimeValueQueries = (db: ReadableDb, kept: KeptColumns) =>
  ({ 'analytics.listValue': request => reckonValue(db, kept, request) }) satisfies Partial<Handlers>
