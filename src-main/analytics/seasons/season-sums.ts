import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import { firstDayOfMonth, toMonthNumber } from '#shared/domain/calendar-date.ts'

/** Days of whole years: `years` times twelve months from `firstDay` to `lastDay`, both included. */
export type WholeYears = { readonly years: number; readonly firstDay: number; readonly lastDay: number }

/** Counted orders and revenue by place: of a month January is 0, of a week Monday. Units: minor units, refunds taken off. */
export type SeasonSums = { readonly orderCount: Int32Array; readonly revenueMinor: Float64Array }

/**
 * Finds the latest whole years: as many times twelve months, up to the last month that is over, as were all sold in.
 *
 * Shape: the month of the first order is whole only when that order is on its first day; at most `mostYears`.
 * Empty: null when there is no whole year.
 * Example: orders from 2024-03-05 to 2026-11-22 -> 2 years, 2024-11-01 to 2026-10-31
 */
export function findWholeYears(firstDay: number, asOfDay: number, mostYears: number): WholeYears | null {
  const endMonth = toMonthNumber(asOfDay + 1)
  const startMonth = toMonthNumber(firstDay - 1) + 1
  const years = Math.min(mostYears, Math.floor((endMonth - startMonth) / 12))
  if (years < 1) return null
  return {
    years,
    firstDay: firstDayOfMonth(endMonth - 12 * years),
    lastDay: firstDayOfMonth(endMonth) - 1,
  }
}

/** Finds the day of the first counted order until a day. Empty: null. */
export function findFirstOrderDay(
  { orderedOnDay, isCounted }: PurchaseColumns,
  asOfDay: number,
): number | null {
  let firstDay = asOfDay + 1
  for (let at = 0; at < orderedOnDay.length; at++) {
    const day = orderedOnDay[at] ?? 0
    if (day < firstDay && isCounted[at] === 1) firstDay = day
  }
  return firstDay > asOfDay ? null : firstDay
}

/** Tells the day of the week: 0 is Monday. Example: 0 (1970-01-01) -> 3, a Thursday */
export const weekdayOf = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7

/** Tells the month of the year: 0 is January. */
export const calendarMonthOf = (dayNumber: number): number => ((toMonthNumber(dayNumber) % 12) + 12) % 12

/**
 * Adds up orders and revenue between two days, both included, by a place that their day has in the year or the week.
 *
 * Shape: sales without a customer take part; a cancellation lowers the revenue of its own day and is no order.
 */
export function sumByPlace(
  { orderedOnDay, netMinor, isCounted }: PurchaseColumns,
  [firstDay, lastDay]: readonly [number, number],
  placeCount: number,
  placeOf: (dayNumber: number) => number,
): SeasonSums {
  const places = Uint8Array.from({ length: lastDay - firstDay + 1 }, (_, day) => placeOf(firstDay + day))
  const orderCount = new Int32Array(placeCount)
  const revenueMinor = new Float64Array(placeCount)
  for (let at = 0; at < orderedOnDay.length; at++) {
    const place = places[(orderedOnDay[at] ?? 0) - firstDay]
    if (place === undefined) continue
    orderCount[place] = (orderCount[place] ?? 0) + (isCounted[at] ?? 0)
    revenueMinor[place] = (revenueMinor[place] ?? 0) + (netMinor[at] ?? 0)
  }
  return { orderCount, revenueMinor }
}

/** Counts how often each place comes between two days, both included. Example: 8 days from a Monday on -> 2 Mondays */
export function countDays(
  [firstDay, lastDay]: readonly [number, number],
  placeCount: number,
  placeOf: (dayNumber: number) => number,
): Int32Array {
  const counts = new Int32Array(placeCount)
  for (let day = firstDay; day <= lastDay; day++) counts[placeOf(day)] = (counts[placeOf(day)] ?? 0) + 1
  return counts
}

/**
 * Compares values with their average, which is 1: each per unit of its weight, against all per unit of all weights.
 *
 * Shape: a weight of 0 gives null. Empty: all null where the average is not above 0.
 * Example: [30, 10] with weights [1, 1] -> [1.5, 0.5]
 */
export function indexAgainstAverage(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
): (number | null)[] {
  const sum = (list: ArrayLike<number>) => Array.from(list).reduce((total, value) => total + value, 0)
  const average = sum(values) / sum(weights)
  return Array.from(values, (value, place) => {
    const weight = weights[place] ?? 0
    return average > 0 && weight > 0 ? value / weight / average : null
  })
}
