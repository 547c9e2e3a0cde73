import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { forgetSearches, listRecentSearches, rememberSearch } from './recent-searches.service.ts'
import { listSearchedIds, searchCustomers } from './search.service.ts'

/** Answers the search box. */
export const searchQueries = (db: ReadableDb) =>
  ({
    'search.customers': ({ text, limit }) => {
      const start = performance.now()
      const found = searchCustomers(db, text, limit)
      return { ...found, elapsedMs: performance.now() - start }
    },
    'search.recent': () => listRecentSearches(db),
  }) satisfies Partial<Handlers>

/** Writes of the search room. */
export const searchCommands = (db: WritableDb) =>
  ({
    'search.remember': ({ text }) => rememberSearch(db, text),
    'search.forget': () => forgetSearches(db),
  }) satisfies Partial<Handlers>

/** Answers on the reader: a search as a list. */
export const searchListQueries = (db: ReadableDb, publishList: (ids: Int32Array) => number) =>
  ({
    'search.openList': ({ text }) => {
      const ids = Int32Array.from(listSearchedIds(db, text)).sort((one, other) => other - one)
      return { listId: publishList(ids), total: ids.length }
    },
  }) satisfies Partial<Handlers>
