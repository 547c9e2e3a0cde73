import type { ReadableDb } from '#main/database/db.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { FileCheck } from '#shared/domain/attachment.ts'
import type { FileStore } from './file-store.service.ts'
import { listStoredFiles, type StoredFile } from './stored-file.queries.ts'

/** As much as is read in about a second. */
const mostOpenedBytes = 256 * 1024 * 1024
const mostNames = 20

/**
 * Checks the files that an archive needs: whether each is there whole, and, of as many as are read in about a second, whether the
 * seal opens and the content is what its name says. Which are opened is left to chance, so that in time it is all of them.
 *
 * Shape: `lost` counts those that are not there or are cut off, `damaged` those that do not open; both are named, at most twenty.
 * Cost: a look at each file; reads at most 256 MB.
 */
export async function checkFiles(db: ReadableDb, store: FileStore): Promise<FileCheck> {
  const files = listStoredFiles(db)
  const whole: StoredFile[] = []
  const lost: StoredFile[] = []
  for (const file of files) (store.has(file.content_name, file.size_bytes) ? whole : lost).push(file)
  const chosen = sampleOf(whole)
  const damaged: StoredFile[] = []
  for (const file of chosen) if (!(await opens(store, file.content_name))) damaged.push(file)
  return {
    files: files.length,
    sizeBytes: files.reduce((sum, file) => sum + file.size_bytes, 0),
    lost: lost.length,
    opened: chosen.length,
    damaged: damaged.length,
    names: [...lost, ...damaged].slice(0, mostNames).map(file => file.file_name),
  }
}

/** At least one, however large it is. */
function sampleOf(files: readonly StoredFile[]): StoredFile[] {
  const inAnyOrder = files
    .map(file => ({ file, place: Math.random() }))
    .toSorted((one, other) => one.place - other.place)
  const chosen: StoredFile[] = []
  let bytes = 0
  for (const { file } of inAnyOrder) {
    bytes += file.size_bytes
    if (chosen.length > 0 && bytes > mostOpenedBytes) break
    chosen.push(file)
  }
  return chosen
}

async function opens(store: FileStore, name: string): Promise<boolean> {
  try {
    for await (const _ of store.open(name));
    return true
  } catch (error) {
    if (error instanceof AppError && ['attachment-missing', 'attachment-damaged'].includes(error.code))
      return false
    throw error
  }
}
