import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerFilter } from './customer-filter.ts'

/** Row key of a tag; never reused. */
export const TagId = z.int().positive()
export type TagId = z.infer<typeof TagId>

/** Colours that a shop may give to a tag; a tag without one is grey. */
export const TagColor = z.enum(['green', 'blue', 'amber', 'red'])
export type TagColor = z.infer<typeof TagColor>

/** What is typed to make or change a tag. `expiresOn` is its last day: after it the tag leaves the customers it is on. */
export const TagDraft = z.object({
  name: z.string().trim().min(1, { error: 'required' }).max(50, { error: 'too-long' }),
  color: TagColor.nullable(),
  expiresOn: CalendarDate.nullable(),
})
export type TagDraft = z.infer<typeof TagDraft>

/** A tag of the archive. */
export const Tag = TagDraft.extend({ tagId: TagId })
export type Tag = z.infer<typeof Tag>

/** Why a rule of a tag is not followed: what it asks for is gone, or it asks for a tag whose own rule asks for this one. */
export const TagRuleProblem = z.enum(['field-gone', 'tag-gone', 'segment-gone', 'circle'])
export type TagRuleProblem = z.infer<typeof TagRuleProblem>

/** The rule of a tag: it is put on whom the filter finds, and taken off again from the others. Empty: `problem` null while it is followed. */
export const TagRule = z.object({ tagId: TagId, rule: CustomerFilter, problem: TagRuleProblem.nullable() })
export type TagRule = z.infer<typeof TagRule>
