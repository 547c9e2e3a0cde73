import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'

/** How purchases until a day spread over the year, the week and the day. */
export const SeasonRequest = z.object({ asOf: CalendarDate })
export type SeasonRequest = z.infer<typeof SeasonRequest>

/** With less, no index is said: whole years for the months of the calendar, orders for weekdays and hours. */
export const leastForSeason = { years: 2, orders: 100 } as const

/** So many whole years are looked at, the latest. */
export const mostSeasonYears = 10

const Count = z.int().nonnegative()
const Index = z.number().nullable()
const Sums = { orderCount: Count, revenueMinor: z.int() }
const Span = { firstOn: CalendarDate, lastOn: CalendarDate }

/**
 * Calendar months, weekdays and hours against the average, which is 1.
 *
 * Shape: `wholeYears` are as many times twelve months up to the last month that is over as were all sold in, null without one; `months`
 * adds up just these. `weekdays` (1 Monday to 7 Sunday) and `hours` count from the first order on; a weekday's index goes by how often
 * the weekday was. `isTooFew`: less than `least`, then the indexes are null and the counts stay. `hours` know only orders with a time
 * of day; `byWeekday[n]` of an hour are those of weekday n + 1; `ordersWithoutTime` are the others. Sales without a customer take part;
 * `balancesLeftOut` opening balances have no days. Revenue is net of refunds.
 * Units: minor units.
 */
export const SeasonAnalysis = z.object({
  ...SeasonRequest.shape,
  revision: z.string(),
  least: z.object({ years: Count, orders: Count }),
  balancesLeftOut: Count,
  wholeYears: z.object({ years: Count, orderCount: Count, ...Span }).nullable(),
  months: z.object({
    isTooFew: z.boolean(),
    rows: z.array(
      z.object({ month: z.int().min(1).max(12), ...Sums, orderIndex: Index, revenueIndex: Index }),
    ),
  }),
  days: z.object({ orderCount: Count, ...Span }).nullable(),
  weekdays: z.object({
    isTooFew: z.boolean(),
    rows: z.array(
      z.object({ weekday: z.int().min(1).max(7), ...Sums, orderIndex: Index, revenueIndex: Index }),
    ),
  }),
  hours: z.object({
    isTooFew: z.boolean(),
    ordersWithTime: Count,
    ordersWithoutTime: Count,
    rows: z.array(
      z.object({
        hour: z.int().min(0).max(23),
        orderCount: Count,
        orderIndex: Index,
        byWeekday: z.array(Count),
      }),
    ),
  }),
})
export type SeasonAnalysis = z.infer<typeof SeasonAnalysis>
