import { AppError } from '#shared/contract/app-error.ts'
import type { Job, JobStep } from './thread-messages.ts'

/**
 * Tells how far a long act is. Called between two steps of it, within its transaction.
 *
 * Errors: cancelled, where it is to stop: what it wrote is rolled back then.
 */
export type Tick = (done: number, total: number) => void

/** For acts that nobody waits for. */
export const untold: Tick = () => undefined

/** Tells it to whoever called the writer. Progress ends below 1: the act is done when its answer comes. */
export function tickOf(job: Job, step: JobStep): Tick {
  return (done, total) => {
    if (job.isCancelled()) throw new AppError('cancelled')
    job.progress(step, Math.min(0.99, total > 0 ? done / total : 0), done, total)
  }
}

const itemsPerStep = 1000

/** Cuts a long list into steps, telling between them how far it is. Errors: cancelled. */
export function* inSteps<Item>(items: readonly Item[], tick: Tick): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += itemsPerStep) {
    tick(start, items.length)
    yield items.slice(start, start + itemsPerStep)
  }
}
