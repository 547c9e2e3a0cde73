import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { rankCustomers, rankProducts } from './abc.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'

/** Reads of customers and products by their net sales. */
export const abcQueries = (db: ReadableDb, kept: KeptColumns) =>
  ({
    'analytics.rankCustomers': request => rankCustomers(db, kept, request),
    'analytics.rankProducts': request => rankProducts(db, kept, request),
  }) satisfies Partial<Handlers>
