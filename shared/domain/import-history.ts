import { z } from 'zod'
import { ImportBatch, ImportCounts, RelatedImport } from './import-batch.ts'
import { ImportKind, ImportTarget } from './import-field.ts'

/** Which imports the history shows. `text` is found in the file's name, the sheet, the shop. */
export const ImportFilter = z.object({
  text: z.string().max(100),
  kind: ImportKind.nullable(),
  state: z.enum(['committed', 'undone']).nullable(),
  hasRejected: z.boolean(),
})
export type ImportFilter = z.infer<typeof ImportFilter>

/** Lets every import through. */
export const everyImport: ImportFilter = { text: '', kind: null, state: null, hasRejected: false }

/** Everything the archive knows of one import. Counts that were not kept then are null. */
export const ImportBatchDetail = ImportBatch.extend({
  counts: ImportCounts.extend({ customersUpdated: z.int().nullable(), ordersUpdated: z.int().nullable() }),
  actor: z.string(),
  undoneBy: z.string().nullable(),
  fileSizeBytes: z.int(),
  fileSha256: z.string(),
  headerRow: z.int(),
  encoding: z.string().nullable(),
  /** Every column of the sheet in its order; `field` null where it was left out. */
  columns: z.array(z.object({ header: z.string(), field: ImportTarget.nullable() })),
  /** The import whose rejected rows this file brought back corrected. */
  corrects: RelatedImport.nullable(),
  /** Later imports that brought this one's rejected rows back. */
  correctedBy: z.array(RelatedImport),
  /** Other imports of the very same file and sheet. */
  sameFile: z.array(RelatedImport),
  /** When original cells and old values were dropped. */
  forgottenAt: z.string().nullable(),
})
export type ImportBatchDetail = z.infer<typeof ImportBatchDetail>
