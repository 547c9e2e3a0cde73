import { z } from 'zod'
import { CurrencyCode } from './currency.ts'

/** How many rows an archive or a backup holds. */
export const ArchiveCounts = z.object({ customers: z.int(), orders: z.int(), orderLines: z.int() })
export type ArchiveCounts = z.infer<typeof ArchiveCounts>

/** Figures of the command `stats`. Orders without the cancellation documents, which are counted apart. */
export const ArchiveStats = z.object({
  customers: z.int(),
  orders: z.int(),
  cancellations: z.int(),
  orderLines: z.int(),
  currency: CurrencyCode,
  revenueMinor: z.int(),
  /** Decimal text in major units, e.g. "1362537.67". */
  revenue: z.string(),
  revenueWithCustomerMinor: z.int(),
  revenueWithCustomer: z.string(),
  firstOrderOn: z.string().nullable(),
  lastOrderOn: z.string().nullable(),
})
export type ArchiveStats = z.infer<typeof ArchiveStats>

/** What speaks against working with an archive as it lies there; none of it stops anybody. */
export const ArchiveWarning = z.enum(['cloud-folder', 'clock-behind'])
export type ArchiveWarning = z.infer<typeof ArchiveWarning>

/** Why a backup was made: before an import, an upgrade or a restore, by itself after changes, at the end, by hand. */
export const BackupReason = z.enum(['import', 'migration', 'timed', 'quit', 'manual', 'restore'])
export type BackupReason = z.infer<typeof BackupReason>

/** One verified copy of an archive. */
export const BackupInfo = z.object({
  backupToken: z.string(),
  sequence: z.int(),
  reason: BackupReason,
  madeAt: z.string(),
  sizeBytes: z.int(),
  counts: ArchiveCounts,
  isGood: z.boolean(),
})
export type BackupInfo = z.infer<typeof BackupInfo>

/** An archive on the start screen. */
export const RecentArchive = z.object({
  archiveToken: z.string(),
  name: z.string(),
  folderHint: z.string(),
  lastOpenedAt: z.string().nullable(),
  isMissing: z.boolean(),
  customers: z.int().nullable(),
  lastBackupAt: z.string().nullable(),
})
export type RecentArchive = z.infer<typeof RecentArchive>
