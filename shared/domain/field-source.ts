import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CardField } from './card-field.ts'
import { CollectionPlanId } from './collection-plan.ts'
import { ContactPointKind } from './customer.ts'
import { FieldId } from './field.ts'

/** Names a value of a file that was told by somebody: a field of the card, a way of contact, a field beyond the card. */
export const SourcedValue = z.discriminatedUnion('of', [
  z.object({ of: z.literal('card'), field: CardField }),
  z.object({ of: z.literal('contact'), kind: ContactPointKind, value: z.string().max(500) }),
  z.object({ of: z.literal('own'), fieldId: FieldId }),
])
export type SourcedValue = z.infer<typeof SourcedValue>

const OptionId = z.int().positive().nullable()
const Person = z.string().trim().max(50, { error: 'too-long' }).nullable()

/**
 * What is stated about a value: the channel and the method by which it was collected (choices of the fields
 * `collection-source` and `collection-method`), under which plan, when, who verified it, and a second confirmation by another way.
 */
export const FieldSource = z.object({
  sourceOptionId: OptionId,
  methodOptionId: OptionId,
  planId: CollectionPlanId.nullable(),
  statedOn: CalendarDate.nullable(),
  verifier: Person,
  secondMethodOptionId: OptionId,
  secondOn: CalendarDate.nullable(),
  secondVerifier: Person,
  note: z.string().trim().max(500, { error: 'too-long' }).nullable(),
})
export type FieldSource = z.infer<typeof FieldSource>

/** A value with what is stated about it. */
export const StatedValue = z.object({ subject: SourcedValue, source: FieldSource })
export type StatedValue = z.infer<typeof StatedValue>

/** How what is corrected at one go became known. */
export const CorrectionSource = FieldSource.pick({
  sourceOptionId: true,
  methodOptionId: true,
  planId: true,
  verifier: true,
})
export type CorrectionSource = z.infer<typeof CorrectionSource>

/** Nothing is stated. */
export const unstated: FieldSource = {
  ...{ sourceOptionId: null, methodOptionId: null, planId: null, statedOn: null, verifier: null },
  ...{ secondMethodOptionId: null, secondOn: null, secondVerifier: null, note: null },
}
