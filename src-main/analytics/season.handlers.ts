import type { Handlers } from '#shared/contract/contract.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { summarizeSeasons } from './season.service.ts'

/** Reads of how purchases spread over year, week and day. */
export const seasonQueries = (kept: KeptColumns) =>
  ({
    'analytics.summarizeSeasons': request => summarizeSeasons(kept, request),
  }) satisfies Partial<Handlers>
