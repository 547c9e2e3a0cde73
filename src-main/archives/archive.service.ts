import fs from 'node:fs'
import path from 'node:path'
import { type ArchivePaths, archivePaths } from '#main/database/archive-paths.ts'
import { type BackupEntry, describeBackup, listBackups } from '#main/database/backup.ts'
import { readBackupHeader } from '#main/database/backup-file.ts'
import {
  countMissingAttachments,
  extractDatabase,
  type RestoreResult,
  restoreBackup,
} from '#main/database/restore.ts'
import { syncFile } from '#main/database/safe-files.ts'
import { withArchiveErrors } from '#main/database/to-archive-error.ts'
import { hasVault, writeVault } from '#main/database/vault-files.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { buildArchiveFolder, makeSubfolders } from './archive-folder.ts'
import { type LockOptions, takeArchiveLock } from './archive-lock.ts'

/** What the start screen shows of an archive without opening it. */
export type ArchiveFacts = {
  /** The folder's name without its ending. */
  readonly name: string
  readonly isMissing: boolean
  readonly newestBackup: BackupEntry | null
}

/** What putting back an archive that is not open needs. */
export type RestoreRequest = LockOptions & {
  readonly folder: string
  readonly backup: string
  readonly appVersion: string
  readonly now: Date
}

/**
 * Tells what can be known of an archive from outside: is it there, and what its newest good backup holds.
 *
 * Cost: reads the headers of its backups.
 */
export function readArchiveFacts(folder: string): ArchiveFacts {
  const isMissing = !fs.existsSync(archivePaths(folder).database)
  const newestBackup = listBackups(folder).find(backup => backup.isGood) ?? null
  return { name: path.basename(folder, '.kehu'), isMissing, newestBackup }
}

/**
 * Reads the header of a backup file chosen by the user.
 *
 * Errors: `file-missing`, `backup-damaged`, `backup-newer`.
 */
export function inspectBackup(file: string): BackupEntry {
  return withArchiveErrors(() => {
    if (!fs.existsSync(file)) throw new AppError('file-missing')
    readBackupHeader(file)
    return describeBackup(file)
  })
}

/**
 * Puts an archive back to a backup, or makes it anew from one where its folder is gone (a fresh PC).
 *
 * Errors: those of `restoreBackup`, `archive-in-use`, `archive-foreign` for another kind of folder, `not-found` when the folder above is missing.
 */
export function restoreArchive(request: RestoreRequest): RestoreResult {
  if (!fs.existsSync(request.folder)) return restoreAsNewArchive(request)
  const paths = archivePaths(request.folder)
  const looksLikeArchive = [paths.database, paths.backups].some(fs.existsSync) || hasVault(paths.folder)
  if (!looksLikeArchive) throw new AppError('archive-foreign')
  const lock = takeArchiveLock(paths.lock, request)
  try {
    makeSubfolders(paths)
    const result = restoreBackup(request)
    copyAttachments(request.backup, result.header.attachments, paths)
    lock.release({ isClean: true })
    return result
  } catch (error) {
    lock.release({ isClean: lock.wasClosedCleanly })
    throw error
  }
}

function restoreAsNewArchive({ folder, backup, now }: RestoreRequest): RestoreResult {
  return withArchiveErrors(() => {
    const { bodySizeBytes } = readBackupHeader(backup)
    const header = buildArchiveFolder(folder, bodySizeBytes, paths => {
      const restored = extractDatabase(backup, paths.database)
      writeVault(paths.folder, restored.vault, now)
      copyAttachments(backup, restored.attachments, paths)
      return restored
    })
    return {
      header,
      formerState: null,
      missingAttachments: countMissingAttachments(archivePaths(folder), header),
    }
  })
}

/** A backup that still lies in its archive's folder has the files beside it; taken out alone it has none. */
function copyAttachments(backup: string, names: readonly string[], paths: ArchivePaths): void {
  const beside = archivePaths(path.dirname(path.dirname(backup))).attachments
  for (const name of names.filter(one => /^[0-9a-f]{64}$/.test(one))) {
    const source = path.join(beside, name)
    const target = path.join(paths.attachments, name)
    if (!fs.existsSync(source) || fs.existsSync(target)) continue
    fs.copyFileSync(source, target)
    syncFile(target)
  }
}
