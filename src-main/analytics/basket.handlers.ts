import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { analyseBaskets } from './basket.service.ts'

/** Reads of what is bought together. */
export const basketQueries = (db: ReadableDb) =>
  ({ 'analytics.findBasketRules': request => analyseBaskets(db, request) }) satisfies Partial<Handlers>
