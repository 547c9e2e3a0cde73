import fs from 'node:fs'
import path from 'node:path'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { toFileNameWithEnding } from '#shared/domain/file-name.ts'
import type { FileStore } from './file-store.service.ts'
import { hasStoredFileTable, listStoredFiles, type StoredFile } from './stored-file.queries.ts'
import { storeFile } from './stored-file.service.ts'

/** Names a stored file in a folder that people look at: its key, then the name it came with. */
function clearNameOf({
  stored_file_id,
  file_name,
}: Pick<StoredFile, 'stored_file_id' | 'file_name'>): string {
  return `${String(stored_file_id).padStart(6, '0')} ${toFileNameWithEnding(file_name)}`
}

/**
 * Writes all stored files into a folder, decrypted. One that is missing or damaged is left out: the others are worth having.
 *
 * Shape: how many were left out.
 * Errors: cancelled, and those of the disk. Empty: no folder is made when there is no file.
 */
export async function writeClearFiles(
  db: ReadableDb,
  store: FileStore,
  folder: string,
  isCancelled: () => boolean,
): Promise<number> {
  const stored = listStoredFiles(db)
  if (stored.length > 0) fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  let lost = 0
  for (const file of stored) {
    if (isCancelled()) throw new AppError('cancelled')
    try {
      await store.copyTo(file.content_name, path.join(folder, clearNameOf(file)))
    } catch (error) {
      const isLost =
        error instanceof AppError && ['attachment-missing', 'attachment-damaged'].includes(error.code)
      if (!isLost) throw error
      lost++
    }
  }
  return lost
}

/** What was brought back: the new keys and names of contents by the old ones, and how many had no file, or another one. */
export type ClearFilesRead = {
  readonly ids: ReadonlyMap<number, number>
  readonly names: ReadonlyMap<string, string>
  readonly missing: number
}

/**
 * Takes the files of such a folder into an archive without any, each under its key; to be called in the transaction that brings
 * the rows. A file that is not there, or is another than was written, is left out.
 *
 * Errors: cancelled, disk-full and the other failures of a disk.
 */
export function readClearFiles(
  db: WritableDb,
  store: FileStore,
  { from, folder }: { readonly from: ReadableDb; readonly folder: string },
  isCancelled: () => boolean,
): ClearFilesRead {
  const ids = new Map<number, number>()
  const names = new Map<string, string>()
  const stored = hasStoredFileTable(from) ? listStoredFiles(from) : []
  for (const file of stored) {
    if (isCancelled()) throw new AppError('cancelled')
    const place = path.join(folder, clearNameOf(file))
    if (!fs.lstatSync(place, { throwIfNoEntry: false })?.isFile()) continue
    const known = storeFile(db, store, place, { fileName: file.file_name, now: file.stored_at })
    if (known.sha256 !== file.sha256) continue
    ids.set(file.stored_file_id, known.stored_file_id)
    names.set(file.content_name, known.content_name)
  }
  return { ids, names, missing: stored.length - ids.size }
}
