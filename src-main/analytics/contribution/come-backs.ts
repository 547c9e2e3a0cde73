import { addMonths, type CalendarDate, fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import type { ContributionRules } from '#shared/domain/contribution.ts'
import type { PurchasesByDay } from './purchases-by-day.ts'
import type { StandingPurchases } from './standing-purchases.ts'

/**
 * Makes the function that says who came back after a pause: whose first purchase of the recent months lies at least `pauseMonths`
 * after the one before it.
 *
 * Cost: one look at the purchases of the recent months; who is asked about, and has bought in them, is looked up.
 */
export function findComeBacks(
  { day, customer, previousOf }: PurchasesByDay,
  { isCounted }: StandingPurchases,
  customerCount: number,
  asOf: CalendarDate,
  { recent, pauseMonths }: ContributionRules,
): (index: number) => boolean {
  const recentFrom = toDayNumber(addMonths(asOf, -recent.fromMonths)) + 1
  const firstRecent = new Int32Array(customerCount).fill(-1)
  const end = firstPlaceFrom(day, toDayNumber(asOf) + 1)
  for (let place = end - 1; place >= 0 && (day[place] ?? 0) >= recentFrom; place--)
    if (isCounted[place] === 1) firstRecent[customer[place] ?? 0] = place
  const pauseEnds = new Map<number, number>()
  const pauseEnd = (lastDay: number) => {
    const known = pauseEnds.get(lastDay) ?? toDayNumber(addMonths(fromDayNumber(lastDay), pauseMonths))
    pauseEnds.set(lastDay, known)
    return known
  }
  return index => {
    const first = firstRecent[index] ?? -1
    if (first < 0) return false
    let before = previousOf[first] ?? -1
    while (before >= 0 && isCounted[before] !== 1) before = previousOf[before] ?? -1
    return before >= 0 && (day[first] ?? 0) >= pauseEnd(day[before] ?? 0)
  }
}

/** The first place of a day or a later one. */
function firstPlaceFrom(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}
