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

/** Tells whether a figure is a time or a rate, which a slower machine cannot be held to as it stands. */
export function isOfTime({ unit }: BenchRow): boolean {
  return /^(µs|ms|s|rows\/s)\b/.test(unit)
}

/**
 * Gives what a target is on a machine that takes `slowness` times as long as the one where it was set: times longer, rates
 * lower, sizes and ratios the same. Empty: null without a target.
 */
export function limitHere(row: BenchRow, slowness: number): number | null {
  const { target } = row
  if (!target) return null
  if (target.kind === 'ratio-at-most' || !isOfTime(row)) return target.value
  return target.kind === 'at-most' ? target.value * slowness : target.value / slowness
}

/** Tells whether a target is met on such a machine, or null without one. */
export function isMet(row: BenchRow, slowness: number): boolean | null {
  const { target, ours } = row
  const limit = limitHere(row, slowness)
  if (!target || limit === null) return null
  if (target.kind === 'at-most') return ours <= limit
  if (target.kind === 'at-least') return ours >= limit
  const ratio = ratioOf(row)
  return ratio !== null && ratio <= limit
}
