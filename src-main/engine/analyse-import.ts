import type { ThreadClient } from '#main/threads/thread-client.ts'
import type { Request, Response } from '#shared/contract/contract.ts'
import type { ImportAnalysis } from '#shared/contract/imports.contract.ts'
import { type RunningJob, throwIfCancelled } from './jobs.ts'

/**
 * Counts what an import brings to the analyses: classed customers, and pairs who may be one person.
 *
 * Errors: cancelled. Cost: a search for duplicates, unless nothing came in since the last one.
 */
export async function analyseImport(
  reader: ThreadClient,
  { importBatchId }: Request<'imports.analyse'>,
  job: RunningJob,
): Promise<ImportAnalysis> {
  job.onProgress('compare', 0)
  const customersClassed = (await reader.call('internal.countClassed', { importBatchId })) as number
  throwIfCancelled(job)
  const listPairs = async () => {
    const request = { importBatchId, reason: null, start: 0, count: 1 }
    return (await reader.call('identities.listPairs', request)) as Response<'identities.listPairs'>
  }
  const found = await listPairs()
  if (found && !found.isStale) return { customersClassed, pairsSuggested: found.total }
  await reader.call('identities.find', {}, job)
  return { customersClassed, pairsSuggested: (await listPairs())?.total ?? 0 }
}
