import { AppError } from '#shared/contract/app-error.ts'
import type { CompactOutcome } from '#shared/contract/archives.contract.ts'
import type { MethodsOfKind } from '#shared/contract/contract.ts'
import type { EventData } from '#shared/contract/events.contract.ts'
import type { DuplicateSummary, SafeMergeOutcome } from '#shared/contract/identities.contract.ts'
import type { ImportAnalysis, ImportOutcome, UndoOutcome } from '#shared/contract/imports.contract.ts'
import type { AttachmentsAdded } from '#shared/domain/attachment.ts'
import type { ExportOutcome } from '#shared/domain/export.ts'
import type { EverythingOutcome, FolderRestored } from '#shared/domain/export-folder.ts'

/** A method that starts a long task. */
export type JobName = MethodsOfKind<'job'>

/** What each job ends with. */
export type JobResults = {
  'imports.stage': { readonly stagingId: string }
  'imports.commit': ImportOutcome
  'imports.analyse': ImportAnalysis
  'imports.undo': UndoOutcome
  'archives.compact': CompactOutcome
  'exports.write': ExportOutcome
  'identities.find': DuplicateSummary
  'identities.mergeSafe': SafeMergeOutcome
  'exports.writeEverything': EverythingOutcome
  'exports.restoreWhole': FolderRestored
  'attachments.add': AttachmentsAdded
}

export type JobStep = EventData<'job.progressed'>['step']

/** A job that is under way. `progress` is 0..1; `remainingMs` is null until it can be told. */
export type RunningJob = {
  readonly kind: 'running'
  readonly jobId: number
  readonly step: JobStep | null
  readonly progress: number
  readonly done: number | null
  readonly total: number | null
  readonly remainingMs: number | null
}

type EndedJob = { readonly kind: 'ended'; readonly jobId: number; readonly value: unknown }
type FailedJob = { readonly kind: 'failed'; readonly jobId: number; readonly error: AppError }
export type Job = RunningJob | EndedJob | FailedJob

type Pace = { readonly step: JobStep; readonly sinceMs: number; readonly from: number }
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: AppError) => void }

const tellsAfterMs = 3000
const keptEnded = 20

/** How long the present step will still take, from its pace so far. Null in its first 3 s and while nothing moves. */
export function estimateRemainingMs(elapsedMs: number, from: number, progress: number): number | null {
  const gained = progress - from
  if (elapsedMs < tellsAfterMs || gained <= 0) return null
  return Math.round((elapsedMs * (1 - progress)) / gained)
}

const started = (jobId: number): RunningJob => ({
  kind: 'running',
  jobId,
  step: null,
  progress: 0,
  done: null,
  total: null,
  remainingMs: null,
})

/**
 * All jobs that this window heard of. They live outside the pages: a page that is left and opened again finds its job, and an
 * end that is announced before the answer with the job's number is not lost.
 */
export class Jobs {
  private readonly jobs = new Map<number, Job>()
  private readonly paces = new Map<number, Pace>()
  private readonly latest = new Map<JobName, number>()
  private readonly waiting = new Map<number, Waiting>()
  private readonly listeners = new Set<() => void>()
  private readonly clock: () => number
  private running: readonly RunningJob[] = []

  constructor(clock: () => number = () => performance.now()) {
    this.clock = clock
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Jobs under way, also those of other windows. */
  readonly getRunning = (): readonly RunningJob[] => this.running

  /** The last job that this window started by a method. */
  getLatest(method: JobName): Job | undefined {
    return this.jobs.get(this.latest.get(method) ?? -1)
  }

  /** Takes a job as the window's own and waits for its end. Errors: what the job ended with. */
  own(method: JobName, jobId: number): Promise<unknown> {
    this.latest.set(method, jobId)
    const job = this.jobs.get(jobId) ?? started(jobId)
    this.put(job)
    if (job.kind === 'ended') return Promise.resolve(job.value)
    if (job.kind === 'failed') return Promise.reject(job.error)
    return new Promise((resolve, reject) => this.waiting.set(jobId, { resolve, reject }))
  }

  /** Forgets how the last job of a method went. */
  forget(method: JobName): void {
    this.latest.delete(method)
    this.tell()
  }

  progressed({ jobId, step, progress, done, total }: EventData<'job.progressed'>): void {
    const now = this.clock()
    const known = this.paces.get(jobId)
    const pace = known?.step === step ? known : { step, sinceMs: now, from: progress }
    this.paces.set(jobId, pace)
    this.put({
      kind: 'running',
      jobId,
      step,
      progress,
      done: done ?? null,
      total: total ?? null,
      remainingMs: estimateRemainingMs(now - pace.sinceMs, pace.from, progress),
    })
  }

  ended({ jobId, result }: EventData<'job.ended'>): void {
    this.paces.delete(jobId)
    const waiting = this.waiting.get(jobId)
    this.waiting.delete(jobId)
    if (result.ok) {
      this.put({ kind: 'ended', jobId, value: result.value })
      waiting?.resolve(result.value)
    } else {
      const error = new AppError(result.error.code, result.error.details)
      this.put({ kind: 'failed', jobId, error })
      waiting?.reject(error)
    }
  }

  /** Another archive counts its jobs from one again. */
  clear(): void {
    for (const { reject } of this.waiting.values()) reject(new AppError('cancelled'))
    for (const map of [this.waiting, this.jobs, this.paces, this.latest]) map.clear()
    this.tell()
  }

  private put(job: Job): void {
    this.jobs.delete(job.jobId)
    this.jobs.set(job.jobId, job)
    const ended = [...this.jobs.values()].filter(({ kind }) => kind !== 'running')
    for (const { jobId } of ended.slice(0, -keptEnded)) this.jobs.delete(jobId)
    this.tell()
  }

  private tell(): void {
    this.running = [...this.jobs.values()].filter(job => job.kind === 'running')
    for (const listener of this.listeners) listener()
  }
}

/** The one list of jobs of the window. */
export const jobs = new Jobs()
