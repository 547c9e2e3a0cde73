import type { NextProducts } from '#shared/domain/next-products.ts'
import { mostEvidenceRows, type PortraitSentence } from '#shared/domain/portrait.ts'
import { sentence } from './sentence.ts'

/** Says what a customer may buy next, each with its reason: own products that are due, and what others bought besides. */
export function tellNextProducts({ next, again, boughtCount, rules }: NextProducts): PortraitSentence[] {
  if (boughtCount === 0) return []
  const told = [
    ...again.map(({ product, rhythmDays, sinceDays, firstOn, lastOn, orderCount, orderIds }) =>
      sentence(
        'buy-again',
        { name: product.name, days: rhythmDays, since: sinceDays },
        { kind: 'orders', count: orderCount, firstOn, lastOn, ids: orderIds },
      ),
    ),
    ...next.map(({ product, because, count, leftCount, confidence, lift, customerIds }) =>
      sentence(
        'next-product',
        { name: product.name, because: because.name, count, leftCount, confidenceRate: confidence, lift },
        { kind: 'customers', count, ids: customerIds.slice(0, mostEvidenceRows) },
      ),
    ),
  ]
  return told.length > 0 ? told : [sentence('next-product-none', { least: rules.count })]
}
