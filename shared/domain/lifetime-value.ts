import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId } from './customer.ts'

/** For how many months ahead, and how much money of a year later is worth less: 0.1 takes off a tenth. */
export const ValueRequest = z.object({
  asOf: CalendarDate,
  horizonMonths: z.int().min(1).max(60),
  yearlyDiscount: z.number().min(0).max(1),
})
export type ValueRequest = z.infer<typeof ValueRequest>

/** What the model needs at least; below it the answer is a refusal that names what is missing. */
export const leastForValue = { customers: 100, repeatBuyers: 50, days: 90 } as const

/**
 * Why nothing is said: too few customers who bought, too few who bought again, too short a time since the first purchase, or no
 * parameters that fit.
 */
export const ValueRefusal = z.enum(['too-few-customers', 'too-few-repeats', 'too-short', 'does-not-fit'])
export type ValueRefusal = z.infer<typeof ValueRefusal>

/** Buyers by their repeat purchases until the middle of the check: bought afterwards per customer, as expected and in truth. */
export const HoldoutGroup = z.object({
  repeats: z.int(),
  customers: z.int(),
  expected: z.number(),
  actual: z.number(),
})
export type HoldoutGroup = z.infer<typeof HoldoutGroup>

/** The chances at which the groups of buyers begin who may still be customers. */
export const aliveChances = [0.8, 0.5, 0.2, 0] as const

/**
 * What is expected of all customers together.
 *
 * Shape: `refusal` null with `timing`, else the other way round. `spend` null where the spend does not fit: then purchases are
 * expected, and no value. `holdout` compares the last quarter of the time with what the rest made expect; null where the rest alone
 * is too little. `chances`: the buyers by their chance to be customers still, each group up to where the one before it begins.
 * Units: days, purchases, minor units.
 */
export const ValueAnalysis = z.object({
  ...ValueRequest.shape,
  revision: z.string(),
  buyers: z.int(),
  repeatBuyers: z.int(),
  balancesLeftOut: z.int(),
  refusal: ValueRefusal.nullable(),
  timing: z
    .object({
      ...{ r: z.number(), alpha: z.number(), a: z.number(), b: z.number(), logLikelihood: z.number() },
      ...{ expectedPurchases: z.number(), expectedAlive: z.number() },
    })
    .nullable(),
  spend: z
    .object({
      ...{ p: z.number(), q: z.number(), v: z.number(), logLikelihood: z.number(), valueMinor: z.int() },
    })
    .nullable(),
  chances: z.array(
    z.object({
      ...{ fromChance: z.number(), customers: z.int() },
      ...{ expectedPurchases: z.number(), valueMinor: z.int().nullable() },
    }),
  ),
  holdout: z.object({ fromOn: CalendarDate, days: z.int(), groups: z.array(HoldoutGroup) }).nullable(),
})
export type ValueAnalysis = z.infer<typeof ValueAnalysis>

/** What is expected of one customer within the horizon; `valueMinor` null where the spend does not fit. */
export const ValueMember = z.object({
  customerId: CustomerId,
  archiveNumber: z.string(),
  repeats: z.int(),
  lastAgeDays: z.int(),
  ageDays: z.int(),
  chanceAlive: z.number(),
  expectedPurchases: z.number(),
  meanSpendMinor: z.int().nullable(),
  valueMinor: z.int().nullable(),
})
export type ValueMember = z.infer<typeof ValueMember>
