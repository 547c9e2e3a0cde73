import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'

/**
 * Which rules are asked for: of baskets that are orders, or all that a customer bought, between two days.
 *
 * Shape: a rule must stand in at least `minimumCount` baskets and in that share of all; `fromOn` null: from the beginning; `mostItems`
 * counts both sides.
 */
export const BasketRequest = z.object({
  fromOn: CalendarDate.nullable(),
  asOf: CalendarDate,
  by: z.enum(['order', 'customer']),
  minimumCount: z.int().min(1),
  minimumSupport: z.number().min(0).max(1),
  minimumConfidence: z.number().min(0).max(1),
  minimumLift: z.number().min(0),
  mostItems: z.int().min(2).max(10),
})
export type BasketRequest = z.infer<typeof BasketRequest>

/** A product as the shop calls it. */
export const BasketProduct = z.object({ productId: z.int().positive(), name: z.string() })
export type BasketProduct = z.infer<typeof BasketProduct>

/** Who buys the left products buys the right one too. Shares are 0 to 1; `conviction` null where the rule never fails. */
export const BasketRule = z.object({
  left: z.array(BasketProduct).min(1),
  right: BasketProduct,
  count: z.int(),
  leftCount: z.int(),
  rightCount: z.int(),
  support: z.number(),
  confidence: z.number(),
  lift: z.number(),
  leverage: z.number(),
  conviction: z.number().nullable(),
})
export type BasketRule = z.infer<typeof BasketRule>

/** So many products are found by a part of their name. */
export const mostFoundProducts = 50

/** So many rules are answered, those with the highest lift. */
export const mostRules = 1000

/**
 * The rules that hold, the highest lift first.
 *
 * Shape: `ruleCount` counts all of them. `isCut`: the minimum is so low that not all sets of products were looked through.
 */
export const BasketAnalysis = z.object({
  ...BasketRequest.shape,
  revision: z.string(),
  basketCount: z.int(),
  productCount: z.int(),
  ruleCount: z.int(),
  isCut: z.boolean(),
  rules: z.array(BasketRule),
})
export type BasketAnalysis = z.infer<typeof BasketAnalysis>
