import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { analyseBaskets, findProducts } from './basket.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'

/** Reads of what is bought together. */
export const basketQueries = (db: ReadableDb, kept: KeptColumns) =>
  ({
    'analytics.findBasketRules': request => analyseBaskets(db, kept, request),
    'analytics.findProducts': ({ text }) => findProducts(db, text),
  }) satisfies Partial<Handlers>
