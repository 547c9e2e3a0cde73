import type { PackedColumns } from '#main/analytics/stored-columns.service.ts'
import type { AppErrorData } from '#shared/contract/app-error.ts'
import type { MethodName, Request, Response } from '#shared/contract/contract.ts'
import type { AppEvent } from '#shared/contract/events.contract.ts'

/** What main tells a thread. `flag` is set to 1 when the caller gives up. */
export type ThreadRequest = {
  readonly type: 'call'
  readonly id: number
  readonly method: string
  readonly request: unknown
  readonly flag?: SharedArrayBuffer
}

/** What a job reports: which step, how far (0..1), and its count in the operator's things. */
export type JobStep =
  | 'backup'
  | 'read'
  | 'check'
  | 'clean'
  | 'write'
  | 'analyse'
  | 'update'
  | 'undo'
  | 'compact'
  | 'export'
  | 'compare'
  | 'merge'
  | 'attach'
  | 'edit'
  | 'delete'
  | 'restore'
  | 'take-back'

/** What keeps an archive from being open at once: a check of the whole file, or a newer schema. */
export type OpeningStep = 'checking' | 'migrating'

/** What a thread tells main. */
export type ThreadMessage =
  | { readonly type: 'ready'; readonly facts: unknown }
  | { readonly type: 'opening'; readonly step: OpeningStep }
  | { readonly type: 'failed'; readonly error: AppErrorData }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: AppErrorData }
  | {
      readonly type: 'progress'
      readonly id: number
      readonly step: JobStep
      readonly progress: number
      readonly done?: number
      readonly total?: number
    }
  | { readonly type: 'list'; readonly listId: number; readonly ids: Int32Array }
  | { readonly type: 'columns'; readonly packed: PackedColumns }
  | { readonly type: 'event'; readonly event: AppEvent }
  | { readonly type: 'background-error'; readonly error: AppErrorData }
  | { readonly type: 'slow-query'; readonly sql: string; readonly elapsedMs: number }

/** How a running job reports and learns that it is to stop. */
export type Job = {
  readonly isCancelled: () => boolean
  readonly progress: (step: JobStep, progress: number, done?: number, total?: number) => void
}

/** Commands as the writer runs them: a long one reports to its job. */
export type WriterHandlers = { readonly [M in MethodName]: (request: Request<M>, job: Job) => Response<M> }
