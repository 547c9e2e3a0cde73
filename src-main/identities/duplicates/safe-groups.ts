import type { FoundPair } from './pair-book.ts'

/** Customers that are one beyond doubt. */
export type SafeGroup = readonly number[]

/**
 * Puts safe pairs together to groups in which every two are a safe pair: who is sure of A and B and of A and C may still
 * ask about B and C.
 *
 * Example: safe pairs (1, 2), (1, 3) and (2, 3) -> [1, 2, 3]; without (2, 3) -> none
 */
export function safeGroups(pairs: readonly FoundPair[]): SafeGroup[] {
  const groupOf = new Map<number, Set<number>>()
  const safePairs = pairs.filter(pair => pair.isSafe)
  for (const { lowId, highId } of safePairs) {
    const one = groupOf.get(lowId) ?? new Set([lowId])
    const other = groupOf.get(highId) ?? new Set([highId])
    if (one === other) continue
    const group = new Set([...one, ...other])
    for (const id of group) groupOf.set(id, group)
  }
  const pairCount = new Map<Set<number>, number>()
  for (const { lowId } of safePairs) {
    const group = groupOf.get(lowId)
    if (group) pairCount.set(group, (pairCount.get(group) ?? 0) + 1)
  }
  return [...pairCount]
    .filter(([group, count]) => count === (group.size * (group.size - 1)) / 2)
    .map(([group]) => [...group])
}
