import { z } from 'zod'
import { CardField } from './card-field.ts'
import { CreditKind } from './credit.ts'
import { ContactPointKind } from './customer.ts'
import { FieldValue } from './field-value.ts'
import { FileEntryKind } from './file-entry.ts'

/** Names what a line of a file's history is about. `file` is the file itself: made, put into the bin, taken out again. */
export const HistorySubject = z.discriminatedUnion('of', [
  z.object({ of: z.literal('file'), event: z.enum(['created', 'deleted', 'restored']) }),
  z.object({ of: z.literal('card'), field: CardField }),
  z.object({ of: z.literal('contact'), kind: ContactPointKind }),
  z.object({ of: z.literal('region') }),
  z.object({ of: z.literal('tag') }),
  z.object({ of: z.literal('own'), fieldId: z.int().positive() }),
  z.object({ of: z.literal('identity') }),
  z.object({ of: z.literal('entry'), kind: FileEntryKind }),
  z.object({ of: z.literal('attachment') }),
  /** The value is what was noted, as JSON without its day; or its day, where that changed. */
  z.object({ of: z.literal('credit'), kind: CreditKind }),
  /** The value is where the customer stood then (`FunnelPlace`). */
  z.object({ of: z.literal('funnel') }),
  /** What an item of an order is like (`LineDetails` as JSON), or its picture (`toPictureValue`). */
  z.object({
    of: z.literal('item'),
    part: z.enum(['details', 'picture']),
    orderLineId: z.int().positive(),
    title: z.string(),
  }),
  /** Where the goods of an order went; `order` is its number, or its day where it has none. */
  z.object({ of: z.literal('flowNote'), salesOrderId: z.int().positive(), order: z.string() }),
])
export type HistorySubject = z.infer<typeof HistorySubject>

/** One value that changed. Null where nothing stood before, or nothing after. */
export const HistoryLine = z.object({
  subject: HistorySubject,
  before: FieldValue.nullable(),
  after: FieldValue.nullable(),
  /** Names the line to `customers.putBack`; null where that would change nothing, or cannot be done for it alone. */
  putBackId: z.int().positive().nullable(),
})
export type HistoryLine = z.infer<typeof HistoryLine>

/** One act with what it changed of a file. */
export const HistoryEntry = z.object({
  changeSetId: z.int().positive(),
  /** Code of the act (`change.<kind>` in the catalogue); of an undo or redo that of the act it is about. */
  kind: z.string(),
  actor: z.string(),
  madeAt: z.string(),
  importBatchId: z.int().positive().nullable(),
  fileName: z.string().nullable(),
  /** Whether the act was done, taken back by this, or done again by this. */
  step: z.enum(['act', 'undo', 'redo']),
  /** This act was taken back. */
  isUndone: z.boolean(),
  lines: z.array(HistoryLine),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** The history of one file, the newest act first; `total` counts all its acts. */
export const EditHistory = z.object({ entries: z.array(HistoryEntry), total: z.int().nonnegative() })
export type EditHistory = z.infer<typeof EditHistory>
