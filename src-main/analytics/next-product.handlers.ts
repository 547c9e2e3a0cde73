import type { Handlers } from '#shared/contract/contract.ts'
import type { NextProductFinder } from './next-product.service.ts'

/** Reads of what a customer may buy next. */
export const nextProductQueries = (finder: NextProductFinder) =>
  ({ 'analytics.findNextProducts': request => finder.find(request) }) satisfies Partial<Handlers>
