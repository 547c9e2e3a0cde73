import { ageLimits } from '#shared/domain/funnel.ts'

/**
 * Says how long customers wait: how many up to 7 days, 30, 90 and longer, the middle and the longest.
 *
 * Units: days. Empty: null for the middle and the longest of nobody.
 * Example: [3, 40, 8] -> byAge [1, 1, 1, 0], the middle 8, the longest 40; [2, 5] -> the middle 3.5
 */
export function summarizeAges(days: readonly number[]): {
  readonly byAge: [number, number, number, number]
  readonly medianDays: number | null
  readonly longestDays: number | null
} {
  const byAge: [number, number, number, number] = [0, 0, 0, 0]
  for (const age of days) {
    const at = ageLimits.findIndex(limit => age <= limit)
    byAge[(at === -1 ? ageLimits.length : at) as 0 | 1 | 2 | 3]++
  }
  if (days.length === 0) return { byAge, medianDays: null, longestDays: null }
  const sorted = days.toSorted((a, b) => a - b)
  const [low, high] = [(sorted.length - 1) >> 1, sorted.length >> 1]
  return {
    byAge,
    medianDays: ((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2,
    longestDays: sorted.at(-1) ?? null,
  }
}
