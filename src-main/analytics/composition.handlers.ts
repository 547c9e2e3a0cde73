import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { composeCustomers } from './composition.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'

/** Reads of whom the customers consist. */
export const compositionQueries = (db: ReadableDb, kept: KeptColumns) =>
  ({
    'analytics.composeCustomers': request => composeCustomers(db, kept, request),
  }) satisfies Partial<Handlers>
