import { z } from 'zod'
import { CustomerRow } from '#shared/domain/customer.ts'
import { keptSearches } from '#shared/domain/recent-searches.ts'
import type { Contract } from './method.ts'

/** Where a hit matched: the field, its text, and the marked part as [start, end) in UTF-16 units. */
export const SearchMatch = z.object({
  field: z.enum([
    'name',
    'pinyin',
    'phone',
    'archiveNumber',
    'address',
    'email',
    'wechat',
    'tag',
    'note',
    'orderNumber',
    'product',
    'buyerId',
    'occupation',
    'legacyNumber',
    'mergedFile',
    'ownField',
    'entry',
    'regionNote',
    'flowNote',
    'lineDetails',
  ]),
  text: z.string(),
  start: z.int(),
  end: z.int(),
})
export type SearchMatch = z.infer<typeof SearchMatch>

/** One customer who holds every term, with one match per term. */
export const SearchHit = z.object({ customer: CustomerRow, matches: z.array(SearchMatch) })
export type SearchHit = z.infer<typeof SearchHit>

/** Texts that were searched for, the newest first. */
export const RecentSearches = z.array(z.string().min(1).max(200)).max(keptSearches)

export const searchContract = {
  /**
   * Finds customers who hold all terms of the text, best fields first, then newest. Empty text finds nothing.
   * `isCapped`: the total is not exact: it stops at 10,000, at 1,000 for several terms or long ones, and
   * below counts candidates of which only the shown ones were compared with the terms.
   */
  'search.customers': {
    kind: 'query',
    on: 'main',
    request: z.object({ text: z.string().max(200), limit: z.int().min(1).max(200) }),
    response: z.object({
      total: z.int(),
      isCapped: z.boolean(),
      hits: z.array(SearchHit),
      elapsedMs: z.number(),
    }),
  },
  /** What was searched for last, the newest first. It is kept in the archive and goes with it. */
  'search.recent': { kind: 'query', on: 'main', request: z.object({}), response: RecentSearches },
  /** Notes that a text was searched for; answers what is kept then. */
  'search.remember': {
    kind: 'command',
    on: 'writer',
    request: z.object({ text: z.string().trim().min(1).max(200) }),
    response: RecentSearches,
  },
  'search.forget': { kind: 'command', on: 'writer', request: z.object({}), response: RecentSearches },
  /** Takes all customers who hold all terms of the text as a list, the newest first. */
  'search.openList': {
    kind: 'query',
    on: 'reader',
    request: z.object({ text: z.string().max(200) }),
    response: z.object({ listId: z.int(), total: z.int() }),
  },
} as const satisfies Contract
