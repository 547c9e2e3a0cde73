import type { JobStep } from '#main/threads/thread-messages.ts'
import { toAppErrorData } from '#main/threads/to-app-error-data.ts'
import { AppError, type AppErrorData } from '#shared/contract/app-error.ts'
import type { AppEvent } from '#shared/contract/events.contract.ts'

/** What a running job is given: its number, its cancel flag in two forms, and where to report. */
export type RunningJob = {
  readonly jobId: number
  readonly flag: SharedArrayBuffer
  readonly signal: AbortSignal
  readonly onProgress: (step: JobStep, progress: number, done?: number, total?: number) => void
}

/** What ends sooner is not announced: a bar that flashes tells nobody anything. Units: ms. */
const quietMs = 400

/** Numbers the jobs of an engine, announces their progress and end, and lets them be cancelled. */
export class Jobs {
  private readonly publish: (event: AppEvent) => void
  private readonly running = new Map<number, { cancel: () => void; ended: Promise<void> }>()
  private nextId = 1

  constructor(publish: (event: AppEvent) => void) {
    this.publish = publish
  }

  /** Starts a job; its answer is announced as `job.ended`, after this call has answered. */
  start(work: (job: RunningJob) => Promise<unknown>): { readonly jobId: number } {
    const { job, cancel } = this.make()
    const { jobId } = job
    const ended = Promise.resolve()
      .then(() => work(job))
      .then(
        value => this.end(jobId, { ok: true, value: value ?? null }),
        error => this.end(jobId, { ok: false, error: toAppErrorData(error) }),
      )
    this.running.set(jobId, { cancel, ended })
    return { jobId }
  }

  /**
   * Runs a command that may take long: once it has reported for a while it is announced as a job, with progress, and can be
   * cancelled. Its answer stays that of the command.
   */
  async accompany<T>(work: (job: RunningJob) => Promise<T>): Promise<T> {
    const { job, cancel } = this.make()
    const { jobId } = job
    const startMs = performance.now()
    let ended: Promise<void> = Promise.resolve()
    const made = work({
      ...job,
      onProgress: (...report) => {
        if (performance.now() - startMs < quietMs) return
        if (!this.running.has(jobId)) this.running.set(jobId, { cancel, ended })
        job.onProgress(...report)
      },
    })
    const end = (result: Parameters<Jobs['end']>[1]) => {
      if (this.running.has(jobId)) this.end(jobId, result)
    }
    ended = made.then(
      () => end({ ok: true, value: null }),
      error => end({ ok: false, error: toAppErrorData(error) }),
    )
    return made
  }

  private make(): { readonly job: RunningJob; readonly cancel: () => void } {
    const jobId = this.nextId++
    const flag = new SharedArrayBuffer(4)
    const controller = new AbortController()
    const job: RunningJob = {
      jobId,
      flag,
      signal: controller.signal,
      onProgress: (step, progress, done, total) =>
        this.publish({
          name: 'job.progressed',
          data: {
            jobId,
            step,
            progress,
            ...(done === undefined ? {} : { done }),
            ...(total === undefined ? {} : { total }),
          },
        }),
    }
    const cancel = () => {
      Atomics.store(new Int32Array(flag), 0, 1)
      controller.abort()
    }
    return { job, cancel }
  }

  /** Asks a job to stop. False when it has ended already. */
  cancel(jobId: number): boolean {
    const job = this.running.get(jobId)
    job?.cancel()
    return job !== undefined
  }

  /** How many jobs are under way. */
  get runningCount(): number {
    return this.running.size
  }

  /** Cancels all jobs and waits until they have ended. */
  async cancelAll(): Promise<void> {
    for (const job of this.running.values()) job.cancel()
    await Promise.all([...this.running.values()].map(job => job.ended))
  }

  private end(
    jobId: number,
    result: { ok: true; value: unknown } | { ok: false; error: AppErrorData },
  ): void {
    this.running.delete(jobId)
    const data = result.ok
      ? { jobId, result }
      : {
          jobId,
          result: {
            ok: false as const,
            error: {
              code: result.error.code,
              retry: result.error.retry,
              ...(result.error.details ? { details: result.error.details } : {}),
            },
          },
        }
    this.publish({ name: 'job.ended', data })
  }
}

/** Throws `cancelled` when the job was asked to stop; for between two steps. */
export function throwIfCancelled(job: RunningJob): void {
  if (job.signal.aborted) throw new AppError('cancelled')
}
