import type { z } from 'zod'

/**
 * One entry of the contract: what the window may ask, and where the answer is made.
 *
 * `query` reads, `command` writes (one after another on the writer), `job` starts a long task that answers
 * `{ jobId }` at once and reports by the events `job.progressed` and `job.ended`.
 * `on`: `main` answers within a frame, `reader` is the read-only thread, `writer` the only one that writes,
 * `desktop` belongs to the window program itself (dialogs, windows, printing, which archive is open) and does
 * not exist on the command line.
 */
export type Method = {
  readonly kind: 'query' | 'command' | 'job'
  readonly on: 'main' | 'reader' | 'writer' | 'desktop'
  readonly request: z.ZodType
  readonly response: z.ZodType
}

/** A part of the contract: method name -> entry. */
export type Contract = Readonly<Record<string, Method>>
