import { valuesFromTop } from '#main/analytics/rfm/quantiles.ts'
import type { ContributionRules } from '#shared/domain/contribution.ts'

/** How much a customer contributes: among the top, high, middle, low, or nothing at all. */
export const levels = ['top', 'high', 'middle', 'low', 'none'] as const
/** How much a customer contributes. */
export type ContributionLevel = (typeof levels)[number]

/** The lowest scores of each level; null where nobody has a score. Units: minor units. */
export type LevelLimits = { readonly top: number; readonly high: number; readonly middle: number } | null

/**
 * Finds the scores from which a customer counts as top, high and middle.
 *
 * Shape: quantiles of type 7 of the scores above 0; equal scores are of one level.
 * Empty: null where nobody has a score above 0.
 */
export function limitLevels(scoreMinor: Float64Array, rules: ContributionRules): LevelLimits {
  const scored = valuesAboveZero(scoreMinor)
  if (scored.length === 0) return null
  const { topShare, highShare, middleShare } = rules
  const [top = 0, high = 0, middle = 0] = valuesFromTop(scored, [topShare, highShare, middleShare])
  return { top, high, middle }
}

function valuesAboveZero(values: Float64Array): Float64Array {
  const above = new Float64Array(values.length)
  let count = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    if (value > 0) above[count++] = value
  }
  return above.subarray(0, count)
}

/** Tells the level of a score. */
export function levelOf(scoreMinor: number, limits: LevelLimits): ContributionLevel {
  if (limits === null || scoreMinor <= 0) return 'none'
  if (scoreMinor >= limits.top) return 'top'
  if (scoreMinor >= limits.high) return 'high'
  return scoreMinor >= limits.middle ? 'middle' : 'low'
}
