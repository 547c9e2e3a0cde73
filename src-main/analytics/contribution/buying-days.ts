import { noOrderDay, type PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import {
  addMonths,
  type CalendarDate,
  fromDayNumber,
  toDayNumber,
  toMonthNumber,
} from '#shared/domain/calendar-date.ts'
import type { ContributionRules } from '#shared/domain/contribution.ts'

/** When customers bought, one place each: `hasComeBack` after a long pause, `isSeasonal` in the same months of several years. */
export type BuyingDays = { readonly hasComeBack: Uint8Array; readonly isSeasonal: Uint8Array }

/** A season is looked for in so many years. */
export const yearsLookedAt = 3

/**
 * Finds who came back after a pause, and who buys in one season only.
 *
 * Shape: came back: the first purchase of the recent months lies at least `pauseMonths` after the one before it. Seasonal: the
 * purchases of the last three years lie in at least two calendar years and within `seasonMonths` neighbouring calendar months,
 * December and January being neighbours.
 * Empty: 0 in both without a purchase, and for who bought for the first time in the recent months.
 */
export function lookAtBuyingDays(
  purchases: PurchaseColumns,
  customerCount: number,
  asOf: CalendarDate,
  rules: ContributionRules,
): BuyingDays {
  const asOfDay = toDayNumber(asOf)
  const recentFrom = toDayNumber(addMonths(asOf, -rules.recent.fromMonths)) + 1
  const seasonFrom = toDayNumber(addMonths(asOf, -12 * yearsLookedAt)) + 1
  const lastBefore = new Int32Array(customerCount).fill(noOrderDay)
  const firstRecent = new Int32Array(customerCount).fill(noOrderDay)
  const months = new Uint16Array(customerCount)
  const years = new Uint32Array(customerCount)
  const yearOf = (month: number) => Math.floor(month / 12)
  const firstYear = yearOf(toMonthNumber(seasonFrom))
  const monthOfDay = Int32Array.from({ length: Math.max(0, asOfDay - seasonFrom + 1) }, (_, day) =>
    toMonthNumber(seasonFrom + day),
  )
  const { customerIndex, orderedOnDay, isCounted } = purchases
  for (let at = 0; at < customerIndex.length; at++) {
    const customer = customerIndex[at] ?? -1
    const day = orderedOnDay[at] ?? 0
    if (customer < 0 || day > asOfDay || isCounted[at] !== 1) continue
    if (day >= recentFrom) {
      const first = firstRecent[customer] ?? noOrderDay
      if (first === noOrderDay || day < first) firstRecent[customer] = day
    } else if (day > (lastBefore[customer] ?? noOrderDay)) lastBefore[customer] = day
    if (day < seasonFrom) continue
    const month = monthOfDay[day - seasonFrom] ?? 0
    months[customer] = (months[customer] ?? 0) | (1 << (month - 12 * yearOf(month)))
    years[customer] = (years[customer] ?? 0) | (1 << (yearOf(month) - firstYear))
  }
  return {
    hasComeBack: Uint8Array.from(firstRecent, (day, index) =>
      isAfterPause(lastBefore[index] ?? noOrderDay, day, rules),
    ),
    isSeasonal: Uint8Array.from(months, (mask, index) =>
      countBits(years[index] ?? 0) >= 2 && spanOfMonths(mask) <= rules.seasonMonths ? 1 : 0,
    ),
  }
}

function isAfterPause(before: number, day: number, { pauseMonths }: ContributionRules): 0 | 1 {
  if (before === noOrderDay || day === noOrderDay) return 0
  return day >= toDayNumber(addMonths(fromDayNumber(before), pauseMonths)) ? 1 : 0
}

/**
 * Counts the neighbouring months of the year that hold all marked ones, December and January being neighbours.
 *
 * Example: bits of November, December and January -> 3
 */
export function spanOfMonths(mask: number): number {
  return spans[mask] ?? 0
}

/** The span of each of the 4,096 combinations of months. */
const spans = Uint8Array.from({ length: 2 ** 12 }, (_, mask) => reckonSpan(mask))

function reckonSpan(mask: number): number {
  if (mask === 0) return 0
  let longestGap = 0
  for (let start = 0; start < 12; start++) {
    let gap = 0
    while (gap < 12 && (mask & (1 << ((start + gap) % 12))) === 0) gap++
    longestGap = Math.max(longestGap, gap)
  }
  return 12 - longestGap
}

/** Counts the bits that are set. */
export function countBits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
