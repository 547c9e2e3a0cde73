import type { Handlers } from '#shared/contract/contract.ts'
import { summarizeCohorts } from './cohort.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'

/** Reads of who stays. */
export const cohortQueries = (kept: KeptColumns) =>
  ({ 'analytics.summarizeCohorts': request => summarizeCohorts(kept, request) }) satisfies Partial<Handlers>
