import { addDays, addMonths, type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'

/** Months before the reference date: from `fromMonths` ago, that day excluded, until `toMonths` ago, that day included. */
export type MonthSpan = { readonly fromMonths: number; readonly toMonths: number }

/**
 * How a customer's contribution is reckoned and when he belongs to which of the seven groups. Every figure is a setting.
 *
 * Shape: the score is `recentFactor` times the spend of `recent` plus the spend of `base`. Loss and growth compare the last
 * `comparedMonths` with as many before them. `topShare`, `highShare` and `middleShare` are shares of those with a score, counted
 * from the top: the rest contributes little.
 */
export type ContributionRules = {
  readonly recent: MonthSpan
  readonly recentFactor: number
  readonly base: MonthSpan
  readonly comparedMonths: number
  readonly lossShare: number
  readonly growthFactor: number
  readonly topShare: number
  readonly highShare: number
  readonly middleShare: number
  /** A customer came back who bought nothing for so long. */
  readonly pauseMonths: number
  /** A season: all purchases of these last years lie within so many neighbouring months of the calendar. */
  readonly seasonMonths: number
}

const shared = {
  ...{ recent: { fromMonths: 3, toMonths: 0 }, recentFactor: 2, comparedMonths: 6, lossShare: 0.9 },
  ...{ topShare: 0.1, highShare: 0.3, middleShare: 0.6, pauseMonths: 6, seasonMonths: 4 },
} as const

/** The score as the source prints it: 36 months, growth of 15 times. */
export const asPrinted: ContributionRules = {
  ...shared,
  base: { fromMonths: 36, toMonths: 0 },
  growthFactor: 15,
}

/** The likelier reading of the damaged text: months 3 to 6, growth of 1.5 times. */
export const correctedReading: ContributionRules = {
  ...shared,
  base: { fromMonths: 6, toMonths: 3 },
  growthFactor: 1.5,
}

/** The first and the last day of a span, both included, as day numbers. Example: 3 to 0 months before 2026-11-22 -> 2026-08-23 to 2026-11-22 */
export function daysOfSpan(
  asOf: CalendarDate,
  { fromMonths, toMonths }: MonthSpan,
): readonly [number, number] {
  return [
    toDayNumber(addDays(addMonths(asOf, -fromMonths), 1)),
    toDayNumber(toMonths === 0 ? asOf : addMonths(asOf, -toMonths)),
  ]
}
