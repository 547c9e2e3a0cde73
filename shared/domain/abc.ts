import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId } from './customer.ts'

/** Up to which cumulated share of sales somebody is A, and up to which B. */
export const AbcLimits = z
  .object({ aShare: z.number().min(0).max(1), bShare: z.number().min(0).max(1) })
  .refine(({ aShare, bShare }) => aShare <= bShare, 'the shares must rise')
export type AbcLimits = z.infer<typeof AbcLimits>

/** The usual limits: the first 80 % of sales, then up to 95 %. */
export const usualAbcLimits: AbcLimits = { aShare: 0.8, bShare: 0.95 }

/** Which sales are ranked, between two days; `fromOn` null: from the beginning. So many rows are listed, the largest first. */
export const AbcRequest = z.object({
  fromOn: CalendarDate.nullable(),
  asOf: CalendarDate,
  limits: AbcLimits,
  firstRows: z.int().min(0),
})
export type AbcRequest = z.infer<typeof AbcRequest>

/** The classes, the best first. `none`: as much was given back as was sold, or more. */
export const abcClasses = ['A', 'B', 'C', 'none'] as const
/** Class by the share of sales that those make up who sell as much or more. */
export const AbcClass = z.enum(abcClasses)
export type AbcClass = z.infer<typeof AbcClass>

/** One class with its sums. Units: minor units; `share` is of what classes A to C sold together. */
export const AbcClassSummary = z.object({
  class: AbcClass,
  count: z.int(),
  netMinor: z.number(),
  share: z.number(),
})
export type AbcClassSummary = z.infer<typeof AbcClassSummary>

/** The `count` largest make up this share of sales. */
export const ParetoPoint = z.object({ count: z.int(), share: z.number() })
export type ParetoPoint = z.infer<typeof ParetoPoint>

/** Where one stands: `cumulatedShare` is that of all who sell as much or more; equal sums share rank and class. */
export const AbcPlace = z.object({
  rank: z.int().positive(),
  netMinor: z.number(),
  share: z.number(),
  cumulatedShare: z.number(),
  class: AbcClass,
})
export type AbcPlace = z.infer<typeof AbcPlace>

/**
 * Customers or products by their net sales.
 *
 * Shape: `count` of them sold something in the period; `curve` has at most 101 points, one per hundredth of them. `topFifth`: the best
 * fifth, rounded up. `unassignedMinor`: net sales that belong to none of them. Without sales above 0 there is no curve and no best fifth.
 */
export const AbcAnalysis = z.object({
  ...AbcRequest.shape,
  revision: z.string(),
  count: z.int(),
  netMinor: z.number(),
  unassignedMinor: z.number(),
  classes: z.array(AbcClassSummary),
  topFifth: ParetoPoint.nullable(),
  curve: z.array(ParetoPoint).max(101),
})
export type AbcAnalysis = z.infer<typeof AbcAnalysis>

/** The customers; opening balances that cannot be split by the period, or that reach beyond its end, are counted, not summed. */
export const CustomerAbc = AbcAnalysis.extend({
  balancesIncluded: z.int(),
  balancesLeftOut: z.int(),
  rows: z.array(AbcPlace.extend({ customerId: CustomerId, archiveNumber: z.string() })),
})
export type CustomerAbc = z.infer<typeof CustomerAbc>

/** The products. Orders without lines, and lines without a product, are in `unassignedMinor`; opening balances take no part. */
export const ProductAbc = AbcAnalysis.extend({
  rows: z.array(AbcPlace.extend({ productId: z.int().positive(), name: z.string() })),
})
export type ProductAbc = z.infer<typeof ProductAbc>
