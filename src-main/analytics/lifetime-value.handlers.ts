import type { Handlers } from '#shared/contract/contract.ts'
import type { ValueAnalyst } from './lifetime-value.service.ts'

/** Reads of what customers are expected to buy. */
export const lifetimeValueQueries = (analyst: ValueAnalyst) =>
  ({
    'analytics.listValue': request => analyst.reckon(request),
    'analytics.summarizeValue': request => analyst.reckon(request).analysis,
  }) satisfies Partial<Handlers>
