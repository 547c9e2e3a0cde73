import fs from 'node:fs'
import { AppError } from '#shared/contract/app-error.ts'
import { type ArchivePaths, archivePaths } from './archive-paths.ts'
import { copyDatabase } from './backup.ts'
import { openConnection } from './connection.ts'
import { ensureSpace, type SpaceRule, syncFolder } from './safe-files.ts'
import { withArchiveErrors } from './to-archive-error.ts'

/** How much of the database file is in use. Units: bytes. */
export type FileUse = { readonly fileBytes: number; readonly freeBytes: number }

const spaceForCopy: SpaceRule = { factor: 1, extraBytes: 50 * 1024 * 1024 }

/** The copy under its unfinished name; what a power cut leaves of it is removed when the archive is opened. */
export function compactCopyPath(paths: ArchivePaths): string {
  return `${paths.database}.compact.tmp`
}

/** Tells how large the database file is and how much of it holds nothing. Cost: reads its first page. */
export function readFileUse(folder: string, key: Uint8Array): FileUse {
  const paths = archivePaths(folder)
  const connection = openConnection({ file: paths.database, key, role: 'reader' })
  try {
    const pageBytes = Number(connection.pragma('page_size', { simple: true }))
    const pages = Number(connection.pragma('page_count', { simple: true }))
    const freePages = Number(connection.pragma('freelist_count', { simple: true }))
    return { fileBytes: pages * pageBytes, freeBytes: freePages * pageBytes }
  } finally {
    connection.close()
  }
}

/**
 * Writes the archive's database once more without its holes, encrypted as it is, and verifies the copy.
 *
 * Nothing may be written meanwhile. Errors: `disk-full` (asked before it starts), `backup-not-verified`; nothing is left
 * behind then. Cost: writes and reads what is in use once.
 */
export function makeCompactCopy(folder: string, key: Uint8Array): void {
  const paths = archivePaths(folder)
  const copy = compactCopyPath(paths)
  withArchiveErrors(() => {
    const { fileBytes, freeBytes } = readFileUse(folder, key)
    ensureSpace(paths.folder, fileBytes - freeBytes, spaceForCopy)
    removeCompactCopy(folder)
    try {
      copyDatabase(paths, key, copy)
    } catch (error) {
      removeCompactCopy(folder)
      throw error
    }
  })
}

/**
 * Puts the verified copy in the place of the database by one rename: a power cut leaves the one or the other, whole.
 *
 * Every connection is closed before. Errors: `archive-in-use` when a write-ahead log is left; nothing has changed then.
 */
export function swapInCompactCopy(folder: string): void {
  const paths = archivePaths(folder)
  withArchiveErrors(() => {
    const log = fs.statSync(`${paths.database}-wal`, { throwIfNoEntry: false })
    if ((log?.size ?? 0) > 0) throw new AppError('archive-in-use')
    fs.renameSync(compactCopyPath(paths), paths.database)
    syncFolder(paths.folder)
  })
}

/** Drops a copy that is not wanted. Empty: nothing happens without one. */
export function removeCompactCopy(folder: string): void {
  const copy = compactCopyPath(archivePaths(folder))
  for (const suffix of ['', '-journal']) fs.rmSync(copy + suffix, { force: true })
}
