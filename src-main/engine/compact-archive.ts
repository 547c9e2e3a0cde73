import fs from 'node:fs'
import { archivePaths } from '#main/database/archive-paths.ts'
import { compactCopyPath, readFileUse, removeCompactCopy, swapInCompactCopy } from '#main/database/compact.ts'
import type { CompactOutcome } from '#shared/contract/archives.contract.ts'
import { type RunningJob, throwIfCancelled } from './jobs.ts'

/** What tidying up needs of the engine that does it. */
export type CompactSteps = {
  readonly folder: string
  readonly key: Uint8Array
  /** Drops what is kept of imports that were taken back long ago (their number), and merges the search index. */
  readonly tidy: () => Promise<number>
  /** Writes and verifies the copy in a thread of its own. */
  readonly copy: () => Promise<unknown>
  /** Closes every connection to the database, and opens them again. */
  readonly closeAll: () => Promise<void>
  readonly reopen: () => Promise<void>
}

const watchMs = 200

/**
 * Makes the database file as small as what it holds: a verified copy takes its place by one rename.
 *
 * Errors: disk-full, cancelled (until the copy is whole); the archive is then as it was.
 */
export async function compactArchive(steps: CompactSteps, job: RunningJob): Promise<CompactOutcome> {
  const { folder, key } = steps
  const beforeBytes = fs.statSync(archivePaths(folder).database).size
  job.onProgress('compact', 0)
  const forgottenImports = await steps.tidy()
  const { fileBytes, freeBytes } = readFileUse(folder, key)
  const stopWatching = watchCopy(folder, fileBytes - freeBytes, job)
  try {
    await steps.copy()
    throwIfCancelled(job)
  } catch (error) {
    removeCompactCopy(folder)
    throw error
  } finally {
    stopWatching()
  }
  await steps.closeAll()
  try {
    swapInCompactCopy(folder)
  } finally {
    removeCompactCopy(folder)
    await steps.reopen()
  }
  return { beforeBytes, afterBytes: fs.statSync(archivePaths(folder).database).size, forgottenImports }
}

/** The copy reports nothing, but it grows. */
function watchCopy(folder: string, expectedBytes: number, job: RunningJob): () => void {
  const copy = compactCopyPath(archivePaths(folder))
  const timer = setInterval(() => {
    const written = fs.statSync(copy, { throwIfNoEntry: false })?.size ?? 0
    job.onProgress('compact', Math.min(0.95, (0.95 * written) / Math.max(1, expectedBytes)))
  }, watchMs)
  return () => clearInterval(timer)
}
