import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'

/** Row key of a plan; never reused. */
export const CollectionPlanId = z.int().positive()

const words = (longest: number) => z.string().trim().max(longest, { error: 'too-long' }).nullable()

/**
 * What is typed for a plan of collecting information: the goal, the kinds of information, the scope, whom it is about, the
 * method (a choice of the field `collection-method`), the people who do it, and its days.
 */
export const CollectionPlanDraft = z.object({
  goal: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'too-long' }),
  kinds: words(1000),
  scope: words(1000),
  targetGroup: words(1000),
  methodOptionId: z.int().positive().nullable(),
  people: words(500),
  fromOn: CalendarDate.nullable(),
  toOn: CalendarDate.nullable(),
})
export type CollectionPlanDraft = z.infer<typeof CollectionPlanDraft>

/** A plan, and how many values say that they were collected under it. */
export const CollectionPlan = z.object({
  planId: CollectionPlanId,
  plan: CollectionPlanDraft,
  valueCount: z.int().nonnegative(),
})
export type CollectionPlan = z.infer<typeof CollectionPlan>
