import { useCallback, useState, useSyncExternalStore } from 'react'
import type { AppError } from '#shared/contract/app-error.ts'
import type { Request } from '#shared/contract/contract.ts'
import { call, toAppError } from './client.ts'
import { type JobName, type JobResults, jobs, type RunningJob } from './jobs.ts'

/** How a job stands. `running` before its number is known, too. */
export type JobState<Value> =
  | { readonly kind: 'idle' }
  | (Omit<RunningJob, 'jobId'> & { readonly jobId: number | null })
  | { readonly kind: 'ended'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: AppError }

export type JobControl<M extends JobName> = {
  readonly state: JobState<JobResults[M]>
  /** Starts the job and waits for its end. Never throws: gives undefined when it failed, and `state` then says why. */
  readonly start: (request: Request<M>) => Promise<JobResults[M] | undefined>
  /** Asks the job to stop; it then fails with `cancelled`. */
  readonly cancel: () => void
  /** Back to idle, once its end has been shown. */
  readonly reset: () => void
}

const starting = {
  kind: 'running',
  jobId: null,
  step: null,
  progress: 0,
  done: null,
  total: null,
  remainingMs: null,
} as const

/** A long task of the contract. Its state is kept when the page is left: coming back finds it running or ended. */
export function useJob<M extends JobName>(method: M): JobControl<M> {
  const latest = useSyncExternalStore(jobs.subscribe, () => jobs.getLatest(method))
  const [isStarting, setStarting] = useState(false)
  const [refused, setRefused] = useState<AppError | null>(null)

  const start = useCallback(
    async (request: Request<M>) => {
      jobs.forget(method)
      setRefused(null)
      setStarting(true)
      const jobId = await call(method, request).then(
        answer => answer.jobId,
        error => setRefused(toAppError(error)),
      )
      setStarting(false)
      if (jobId === undefined) return undefined
      const end = jobs.own(method, jobId) as Promise<JobResults[M]>
      return end.catch(() => undefined)
    },
    [method],
  )
  const reset = useCallback(() => {
    setRefused(null)
    jobs.forget(method)
  }, [method])
  const cancel = useCallback(() => {
    const job = jobs.getLatest(method)
    if (job?.kind === 'running') void cancelJob(job.jobId)
  }, [method])

  const state = stateOf<JobResults[M]>(isStarting, refused, latest)
  return { state, start, cancel, reset }
}

function stateOf<Value>(
  isStarting: boolean,
  refused: AppError | null,
  latest: ReturnType<typeof jobs.getLatest>,
): JobState<Value> {
  if (isStarting) return starting
  if (refused) return { kind: 'failed', error: refused }
  if (!latest) return { kind: 'idle' }
  return latest.kind === 'ended' ? { kind: 'ended', value: latest.value as Value } : latest
}

/** Jobs under way in this archive, for the status bar. */
export function useRunningJobs(): readonly RunningJob[] {
  return useSyncExternalStore(jobs.subscribe, jobs.getRunning)
}

/** Asks a job to stop. A job that has just ended is left as it is. */
export async function cancelJob(jobId: number): Promise<void> {
  await call('jobs.cancel', { jobId }).catch(() => false)
}
