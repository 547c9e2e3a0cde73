import { z } from 'zod'
import { CalendarDate, CalendarMonth } from './calendar-date.ts'

/** Cohorts of the last `months` calendar months, that of the reference date among them. */
export const CohortRequest = z.object({ asOf: CalendarDate, months: z.int().min(1).max(120) })
export type CohortRequest = z.infer<typeof CohortRequest>

/** Of fewer customers, or fewer times between purchases, no share and no quartile is said: too few. */
export const leastForShare = 10

/** Within how many days after the first purchase a second one is looked for. */
export const repurchaseSpans = [30, 60, 90, 180, 365] as const

const Share = z.number().min(0).max(1).nullable()
const Count = z.int().nonnegative()
const Again = z.object({ buyers: Count, again: Count, share: Share })

/**
 * Who stays: customers by the month of their first purchase and how many of them bought in each later month.
 *
 * Shape: `active[k]` of a cohort bought `k` months after its month, `active[0]` are all; `shares` are parts of these. `byMonthsLater`
 * adds the cohorts up that are old enough. `earlierBuyers` belong to cohorts before those shown. Several orders of a day are one
 * purchase; `within` counts buyers whose first purchase lies at least `days` back. `between`: days from a purchase to the same
 * customer's next one. Shares and quartiles are null where there are fewer than `leastForShare`. `balancesLeftOut` customers with an
 * opening balance take no part, since their first purchase has no day. `isLastMonthWhole`: the reference date ends its month.
 */
export const CohortAnalysis = z.object({
  ...CohortRequest.shape,
  revision: z.string(),
  leastForShare: Count,
  isLastMonthWhole: z.boolean(),
  customerCount: Count,
  balancesLeftOut: Count,
  earlierBuyers: Count,
  cohorts: z.array(z.object({ month: CalendarMonth, active: z.array(Count), shares: z.array(Share) })),
  byMonthsLater: z.array(z.object({ monthsLater: Count, customers: Count, active: Count, share: Share })),
  byMonth: z.array(z.object({ month: CalendarMonth, newCustomers: Count, returningCustomers: Count })),
  repurchase: z.object({ ...Again.shape, within: z.array(Again.extend({ days: z.int().positive() })) }),
  between: z.object({
    count: Count,
    quartiles: z.object({ lowerDays: z.number(), medianDays: z.number(), upperDays: z.number() }).nullable(),
  }),
})
export type CohortAnalysis = z.infer<typeof CohortAnalysis>
