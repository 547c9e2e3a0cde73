import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId } from './customer.ts'

/** Whose preferences: those of all who bought, of one customer, or of a segment of the ten by RFM. */
export const PreferenceOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('customer'), customerId: CustomerId }),
  z.object({ kind: z.literal('segment'), code: z.string().min(1).max(50) }),
])
export type PreferenceOwner = z.infer<typeof PreferenceOwner>

/** What someone likes to buy, from the orders between two days; `fromOn` null: from the beginning. */
export const PreferenceRequest = z.object({
  of: PreferenceOwner,
  fromOn: CalendarDate.nullable(),
  asOf: CalendarDate,
})
export type PreferenceRequest = z.infer<typeof PreferenceRequest>

/** Of fewer orders nothing is said: too few. */
export const leastForPreference = 5

/** So many categories, brands and products are named. */
export const mostPreferred = 10

const Count = z.int().nonnegative()
const Counts = z.array(Count)
const Taste = z.object({
  orderCount: Count,
  isTooFew: z.boolean(),
  rows: z.array(z.object({ name: z.string(), orderCount: Count, share: z.number().min(0).max(1) })),
})

/**
 * What is preferred: categories, brands (where the items name them), products, prices, and when.
 *
 * Shape: each part tells by its own `orderCount` how many orders it could be seen in; below `leastOrders` it is too few and says nothing,
 * while plain counts (`byHour`, `weekdays` from Monday, `months` from January) stay. A `share` is that of the part's orders; an order
 * counts once for each thing in it, and what was wholly returned was not bought. `prices` are those paid per piece before refunds,
 * gifts left out; between `lowerMinor` and `upperMinor` lies the middle half of them. `best`: the two hours with most orders, from `fromHour` until before
 * `toHour`. `byHourAndWeekday[hour]` has a place per weekday.
 * Units: minor units.
 */
export const Preferences = z.object({
  ...PreferenceRequest.shape,
  revision: z.string(),
  leastOrders: Count,
  customerCount: Count,
  orderCount: Count,
  isTooFew: z.boolean(),
  ordersWithoutLines: Count,
  categories: Taste,
  brands: Taste,
  products: Taste,
  prices: z.object({
    lineCount: Count,
    isTooFew: z.boolean(),
    band: z
      .object({
        ...{ lowestMinor: Count, lowerMinor: Count, medianMinor: Count },
        ...{ upperMinor: Count, highestMinor: Count },
      })
      .nullable(),
  }),
  hours: z.object({
    orderCount: Count,
    isTooFew: z.boolean(),
    best: z.object({ fromHour: Count, toHour: Count, orderCount: Count }).nullable(),
    byHour: Counts,
    byHourAndWeekday: z.array(Counts),
  }),
  weekdays: Counts,
  months: Counts,
})
export type Preferences = z.infer<typeof Preferences>
