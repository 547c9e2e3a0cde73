import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CardType, Gender } from './customer.ts'

/** By what customers are told apart, in the order of the tables. `segment` is the class of a rule set of scores. */
export const compositionParts = ['segment', 'cardType', 'region', 'ageBand', 'gender', 'source'] as const
/** By what customers are told apart. */
export const CompositionPart = z.enum(compositionParts)
export type CompositionPart = z.infer<typeof CompositionPart>

/** The parts of which no day is known: they stand in both periods as they are today. */
export const partsOfToday: readonly CompositionPart[] = ['region', 'gender', 'source']

/** The ages at which the bands begin that are offered. */
export const usualAges: readonly number[] = [18, 25, 35, 45, 55, 65]

/**
 * Whose composition is asked for.
 *
 * Shape: `fromOn` null: all time, which has no period before it. `ages` rise; each begins a band, the youngest begins at 0.
 */
export const CompositionRequest = z.object({
  fromOn: CalendarDate.nullable(),
  asOf: CalendarDate,
  ruleSetCode: z.string().min(1).max(50),
  ages: z
    .array(z.int().min(1).max(120))
    .max(20)
    .refine(ages => ages.every((age, index) => age > (ages[index - 1] ?? 0)), 'the ages must rise'),
})
export type CompositionRequest = z.infer<typeof CompositionRequest>

/** A number with its share of all and what it was before; null where there is no period before. `change` is in its unit. */
export const Compared = z.object({
  now: z.number(),
  share: z.number(),
  before: z.number().nullable(),
  change: z.number().nullable(),
})
export type Compared = z.infer<typeof Compared>

/** Customers of one kind on the day and their net sales of the period. `key` null: it is not known of them. Units: minor units. */
export const CompositionRow = z.object({
  key: z.string().nullable(),
  customers: Compared,
  netMinor: Compared,
})
export type CompositionRow = z.infer<typeof CompositionRow>

/**
 * Of whom the customers consist, once by each part; every table sums to all customers, its last row is 'not known'.
 *
 * Shape: keys are codes of segments, cards and genders, names of provinces and sources, ages `18-24` and `65+`. Known customers are
 * counted at the end of the period and of the one before it, each with his class, card and age of that day. Opening balances that lie
 * within a period are in its sales; `unassignedMinor` was sold to nobody known.
 */
export const Composition = z.object({
  ...CompositionRequest.shape,
  ruleVersion: z.int(),
  revision: z.string(),
  before: z.object({ fromOn: CalendarDate, asOf: CalendarDate }).nullable(),
  customers: Compared,
  netMinor: Compared,
  unassignedMinor: z.number(),
  balancesLeftOut: z.int(),
  tables: z.array(z.object({ part: CompositionPart, isOfToday: z.boolean(), rows: z.array(CompositionRow) })),
})
export type Composition = z.infer<typeof Composition>

/** The keys of cards and genders, in the order of their rows. */
export const fixedKeys = { cardType: CardType.options, gender: Gender.options } as const
