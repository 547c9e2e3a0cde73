import { z } from 'zod'
import { CurrencyCode } from './currency.ts'

/** The file by which a folder of a whole archive is recognised. */
export const manifestName = 'kehu-export.json'
/** The file in it that holds everything. */
export const plainDatabaseName = 'kehu.sqlite'

/** The folder in it that holds the attached files, in clear. */
export const attachmentsName = 'attachments'

/** What stands in that file. `tables`: rows by table. */
export const ExportManifest = z.object({
  format: z.literal('kehu-export'),
  version: z.literal(1),
  archiveId: z.string().max(100),
  archiveName: z.string().max(300),
  currency: CurrencyCode,
  exportedAt: z.string(),
  databaseSha256: z.string().length(64),
  tables: z.record(z.string(), z.int().nonnegative()),
})
export type ExportManifest = z.infer<typeof ExportManifest>

/** What taking everything along ended with. */
export const EverythingOutcome = z.object({
  folderName: z.string(),
  customerCount: z.int(),
  orderCount: z.int(),
  sizeBytes: z.int(),
  sha256: z.string(),
  /** Attached files that are missing or damaged in the archive: they are not in the folder. */
  lostFiles: z.int(),
  elapsedMs: z.int(),
})
export type EverythingOutcome = z.infer<typeof EverythingOutcome>

/** What bringing such a folder in ended with. `rows`: by table. */
export const FolderRestored = z.object({
  importBatchId: z.int(),
  customers: z.int(),
  orders: z.int(),
  rows: z.record(z.string(), z.int()),
  /** Attached files that were not in the folder, or were others than had been written: they were left out. */
  missingFiles: z.int(),
  elapsedMs: z.int(),
})
export type FolderRestored = z.infer<typeof FolderRestored>
