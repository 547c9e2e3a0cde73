import { z } from 'zod'
import { ImportTarget } from './import-field.ts'

/** Kinds of cells that are stored otherwise than the file writes them. Texts: `cell-cleaned.<code>`. */
export const cleanedKinds = ['phone', 'date', 'gender', 'money', 'id-number', 'text'] as const
/**
 * What Excel, or an older program, has done to cells. Texts: `cell-damage.<code>`.
 *
 * `digits-cut`: after 15 digits; `exponent`: 1.38E+10; `zeros-lost`: 010 as 10; `serial-date`: a day as its number;
 * `became-date`: a code as a day; `error-value`: #N/A, #####; `text-cut`: after 255 characters; `character-lost`: U+FFFD stands
 * for what an encoding could not say.
 */
export const damageKinds = [
  ...(['digits-cut', 'exponent', 'zeros-lost', 'serial-date', 'became-date', 'error-value'] as const),
  'text-cut',
  'character-lost',
] as const
export const CellMarkKind = z.enum([...cleanedKinds, ...damageKinds])
export type CellMarkKind = z.infer<typeof CellMarkKind>

/** How many cells of an import are of one kind. */
export const CellMarkCount = z.object({ kind: CellMarkKind, count: z.int().positive() })
export type CellMarkCount = z.infer<typeof CellMarkCount>

/** Counts the cells of some kinds. Empty: 0. */
export function countMarks(marks: readonly CellMarkCount[], kinds: readonly CellMarkKind[]): number {
  return marks.reduce((sum, { kind, count }) => sum + (kinds.includes(kind) ? count : 0), 0)
}

/** A cell that is stored otherwise than it stands there, or that is damaged. */
export const MarkedCell = z.object({
  rowNumber: z.int(),
  /** Address such as B418. */
  address: z.string(),
  header: z.string(),
  field: ImportTarget.nullable(),
  kind: CellMarkKind,
  /** What stands in the file. */
  before: z.string(),
  /** What is stored; null: nothing. */
  after: z.string().nullable(),
  /** What a damaged cell probably was, as far as that can be said; lost digits as *. */
  probably: z.string().nullable(),
  /** What becomes of the cell: read as meant, kept as it stands, blank, or its row is sent back; or its column is not taken. */
  outcome: z.enum(['read', 'kept', 'blank', 'rejected', 'left-out']),
})
export type MarkedCell = z.infer<typeof MarkedCell>
