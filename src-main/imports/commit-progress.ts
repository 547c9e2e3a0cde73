import { AppError } from '#shared/contract/app-error.ts'
import type { ImportKind } from '#shared/domain/import-field.ts'

/** What a commit is at, in this order: it reads and folds the file, writes, brings totals up to date, ends. */
export type CommitStep = 'clean' | 'write' | 'analyse' | 'update'

/** How a long task reports and learns that it is to stop. `progress` is 0..1. */
export type ImportJob = {
  readonly isCancelled: () => boolean
  readonly progress: (step: CommitStep | 'undo', progress: number, done?: number, total?: number) => void
}

/** How far the whole is when a part of it ends, by what 10,000 customers and their orders cost. */
const ends = { planned: 0.75, rows: 0.88, analysed: 0.93 }
/** How much of its own progress a plan has made when it hands over its customers. */
const planAtCustomers = { customers: 0.6, orders: 0.55 }

/**
 * Reports a commit step by step; neither the step nor the progress ever goes back. Every call may throw `cancelled`.
 *
 * Shape: while the file is read and written, `done` of `total` rows are told as well.
 */
export class CommitProgress {
  private readonly job: ImportJob
  private readonly kind: ImportKind
  private readonly rowCount: number
  private step: CommitStep = 'clean'
  private reached = 0

  constructor(job: ImportJob, kind: ImportKind, rowCount: number) {
    this.job = job
    this.kind = kind
    this.rowCount = rowCount
  }

  /** How far the plan is, 0..1: before it hands over its customers it cleans, then its orders are written. */
  planned(progress: number): void {
    const handover = planAtCustomers[this.kind]
    const share = this.step === 'clean' ? progress / handover : (progress - handover) / (1 - handover)
    this.report(ends.planned * progress, share)
  }

  /** The customers are written, 0..1 of them. */
  wroteCustomers(done: number): void {
    this.step = 'write'
    const from = planAtCustomers[this.kind]
    if (this.kind === 'customers') this.report(ends.planned * (from + (1 - from) * done), done)
    else this.report(ends.planned * from, 0)
  }

  /** The verdicts on the rows are written, 0..1 of them. */
  wroteRows(done: number): void {
    this.step = 'write'
    this.report(ends.planned + (ends.rows - ends.planned) * done, 1)
  }

  /** Everything is written; the totals of customers follow. */
  analysing(): void {
    this.step = 'analyse'
    this.report(ends.rows)
  }

  /** What is left: the queue for the index, the batch, and the end of the transaction. */
  updating(): void {
    this.step = 'update'
    this.report(ends.analysed)
  }

  private report(progress: number, shareOfRows?: number): void {
    if (this.job.isCancelled()) throw new AppError('cancelled')
    this.reached = Math.max(this.reached, progress)
    if (shareOfRows === undefined) {
      this.job.progress(this.step, this.reached)
      return
    }
    const done = Math.round(Math.min(1, Math.max(0, shareOfRows)) * this.rowCount)
    this.job.progress(this.step, this.reached, done, this.rowCount)
  }
}
