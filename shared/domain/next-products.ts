import { z } from 'zod'
import { BasketProduct } from './baskets.ts'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId } from './customer.ts'

/** What a customer may buy next, from the orders between two days; `fromOn` null: from the beginning. */
export const NextProductRequest = z.object({
  customerId: CustomerId,
  fromOn: CalendarDate.nullable(),
  asOf: CalendarDate,
})
export type NextProductRequest = z.infer<typeof NextProductRequest>

/**
 * What counts: at least `count` customers bought both, `confidence` of those with the one have the other, `lift` times as many as of all;
 * so many `products` are named. A product was bought on `purchaseDays` days before it has a rhythm; after `lostTimes` of it, it is given up.
 */
export const nextProductRules = {
  ...{ count: 5, confidence: 0.1, lift: 1.2, products: 3, purchaseDays: 3, lostTimes: 3 },
} as const

const Count = z.int().nonnegative()
const Ids = z.array(z.int().positive())

/**
 * What a customer may buy next, with the reason of each.
 *
 * Shape: `next` are products that the customer never bought, the surest first: of `leftCount` customers who bought `because`, `count`
 * bought it too (`customerIds`, at most 200), `lift` times the share of all. `again` are own products that are due by their rhythm, the
 * longest overdue first. `customerCount` customers bought something that has a product. Whoever refused contact is marked.
 */
export const NextProducts = z.object({
  ...NextProductRequest.shape,
  revision: z.string(),
  rules: z.object({
    ...{ count: Count, confidence: z.number(), lift: z.number(), products: Count, purchaseDays: Count },
    lostTimes: z.number(),
  }),
  ...{ isContactRefused: z.boolean(), boughtCount: Count, customerCount: Count },
  next: z.array(
    z.object({
      ...{
        product: BasketProduct,
        because: BasketProduct,
        count: Count,
        leftCount: Count,
        rightCount: Count,
      },
      ...{ confidence: z.number(), lift: z.number(), customerIds: Ids },
    }),
  ),
  again: z.array(
    z.object({
      ...{ product: BasketProduct, purchaseDays: Count, rhythmDays: z.number(), sinceDays: Count },
      ...{ firstOn: CalendarDate, lastOn: CalendarDate, orderCount: Count, orderIds: Ids },
    }),
  ),
})
export type NextProducts = z.infer<typeof NextProducts>
