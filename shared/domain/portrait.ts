import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId } from './customer.ts'
import { FileEntry } from './file-entry.ts'
import { MemberSelector, RfmRequest } from './rfm-analysis.ts'
import { ValueSubject } from './value-source.ts'

/** Whose portrait: that of one customer, or of those behind a mark of the segments page. */
export const PortraitOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer'), customerId: CustomerId }),
  z.object({ kind: z.literal('members'), selector: MemberSelector }),
])
export type PortraitOwner = z.infer<typeof PortraitOwner>

/** A portrait on the reference date of an analysis, from the orders of its period, with the scores of its rules. */
export const PortraitRequest = z.object({ of: PortraitOwner, analysis: RfmRequest })
export type PortraitRequest = z.infer<typeof PortraitRequest>

/** The fixed sections in their order. */
export const portraitSections = [
  'who',
  'what',
  'when',
  'how-much',
  'price',
  'media',
  'service',
  'psychology',
  'next-step',
] as const
export const PortraitSection = z.enum(portraitSections)
export type PortraitSection = z.infer<typeof PortraitSection>

/**
 * From how many on something is said: `orders` for what and when, `customers` for what many are, `purchaseDays` for a rhythm. Two hours stand out from `clearHours`
 * of the orders on, a day of the week or a month from `clearShare`; `lateTimes` of the rhythm is late. `named` things of a kind are listed.
 */
export const portraitRules = {
  ...{
    orders: 5,
    customers: 5,
    purchaseDays: 3,
    clearHours: 1 / 4,
    clearShare: 1 / 3,
    lateTimes: 1.5,
    named: 3,
  },
} as const

/** So many rows stand behind a sentence as ids, the newest; the rest are counted. */
export const mostEvidenceRows = 200

const Count = z.int().nonnegative()
const Ids = z.array(z.int().positive())
const Days = { firstOn: CalendarDate.nullable(), lastOn: CalendarDate.nullable() }

/**
 * What a sentence rests on: rows of orders, customers or lines of the file (`ids`, at most `mostEvidenceRows`, the newest first), or a
 * value that somebody typed or a file gave, with who and when.
 */
export const PortraitEvidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('orders'), count: Count, ...Days, ids: Ids }),
  z.object({ kind: z.literal('customers'), count: Count, ids: Ids }),
  z.object({ kind: z.literal('entries'), count: Count, ...Days, ids: Ids }),
  z.object({
    kind: z.literal('typed'),
    subject: ValueSubject,
    origin: z.enum(['edit', 'import', 'unknown']),
    madeAt: z.string().nullable(),
    actor: z.string().nullable(),
    fileName: z.string().nullable(),
    /** As it was stated by hand where the value comes from. */
    statedOn: CalendarDate.nullable(),
    verifier: z.string().nullable(),
  }),
])
export type PortraitEvidence = z.infer<typeof PortraitEvidence>

const Named = { code: z.string().nullable(), name: z.string().nullable() }

/**
 * One sentence: a template of the catalogue (`portrait.sentence.<code>`) with its values and what it rests on.
 *
 * Shape: `field` is the value of a field beyond the card, by its choices or as `text`. `evidence` null: it says that there is nothing.
 * Units: values that end in `Minor` are minor units, in `Rate` 0..1.
 */
export const PortraitSentence = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  field: z.object({ ...Named, options: z.array(z.object(Named)), text: z.string().nullable() }).nullable(),
  evidence: PortraitEvidence.nullable(),
})
export type PortraitSentence = z.infer<typeof PortraitSentence>

/**
 * A portrait: every section in its order, each with at least one sentence. `isTooFew`: too few orders to speak of what and when.
 *
 * Shape: `ordersFromOn` null: orders from the beginning. `refusedCount` of the customers refused contact. Fields of the file are as they
 * are today, not as on the reference date.
 */
export const Portrait = z.object({
  ...PortraitRequest.shape,
  ...{ ordersFromOn: CalendarDate.nullable(), revision: z.string(), ruleVersion: z.int() },
  rules: z.object({
    ...{ orders: Count, customers: Count, purchaseDays: Count, named: Count },
    ...{ clearHours: z.number(), clearShare: z.number(), lateTimes: z.number() },
  }),
  ...{ customerCount: Count, refusedCount: Count, orderCount: Count, ...Days, isTooFew: z.boolean() },
  sections: z.array(z.object({ section: PortraitSection, sentences: z.array(PortraitSentence).min(1) })),
})
export type Portrait = z.infer<typeof Portrait>

/** The rows behind a sentence are asked for by their ids; lines of a file need its customer. */
export const PortraitRowsRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('orders'), ids: Ids.max(mostEvidenceRows) }),
  z.object({ kind: z.literal('customers'), ids: Ids.max(mostEvidenceRows) }),
  z.object({ kind: z.literal('entries'), ids: Ids.max(mostEvidenceRows), customerId: CustomerId }),
])
export type PortraitRowsRequest = z.infer<typeof PortraitRowsRequest>

/** The rows behind a sentence, in the order of the ids; what has gone since is missing. Units: minor units. */
export const PortraitRows = z.object({
  orders: z.array(
    z.object({
      salesOrderId: z.int(),
      customerId: CustomerId.nullable(),
      customerName: z.string().nullable(),
      orderNumber: z.string().nullable(),
      orderedAtLocal: z.string(),
      shop: z.string(),
      platform: z.string(),
      netMinor: z.int(),
      items: z.array(z.string()),
    }),
  ),
  customers: z.array(
    z.object({
      ...{ customerId: CustomerId, archiveNumber: z.string(), name: z.string() },
      ...{ orderCount: Count, spendMinor: z.int(), isContactRefused: z.boolean() },
    }),
  ),
  entries: z.array(FileEntry),
})
export type PortraitRows = z.infer<typeof PortraitRows>
