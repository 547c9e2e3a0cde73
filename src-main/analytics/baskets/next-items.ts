/** What owners bought: the items of owner `n` from `starts[n]` up to `starts[n + 1]`, 0 for none; an item may stand there often. */
export type ItemsOfOwners = { readonly starts: Int32Array; readonly items: Int32Array }

/** What a suggestion must reach. Shares are 0 to 1. */
export type NextLimits = { readonly count: number; readonly confidence: number; readonly lift: number }

/** Who has `left` often has `right` too: `count` owners of `leftCount`; `owners` are the places of those with both. */
export type NextItem = {
  readonly left: number
  readonly right: number
  readonly count: number
  readonly leftCount: number
  readonly rightCount: number
  readonly confidence: number
  readonly lift: number
  readonly owners: readonly number[]
}

/**
 * Finds what owners of some items often have besides, each with the item that speaks for it most.
 *
 * Shape: rules of one item on either side, as `findBasketRules` reckons them; of an item the rule with the highest confidence, then with
 * more owners. The surest first, then the higher lift.
 * Empty: no item, or nothing that reaches the limits, gives none.
 * Cost: two passes over the items.
 */
export function findNextItems(
  bought: ItemsOfOwners,
  owned: readonly number[],
  limits: NextLimits,
  most: number,
): { readonly next: readonly NextItem[]; readonly ownerCount: number } {
  const { counts, together, ownerCount } = countTogether(bought, owned)
  const best = new Map<number, Omit<NextItem, 'owners'>>()
  for (const left of owned)
    for (const [right, count] of together.get(left) ?? []) {
      const [leftCount, rightCount] = [counts.get(left) ?? 0, counts.get(right) ?? 0]
      const confidence = count / leftCount
      const lift = (confidence * ownerCount) / rightCount
      if (count < limits.count || confidence < limits.confidence || lift < limits.lift) continue
      const known = best.get(right)
      const isBetter =
        !known || confidence > known.confidence || (confidence === known.confidence && count > known.count)
      if (isBetter) best.set(right, { left, right, count, leftCount, rightCount, confidence, lift })
    }
  const next = [...best.values()]
    .sort(
      (one, other) => other.confidence - one.confidence || other.lift - one.lift || one.right - other.right,
    )
    .slice(0, most)
  return { next: next.map(rule => ({ ...rule, owners: ownersOfBoth(bought, rule) })), ownerCount }
}

function countTogether({ starts, items }: ItemsOfOwners, owned: readonly number[]) {
  const isOwned = new Set(owned)
  const counts = new Map<number, number>()
  const together = new Map(owned.map(left => [left, new Map<number, number>()]))
  let ownerCount = 0
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    const own = new Set(items.subarray(starts[owner] ?? 0, starts[owner + 1] ?? 0))
    own.delete(0)
    if (own.size === 0) continue
    ownerCount++
    const lefts = [...own].filter(item => isOwned.has(item))
    for (const item of own) {
      counts.set(item, (counts.get(item) ?? 0) + 1)
      if (isOwned.has(item)) continue
      for (const left of lefts) {
        const rights = together.get(left)
        rights?.set(item, (rights.get(item) ?? 0) + 1)
      }
    }
  }
  return { counts, together, ownerCount }
}

function ownersOfBoth(
  { starts, items }: ItemsOfOwners,
  { left, right }: { readonly left: number; readonly right: number },
): number[] {
  const owners: number[] = []
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    const own = items.subarray(starts[owner] ?? 0, starts[owner + 1] ?? 0)
    if (own.includes(left) && own.includes(right)) owners.push(owner)
  }
  return owners
}
