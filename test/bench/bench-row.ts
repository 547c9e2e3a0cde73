/** What a figure is held against: its own size, or its ratio to the peer of the same run. */
export type BenchTarget =
  | { readonly kind: 'at-most'; readonly value: number }
  | { readonly kind: 'at-least'; readonly value: number }
  | { readonly kind: 'ratio-at-most'; readonly value: number }

/** One line of the bench's table. A line without a target only tells. */
export type BenchRow = {
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly peer?: { readonly name: string; readonly value: number }
  readonly target?: BenchTarget
  readonly note?: string
}

/** Ours by the peer's figure of the same run, or null without a peer. */
export function ratioOf({ ours, peer }: BenchRow): number | null {
  return peer && peer.value > 0 ? ours / peer.value : null
}

/** Tells whether a target is met, or null without one. */
export function isMet(row: BenchRow): boolean | null {
  const { target, ours } = row
  if (!target) return null
  if (target.kind === 'at-most') return ours <= target.value
  if (target.kind === 'at-least') return ours >= target.value
  const ratio = ratioOf(row)
  return ratio !== null && ratio <= target.value
}
