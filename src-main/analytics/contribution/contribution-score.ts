import type { PurchaseColumns } from '#main/analytics/rfm/rfm-columns.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ContributionRules, MonthSpan } from '#shared/domain/contribution.ts'
import { daysOfSpan } from './month-span.ts'

/**
 * The contribution of every customer, as columns in the order of the customers.
 *
 * Units: minor units; whole where the factor is.
 */
export type ContributionScores = {
  readonly recentMinor: Float64Array
  readonly baseMinor: Float64Array
  readonly scoreMinor: Float64Array
}

/**
 * Reckons the contribution of every customer on a day: the factor times the recent spend, plus the spend of the base.
 *
 * Shape: refunds are in the purchases already; a score may be negative where more was returned than bought.
 * Empty: 0 for who bought nothing in either span.
 * Source: the FedEx case of the source documents, decision 1.
 * Example: as printed, 500 in the last 3 months and 2,000 in 36 months (those 500 among them) -> 2 x 500 + 2,000 = 3,000
 */
export function scoreContribution(
  purchases: PurchaseColumns,
  customerCount: number,
  asOf: CalendarDate,
  rules: ContributionRules,
): ContributionScores {
  const recentMinor = sumSpend(purchases, customerCount, asOf, rules.recent)
  const baseMinor = sumSpend(purchases, customerCount, asOf, rules.base)
  const scoreMinor = baseMinor.map((base, index) => base + rules.recentFactor * (recentMinor[index] ?? 0))
  return { recentMinor, baseMinor, scoreMinor }
}

/** Adds up what every customer spent within a span before a day. Units: minor units. */
export function sumSpend(
  { customerIndex, orderedOnDay, netMinor }: PurchaseColumns,
  customerCount: number,
  asOf: CalendarDate,
  span: MonthSpan,
): Float64Array {
  const [first, last] = daysOfSpan(asOf, span)
  const sums = new Float64Array(customerCount)
  for (let at = 0; at < customerIndex.length; at++) {
    const customer = customerIndex[at] ?? -1
    const day = orderedOnDay[at] ?? 0
    if (customer >= 0 && day >= first && day <= last)
      sums[customer] = (sums[customer] ?? 0) + (netMinor[at] ?? 0)
  }
  return sums
}
