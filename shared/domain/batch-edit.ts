import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerDraft, CustomerKind, Gender } from './customer.ts'
import { FieldId } from './field.ts'
import { FieldValue } from './field-value.ts'
import { RegionNames } from './region.ts'

/** How many customers one step may name one by one; any number by their rows in a list. */
export const batchLimit = 10_000

/** One field with the value that many customers get; null takes the value away. `own` is a field beyond the default card. */
export const BatchChange = z.discriminatedUnion('field', [
  z.object({ field: z.literal('kind'), value: CustomerKind }),
  z.object({ field: z.literal('gender'), value: Gender.nullable() }),
  z.object({ field: z.literal('occupation'), value: CustomerDraft.shape.occupation }),
  z.object({ field: z.literal('source'), value: CustomerDraft.shape.source }),
  z.object({ field: z.literal('contactRefusedOn'), value: CalendarDate.nullable() }),
  z.object({ field: z.literal('region'), value: RegionNames }),
  z.object({ field: z.literal('own'), fieldId: FieldId, value: FieldValue.nullable() }),
])
export type BatchChange = z.infer<typeof BatchChange>

/** Why a customer was left as before: deleted meanwhile, no field of this kind of customer, no address, fifty tags already. */
export const BatchRefusal = z.enum(['gone', 'other-kind', 'no-address', 'too-many-tags'])
export type BatchRefusal = z.infer<typeof BatchRefusal>

/** What a step did to how many customers; `changeSetId` null: to none. `unchanged` had it so already. */
export const BatchResult = z.object({
  changeSetId: z.int().nullable(),
  changed: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  refused: z.array(z.object({ reason: BatchRefusal, count: z.int().positive() })),
})
export type BatchResult = z.infer<typeof BatchResult>

/** A tag and how many customers have it. */
export const TagCount = z.object({
  tagId: z.int().positive(),
  name: z.string(),
  count: z.int().nonnegative(),
})
export type TagCount = z.infer<typeof TagCount>
