import { call } from '#renderer/ipc/client.ts'
import { jobs } from '#renderer/ipc/jobs.ts'
import type { ImportAnalysis } from '#shared/contract/imports.contract.ts'
import type { ImportPreview } from '#shared/domain/import-batch.ts'
import type { ReadAs, Staged } from './desk-file.ts'

/** A file that has just been read; what was seen of it before stays until it has been checked. */
export function stagedAs(stagingId: string, readAs: ReadAs, earlier: Staged | null): Staged {
  return {
    kind: 'staged',
    stagingId,
    readAs,
    head: null,
    preview: earlier?.preview ?? null,
    generation: earlier?.generation ?? 0,
    isChecking: false,
    isOutdated: true,
    dataNumber: -1,
    checkNumber: 0,
    error: null,
    notice: null,
  }
}

/** Counts what an import brought to the analyses. Empty: null when it could not be counted; the import itself is done. */
export async function analysed(importBatchId: number | null): Promise<ImportAnalysis | null> {
  if (importBatchId === null) return null
  try {
    const { jobId } = await call('imports.analyse', { importBatchId })
    return (await jobs.own('imports.analyse', jobId)) as ImportAnalysis
  } catch {
    return null
  }
}

/** Whether two previews say the same of the rows. */
export function isEqualCounts({ counts: before }: ImportPreview, { counts: after }: ImportPreview): boolean {
  return (Object.keys(before) as (keyof typeof before)[]).every(name => before[name] === after[name])
}

/** Drops what was read of a file; that it went already is no error. */
export function discard({ stagingId }: Staged): void {
  void call('imports.discard', { stagingId }).catch(() => null)
}
