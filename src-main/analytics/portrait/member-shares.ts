import {
  mostEvidenceRows,
  type PortraitEvidence,
  type PortraitSentence,
  portraitRules,
} from '#shared/domain/portrait.ts'
import { sentence } from './sentence.ts'

/** Customers as what a sentence rests on, in their order. */
export function evidenceOfCustomers(customerIds: readonly number[]): PortraitEvidence {
  return { kind: 'customers', count: customerIds.length, ids: customerIds.slice(0, mostEvidenceRows) }
}

/**
 * Says which words most customers have, of all who have one.
 *
 * Shape: `named` are pairs of a word and a customer; one who has several counts for each. The word stands in `values[key]`.
 * Empty: below the least number of those who have one it is too few.
 */
export function tellShares(
  code: string,
  key: string,
  named: readonly (readonly [word: string, customerId: number])[],
): PortraitSentence[] {
  const byWord = new Map<string, number[]>()
  for (const [word, customerId] of named) {
    const known = byWord.get(word)
    if (known) known.push(customerId)
    else byWord.set(word, [customerId])
  }
  const knownCount = new Set(named.map(([, customerId]) => customerId)).size
  if (knownCount < portraitRules.customers) return []
  return [...byWord]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, portraitRules.named)
    .map(([word, customers]) =>
      sentence(
        code,
        { [key]: word, count: customers.length, knownCount, shareRate: customers.length / knownCount },
        evidenceOfCustomers(customers),
      ),
    )
}
