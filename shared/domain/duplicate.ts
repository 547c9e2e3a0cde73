import { z } from 'zod'
import { CustomerId } from './customer.ts'

/**
 * Why two customers may be one person. Masked phones, virtual numbers and platform codes (OAID) are never among them: they
 * name nobody.
 */
export const DuplicateReason = z.enum([
  'phone-and-name',
  'phone',
  'email',
  'wechat',
  'name-and-address',
  'name-and-birthday',
  'address',
])
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** How likely two customers are one: `low` is only a question, e.g. father and son at one address. */
export const DuplicateConfidence = z.enum(['high', 'medium', 'low'])
export type DuplicateConfidence = z.infer<typeof DuplicateConfidence>

/** What was decided about a pair: two people, or one person who keeps two files. */
export const PairDecision = z.enum(['different', 'same-apart'])
export type PairDecision = z.infer<typeof PairDecision>

/** One customer of a pair. */
export const PairMember = z.object({
  customerId: CustomerId,
  archiveNumber: z.string(),
  name: z.string(),
  orderCount: z.int(),
})
export type PairMember = z.infer<typeof PairMember>

/** Two customers who may be one; the one who would stay comes first. */
export const DuplicatePair = z.object({
  survivor: PairMember,
  other: PairMember,
  /** The strongest first; `value` is what both have, hidden as on a masked report. */
  reasons: z.array(z.object({ code: DuplicateReason, value: z.string().nullable() })),
  confidence: DuplicateConfidence,
  /** Equal phone and name and nothing against it: may be merged without looking. */
  isSafe: z.boolean(),
})
export type DuplicatePair = z.infer<typeof DuplicatePair>

/** Which pairs are wanted: of one reason, of the customers that an import created or changed. */
export const DuplicateFilter = z.object({
  reason: DuplicateReason.nullable(),
  importBatchId: z.int().positive().nullable(),
})
export type DuplicateFilter = z.infer<typeof DuplicateFilter>
