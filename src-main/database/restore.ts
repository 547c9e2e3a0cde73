import fs from 'node:fs'
import path from 'node:path'
import { AppError } from '#shared/contract/app-error.ts'
import { type ArchivePaths, archivePaths } from './archive-paths.ts'
import { createBackup } from './backup.ts'
import { type BackupHeader, extractBackupBody, readBackupHeader } from './backup-file.ts'
import { openConnection, quickCheck } from './connection.ts'
import { readContentFacts } from './content-facts.ts'
import { newestVersion } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { ensureSpace, type SpaceRule, setAside, syncFolder, usualSpaceRule } from './safe-files.ts'
import { withArchiveErrors } from './to-archive-error.ts'
import { unlockVault } from './vault.ts'
import { readVault, writeVault } from './vault-files.ts'

/** What putting an archive back needs. The caller holds the archive's lock, and nobody has its database open. */
export type RestoreOptions = {
  readonly folder: string
  readonly backup: string
  readonly appVersion: string
  readonly now: Date
  readonly spaceRule?: SpaceRule | undefined
}

/** Says what was put back, and where the state before it is kept. */
export type RestoreResult = {
  readonly header: BackupHeader
  /** The backup of the former state, or the damaged file under its new name; null when there was none. */
  readonly formerState: string | null
  readonly missingAttachments: number
}

/** A current file in one of these states cannot become a backup: it is set aside instead. */
const unreadable = new Set<unknown>([
  'archive-damaged',
  'archive-foreign',
  'vault-damaged',
  'backup-not-verified',
])

/**
 * Puts a whole archive back to a backup. The state before it becomes a backup first, or is set aside when damaged.
 *
 * Errors: `backup-damaged`, `backup-newer`, `disk-full`, `archive-read-only`, `disk-failed`; the archive is then as it
 * was. Cost: reads the backup twice and the current file once.
 */
export function restoreBackup(options: RestoreOptions): RestoreResult {
  const paths = archivePaths(options.folder)
  const restored = `${paths.database}.restored.tmp`
  return withArchiveErrors(() => {
    const { bodySizeBytes } = readBackupHeader(options.backup)
    ensureSpace(paths.folder, bodySizeBytes, options.spaceRule ?? usualSpaceRule)
    try {
      const header = extractDatabase(options.backup, restored)
      const formerState = fs.existsSync(paths.database) ? keepFormerState(paths, options) : null
      fs.renameSync(restored, paths.database)
      syncFolder(paths.folder)
      if (!hasSameVault(paths, header)) writeVault(paths.folder, header.vault, options.now)
      return { header, formerState, missingAttachments: countMissingAttachments(paths, header) }
    } finally {
      fs.rmSync(restored, { force: true })
    }
  })
}

/**
 * Copies the database out of a backup and proves it: every byte, the key in the header, the structure, the counts.
 *
 * Errors: `backup-damaged`, `backup-newer`; the target is then not usable.
 */
export function extractDatabase(backup: string, target: string): BackupHeader {
  const header = extractBackupBody(backup, target)
  if (header.schemaVersion > newestVersion(migrations)) throw new AppError('backup-newer')
  try {
    proveDatabase(target, header)
    return header
  } catch (error) {
    throw error instanceof AppError && unreadable.has(error.code) ? new AppError('backup-damaged') : error
  }
}

/** Counts the files that a backup names and the archive does not have. */
export function countMissingAttachments(paths: ArchivePaths, header: BackupHeader): number {
  return header.attachments.filter(name => !fs.existsSync(path.join(paths.attachments, name))).length
}

function proveDatabase(file: string, header: BackupHeader): void {
  const key = unlockVault(header.vault)
  try {
    const connection = openConnection({ file, key, role: 'check' })
    try {
      quickCheck(connection)
      const { schemaVersion, contentMark } = readContentFacts(connection)
      const isSame = schemaVersion === header.schemaVersion && contentMark === header.contentMark
      if (!isSame) throw new AppError('backup-damaged')
    } finally {
      connection.close()
    }
  } finally {
    key.fill(0)
  }
}

function keepFormerState(paths: ArchivePaths, options: RestoreOptions): string {
  try {
    return backUpFormerState(paths, options)
  } catch (error) {
    if (!(error instanceof AppError && unreadable.has(error.code))) throw error
    const kept = setAside(paths.database, options.now)
    for (const ending of ['-wal', '-shm']) {
      if (fs.existsSync(paths.database + ending)) fs.renameSync(paths.database + ending, kept + ending)
    }
    return kept
  }
}

function backUpFormerState(paths: ArchivePaths, options: RestoreOptions): string {
  const vault = readVault(paths.folder)
  const key = unlockVault(vault)
  try {
    const { file } = createBackup({ ...options, vault, key, reason: 'restore' })
    emptyLog(paths, key)
    return file
  } finally {
    key.fill(0)
  }
}

/** A log that stayed behind would be read into the restored file. */
function emptyLog(paths: ArchivePaths, key: Uint8Array): void {
  const connection = openConnection({ file: paths.database, key, role: 'writer' })
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
  if (fs.existsSync(`${paths.database}-wal`)) throw new AppError('archive-in-use')
}

function hasSameVault(paths: ArchivePaths, header: BackupHeader): boolean {
  try {
    return readVault(paths.folder).mac === header.vault.mac
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault-damaged') return false
    throw error
  }
}
