import { type CalendarDate, fromDayNumber } from '#shared/domain/calendar-date.ts'
import type { RfmCutPoints, ScoreEdges } from '#shared/domain/rfm.ts'
import type { ScoreExplanation } from '#shared/domain/rfm-analysis.ts'
import { hasPurchase, noOrderDay, type RfmInput } from './rfm-columns.ts'
import { daysSince } from './rfm-cut-points.ts'
import { countReached } from './rfm-scores.ts'

/** Which end of a measure is the good one. */
export type ScoreDirection = 'small-is-good' | 'large-is-good'

/** The facts behind one customer's scores. */
export type ScoresExplained = {
  readonly lastOn: CalendarDate | null
  readonly recencyDays: ScoreExplanation | null
  readonly orderCount: ScoreExplanation | null
  readonly spendMinor: ScoreExplanation | null
}

/**
 * Gives the score of a value together with the limits between which it holds.
 *
 * Shape: both limits are included, and null where there is none. They are whole numbers, because days, orders and
 * minor units are: an edge of 8.4 orders means 9 orders or more.
 * Units: those of the value.
 * Example: 9 orders, edges [2, 3.5, 8.4, 12], large is good -> { value: 9, score: 4, lowerLimit: 9, upperLimit: 11 }
 */
export function explainScore(value: number, edges: ScoreEdges, direction: ScoreDirection): ScoreExplanation {
  const reached = countReached(value, edges)
  const below = edges[reached - 1]
  const above = edges[reached]
  return {
    value,
    score: direction === 'large-is-good' ? 1 + reached : 5 - reached,
    lowerLimit: below === undefined ? null : Math.ceil(below),
    upperLimit: above === undefined ? null : Math.ceil(above) - 1,
  }
}

/**
 * Gives the day, the sums and the limits behind one customer's scores, enough to reckon them again on paper.
 *
 * Empty: all null without a purchase; `lastOn` and `recencyDays` null where only the last purchase is not known.
 * Errors: RangeError when the last order lies after `asOfDay`.
 */
export function explainScores(
  input: RfmInput,
  index: number,
  asOfDay: number,
  cutPoints: RfmCutPoints,
): ScoresExplained {
  if (!hasPurchase(input, index))
    return { lastOn: null, recencyDays: null, orderCount: null, spendMinor: null }
  const lastDay = input.lastOrderDay[index] ?? noOrderDay
  const isDated = lastDay !== noOrderDay
  return {
    lastOn: isDated ? fromDayNumber(lastDay) : null,
    recencyDays: isDated
      ? explainScore(daysSince(lastDay, asOfDay), cutPoints.recencyDays, 'small-is-good')
      : null,
    orderCount: explainScore(input.orderCount[index] ?? 0, cutPoints.orderCount, 'large-is-good'),
    spendMinor: explainScore(input.spendMinor[index] ?? 0, cutPoints.spendMinor, 'large-is-good'),
  }
}
