import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type ArchivePaths, archivePaths } from '#main/database/archive-paths.ts'
import type { WritableDb } from '#main/database/db.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import { ensureSpace, type SpaceRule, syncFolder } from '#main/database/safe-files.ts'
import { withArchiveErrors } from '#main/database/to-archive-error.ts'
import { makeVault, unlockVault, type Vault } from '#main/database/vault.ts'
import { hasVault, repairVault, writeVault } from '#main/database/vault-files.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type LockOptions, takeArchiveLock } from './archive-lock.ts'

const spaceForNewArchive: SpaceRule = { factor: 0, extraBytes: 50 * 1024 * 1024 }

/** An archive that this process holds. Its database has not been opened yet: the writer does that. */
export type OpenArchive = {
  readonly paths: ArchivePaths
  readonly vault: Vault
  /** The raw key of archive.db; zeroed by `close`. */
  readonly key: Buffer
  /** False after an unclean end: the writer then checks the whole file before its first write. */
  readonly wasClosedCleanly: boolean
  /** Gives the archive free. `isClean` only when the writer was closed without an error. */
  close(end: { readonly isClean: boolean }): void
}

/**
 * Creates an archive folder with an empty, encrypted, migrated database; a failure leaves nothing behind.
 *
 * `initialise` writes what belongs to it from the first moment (its currency); it runs in one transaction.
 * Errors: `archive-exists`, `not-found` when the folder above is missing, `disk-full`, `archive-read-only`.
 */
export function createArchiveFolder(folder: string, initialise: (db: WritableDb) => void): void {
  if (fs.existsSync(folder)) throw new AppError('archive-exists')
  buildArchiveFolder(folder, 0, paths => {
    const vault = makeVault()
    const key = unlockVault(vault)
    writeVault(paths.folder, vault, new Date())
    const database = openWritable({
      file: paths.database,
      key,
      migrations,
      isNew: true,
      mustCheck: false,
      beforeUpgrade: () => undefined,
    })
    try {
      database.db.transaction(() => initialise(database.db))
    } finally {
      database.close()
      key.fill(0)
    }
  })
}

/**
 * Builds a new archive folder under another name, renames it when it is whole, and gives back what `fill` gave.
 *
 * Errors: as `createArchiveFolder`, and whatever `fill` throws; the half-built folder is then removed.
 */
export function buildArchiveFolder<T>(
  folder: string,
  sizeBytes: number,
  fill: (paths: ArchivePaths) => T,
): T {
  const parent = path.dirname(path.resolve(folder))
  if (!fs.existsSync(parent)) throw new AppError('not-found')
  const unfinished = archivePaths(path.join(parent, `.${path.basename(folder)}.${randomUUID()}`))
  return withArchiveErrors(() => {
    ensureSpace(parent, sizeBytes, { ...spaceForNewArchive, factor: 1 })
    try {
      fs.mkdirSync(unfinished.folder, { mode: 0o700 })
      makeSubfolders(unfinished)
      const result = fill(unfinished)
      syncFolder(unfinished.folder)
      if (fs.existsSync(folder)) throw new AppError('archive-exists')
      fs.renameSync(unfinished.folder, folder)
      syncFolder(parent)
      return result
    } catch (error) {
      fs.rmSync(unfinished.folder, { recursive: true, force: true })
      throw error
    }
  })
}

/**
 * Takes an archive for this process: lock, vault, key. What a killed import or backup left half-made is removed.
 *
 * Errors: `archive-missing` (the folder, or its database while the vault is there: no new one is made),
 * `archive-foreign`, `archive-in-use`, `archive-read-only`, `disk-full`, `vault-damaged`, `archive-newer`.
 * What only the database itself can tell (damaged, newer schema) comes from `openWritable`.
 */
export function openArchiveFolder(folder: string, options: LockOptions = {}): OpenArchive {
  return withArchiveErrors(() => {
    const paths = archivePaths(path.resolve(folder))
    checkIsArchive(paths)
    const lock = takeArchiveLock(paths.lock, options)
    try {
      const vault = repairVault(paths.folder, new Date())
      const key = unlockVault(vault)
      const hasLeftLog = (fs.statSync(`${paths.database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
      makeSubfolders(paths)
      removeHalfMade(paths)
      return {
        paths,
        vault,
        key,
        wasClosedCleanly: lock.wasClosedCleanly && !hasLeftLog,
        close: end => {
          key.fill(0)
          lock.release(end)
        },
      }
    } catch (error) {
      lock.release({ isClean: lock.wasClosedCleanly })
      throw error
    }
  })
}

/** Makes the folders of an archive that are missing. */
export function makeSubfolders(paths: ArchivePaths): void {
  for (const folder of [paths.attachments, paths.staging, paths.backups]) {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
}

function checkIsArchive(paths: ArchivePaths): void {
  const folder = fs.statSync(paths.folder, { throwIfNoEntry: false })
  if (folder === undefined) throw new AppError('archive-missing')
  if (!folder.isDirectory()) throw new AppError('archive-foreign')
  const hasDatabase = fs.existsSync(paths.database)
  if (!hasDatabase && !hasVault(paths.folder)) throw new AppError('archive-foreign')
  if (!hasDatabase) throw new AppError('archive-missing')
}

/** A `.tmp` was never complete. Whether a staged file is, only the key tells: the writer looks when it has opened. */
function removeHalfMade(paths: ArchivePaths): void {
  for (const name of fs.readdirSync(paths.staging)) {
    if (/^[0-9a-f]{16}\.db$/.test(name)) continue
    fs.rmSync(path.join(paths.staging, name), { recursive: true, force: true })
  }
  for (const folder of [paths.folder, paths.backups]) {
    for (const name of fs.readdirSync(folder)) {
      if (name.endsWith('.tmp') || name.endsWith('.tmp-journal'))
        fs.rmSync(path.join(folder, name), { force: true })
    }
  }
}
