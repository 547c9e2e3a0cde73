import { z } from 'zod'
import {
  ArchiveCounts,
  ArchiveStats,
  ArchiveWarning,
  BackupInfo,
  RecentArchive,
} from '#shared/domain/archive.ts'
import { CurrencyCode } from '#shared/domain/currency.ts'
import { appErrorCodes } from './app-error.ts'
import type { Contract } from './method.ts'

/** What the window stands before: nothing open, an open archive, or an archive that cannot be opened and why. */
export const ArchiveState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('opening'),
    name: z.string(),
    step: z.enum(['checking', 'migrating', 'opening']),
  }),
  z.object({
    kind: z.literal('open'),
    archiveToken: z.string(),
    name: z.string(),
    currency: CurrencyCode,
    isReadOnly: z.boolean(),
    isSample: z.boolean(),
    lastBackup: BackupInfo.nullable(),
    /** Whether anything was written that the newest backup does not hold. */
    isChangedSinceBackup: z.boolean(),
    warnings: z.array(ArchiveWarning),
    /** Attached files that the backup names and that were not found when it was put back just now. */
    missingAttachments: z.int().positive().optional(),
  }),
  z.object({
    kind: z.literal('problem'),
    archiveToken: z.string(),
    name: z.string(),
    code: z.enum(appErrorCodes),
  }),
])
export type ArchiveState = z.infer<typeof ArchiveState>

export const archivesContract = {
  'archives.state': { kind: 'query', on: 'desktop', request: z.object({}), response: ArchiveState },
  'archives.listRecent': {
    kind: 'query',
    on: 'desktop',
    request: z.object({}),
    response: z.array(RecentArchive),
  },
  /** Makes a new archive. Without a place it goes to the documents folder under this name, numbered when taken. */
  'archives.create': {
    kind: 'command',
    on: 'desktop',
    request: z.object({
      name: z.string().trim().min(1).max(60),
      currency: CurrencyCode,
      isPlaceAsked: z.boolean(),
    }),
    response: ArchiveState,
  },
  'archives.open': {
    kind: 'command',
    on: 'desktop',
    request: z.object({ archiveToken: z.string() }),
    response: ArchiveState,
  },
  /** Shows the folder dialog. The state is unchanged when it was closed. */
  'archives.chooseAndOpen': { kind: 'command', on: 'desktop', request: z.object({}), response: ArchiveState },
  /** Makes (once) and opens the sample archive; answers the token of the sample workbook, to be imported like any other. */
  'archives.openSample': {
    kind: 'command',
    on: 'desktop',
    request: z.object({}),
    response: z.object({
      state: ArchiveState,
      fileTokens: z.array(z.object({ fileToken: z.string(), name: z.string() })),
    }),
  },
  'archives.close': { kind: 'command', on: 'desktop', request: z.object({}), response: ArchiveState },
  'archives.forget': {
    kind: 'command',
    on: 'desktop',
    request: z.object({ archiveToken: z.string() }),
    response: z.array(RecentArchive),
  },
  /** Backups of the open archive, or of one on the start screen; newest first. */
  'archives.listBackups': {
    kind: 'query',
    on: 'desktop',
    request: z.object({ archiveToken: z.string() }),
    response: z.array(BackupInfo),
  },
  /** Asks for a backup file from elsewhere (another PC, a stick). Null when the dialog was closed. */
  'archives.chooseBackup': {
    kind: 'query',
    on: 'desktop',
    request: z.object({}),
    response: BackupInfo.nullable(),
  },
  /** Puts the whole archive back to a backup; what was there before is kept. Opens it. */
  'archives.restore': {
    kind: 'command',
    on: 'desktop',
    request: z.object({ backupToken: z.string(), archiveToken: z.string().nullable() }),
    response: ArchiveState,
  },
  'archives.backUpNow': { kind: 'command', on: 'desktop', request: z.object({}), response: BackupInfo },
  'archives.counts': { kind: 'query', on: 'reader', request: z.object({}), response: ArchiveCounts },
  /** How much of the archive's file is in use, and for how long imports that were taken back keep their details. */
  'archives.fileUse': {
    kind: 'query',
    on: 'reader',
    request: z.object({}),
    response: z.object({ fileBytes: z.int(), freeBytes: z.int(), undoneDays: z.int() }),
  },
  /** Makes the archive's file as small as what it holds. Ends with CompactOutcome; other calls wait for a moment. */
  'archives.compact': {
    kind: 'job',
    on: 'writer',
    request: z.object({}),
    response: z.object({ jobId: z.int() }),
  },
  /** Chooses after how many days an import that was taken back loses its original cells and old values. */
  'archives.keepUndone': {
    kind: 'command',
    on: 'writer',
    request: z.object({ days: z.int().min(0).max(3650) }),
    response: z.object({ days: z.int() }),
  },
  'archives.stats': { kind: 'query', on: 'reader', request: z.object({}), response: ArchiveStats },
} as const satisfies Contract

/** Value of the event `job.ended` of `archives.compact`. Units: bytes of the database file. */
export const CompactOutcome = z.object({
  beforeBytes: z.int(),
  afterBytes: z.int(),
  forgottenImports: z.int(),
})
export type CompactOutcome = z.infer<typeof CompactOutcome>
