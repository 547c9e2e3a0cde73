import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId } from './customer.ts'

/**
 * From where on somebody is high, and from where on middle: a value of the measure (minor units, orders), or a share of the buyers,
 * counted from the top.
 */
export const TierLimits = z.discriminatedUnion('by', [
  z
    .object({ by: z.literal('value'), highFrom: z.number().min(0), middleFrom: z.number().min(0) })
    .refine(({ highFrom, middleFrom }) => middleFrom <= highFrom, 'the limits must rise'),
  z
    .object({
      by: z.literal('share'),
      highShare: z.number().min(0).max(1),
      middleShare: z.number().min(0).max(1),
    })
    .refine(({ highShare, middleShare }) => highShare <= middleShare, 'the shares must rise'),
])
export type TierLimits = z.infer<typeof TierLimits>

/** What a level is measured by: spend per order, spend, orders of the period. */
export const TierMeasure = z.enum(['averageOrder', 'spend', 'orderCount'])
export type TierMeasure = z.infer<typeof TierMeasure>

const named = { code: z.string().min(1).max(50), version: z.int().positive() }

/**
 * A standard by which customers are put into tiers. It is never changed: what differs is another version.
 *
 * Shape: `level`: high, middle, low. `category`: what was in the most orders, of those who have at least so many. `age-gender`: each age
 * begins a band.
 */
export const TierStandard = z.discriminatedUnion('kind', [
  z.object({ ...named, kind: z.literal('level'), measure: TierMeasure, limits: TierLimits }),
  z.object({ ...named, kind: z.literal('category'), leastOrders: z.int().min(1).max(1000) }),
  z.object({
    ...named,
    kind: z.literal('age-gender'),
    ages: z
      .array(z.int().min(1).max(120))
      .max(20)
      .refine(ages => ages.every((age, index) => age > (ages[index - 1] ?? 0)), 'the ages must rise'),
  }),
])
export type TierStandard = z.infer<typeof TierStandard>

/** The four ready standards: 购买力, 消费偏好, 购买频率, 年龄 x 性别. */
export const tierPresets = {
  'purchasing-power': {
    ...{ code: 'purchasing-power', version: 1, kind: 'level', measure: 'averageOrder' },
    limits: { by: 'share', highShare: 0.2, middleShare: 0.8 },
  },
  'preferred-category': { code: 'preferred-category', version: 1, kind: 'category', leastOrders: 3 },
  // Shares would not part them: most buyers of most shops have one order.
  'purchase-frequency': {
    ...{ code: 'purchase-frequency', version: 1, kind: 'level', measure: 'orderCount' },
    limits: { by: 'value', highFrom: 6, middleFrom: 2 },
  },
  'age-gender': {
    ...{ code: 'age-gender', version: 1, kind: 'age-gender', ages: [18, 25, 35, 45, 55, 65] },
  },
} satisfies Record<string, TierStandard>
/** The name of a ready standard. */
export const TierPreset = z.enum(Object.keys(tierPresets) as [TierPreset, ...TierPreset[]])
export type TierPreset = keyof typeof tierPresets

/** Which tiers are asked for; `fromOn` null: over all time. */
export const TierRequest = z.object({
  fromOn: CalendarDate.nullable(),
  asOf: CalendarDate,
  standard: TierStandard,
})
export type TierRequest = z.infer<typeof TierRequest>

/**
 * One tier, its customers and their net sales of the period.
 *
 * Shape: `tier` is `high`, `middle`, `low`; `category:<name>`, `mixed` (two were in equally many orders), `too-few`; or
 * `<gender>/<band>` with `unknown` for what is not known. `none`: bought nothing of the kind.
 * Units: minor units; `share` of all customers.
 */
export const TierSummary = z.object({
  tier: z.string(),
  customers: z.int(),
  share: z.number(),
  netMinor: z.number(),
})
export type TierSummary = z.infer<typeof TierSummary>

/** One customer's tier with what led to it: the measure, or in how many of his orders the category was; null where there is nothing. */
export const TierMember = z.object({
  customerId: CustomerId,
  archiveNumber: z.string(),
  tier: z.string(),
  value: z.number().nullable(),
  ofOrders: z.int().nullable(),
})
export type TierMember = z.infer<typeof TierMember>

/**
 * All customers of a day in their tiers, which sum to all.
 *
 * Shape: `limits` are those that the buyers' shares gave, or as they were given; null for other standards, and without a buyer.
 * `isOfToday`: gender, birth date and category have no day of their own and stand as they are today.
 */
export const TierAnalysis = z.object({
  ...TierRequest.shape,
  revision: z.string(),
  customers: z.int(),
  limits: z.object({ highFrom: z.number(), middleFrom: z.number() }).nullable(),
  isOfToday: z.boolean(),
  balancesLeftOut: z.int(),
  tiers: z.array(TierSummary),
  members: z.array(TierMember),
})
export type TierAnalysis = z.infer<typeof TierAnalysis>
