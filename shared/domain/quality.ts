import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CompletenessKey } from './completeness.ts'
import { CustomerId } from './customer.ts'
import { OwnColumn } from './field.ts'

/**
 * What the data check looks for.
 *
 * `damaged`: cells that a program had damaged before they were imported; `unread`: other cells that were imported as blank;
 * `stale`: files that nobody confirmed for long; `incomplete`: files that hold little of what their card asks for.
 */
export const QualityKind = z.enum([
  'phone',
  'birthday',
  'id-number',
  'region',
  'damaged',
  'unread',
  'stale',
  'incomplete',
])
export type QualityKind = z.infer<typeof QualityKind>

/** Kinds that are counted at once; of how complete files are every file has to be looked at. */
export const QuickKind = QualityKind.exclude(['incomplete'])
export type QuickKind = z.infer<typeof QuickKind>

/** Kinds of findings that come from cells of an import. */
export const CellIssueKind = QualityKind.extract(['phone', 'birthday', 'id-number', 'damaged', 'unread'])
export type CellIssueKind = z.infer<typeof CellIssueKind>

/** Fields that can be put right where they are listed. */
export const MendableField = z.enum([
  'name',
  'phone',
  'address',
  'email',
  'wechat',
  'gender',
  'birthOn',
  'idNumber',
  'occupation',
  'source',
  'note',
])
export type MendableField = z.infer<typeof MendableField>

/** What a finding is about: a field of the card, or `field:<key>` for one beyond it. */
export const FindingField = z.union([MendableField, OwnColumn])
export type FindingField = z.infer<typeof FindingField>

/** Names one finding of a kind: a contact point or a customer, or, below zero, a cell of an import. */
export const FindingId = z.int().refine(id => id !== 0)
export type FindingId = z.infer<typeof FindingId>

/** The cell from which a finding comes: where it stands, and what. An ID number is masked. */
export const FoundCell = z.object({
  address: z.string(),
  header: z.string(),
  text: z.string(),
  fileName: z.string(),
  importBatchId: z.int().positive(),
})
export type FoundCell = z.infer<typeof FoundCell>

/** One thing to be looked at. */
export const Finding = z.object({
  findingId: FindingId,
  customerId: CustomerId,
  archiveNumber: z.string(),
  name: z.string(),
  /** What is to be typed; null where the file is to be confirmed, or only its form can hold what is missing. */
  field: FindingField.nullable(),
  /** What is stored; an ID number is masked. */
  value: z.string().nullable(),
  /** Code of the catalogue: `quality.reason.<code>`, or of a cell the whole key of its text. */
  reason: z.string(),
  cell: FoundCell.nullable(),
  /** The newest day for which the file is known to be right. */
  knownOn: CalendarDate,
  /** Percent of what its card asks for. */
  completeness: z.int().min(0).max(100),
  missing: z.array(CompletenessKey),
})
export type Finding = z.infer<typeof Finding>
