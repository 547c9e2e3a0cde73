import type { ReadableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { searchCustomers } from './search.service.ts'

/** Answers the search box. */
export const searchQueries = (db: ReadableDb) =>
  ({
    'search.customers': ({ text, limit }) => {
      const start = performance.now()
      const found = searchCustomers(db, text, limit)
      return { ...found, elapsedMs: performance.now() - start }
    },
  }) satisfies Partial<Handlers>
