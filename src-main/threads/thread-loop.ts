import type { MessagePort } from 'node:worker_threads'
import { AppError, type AppErrorData } from '#shared/contract/app-error.ts'
import { giveBackMemory } from './give-back-memory.ts'
import type { Job, ThreadMessage, ThreadRequest } from './thread-messages.ts'

/** The methods of a thread by name. `job` reports progress and learns of a cancel. */
export type ThreadMethods = Readonly<Record<string, (request: never, job: Job) => unknown>>

/** What a thread gives to the loop. */
export type ThreadLoop = {
  /** Asked for at each call, so that a thread can be started before there is anything to open. */
  readonly methods: () => ThreadMethods
  /** Turns what was thrown into a code; `toAppErrorData` of the database room. */
  readonly toErrorData: (error: unknown) => AppErrorData
  readonly afterCall?: (method: string) => void
  readonly close: () => void
}

/** A call that took so long has left much behind. Units: ms. */
const longCallMs = 1000

/**
 * Answers calls one after another, in the order in which they came.
 *
 * An answer is sent after the method has returned, so after COMMIT: the next read sees what was written. A method that
 * writes a file answers later, and other calls are answered meanwhile.
 */
export function runThreadLoop(port: MessagePort, loop: ThreadLoop): void {
  const post = (message: ThreadMessage) => port.postMessage(message)
  port.on('message', (message: ThreadRequest | { type: 'close' }) => {
    if (message.type === 'close') {
      loop.close()
      port.close()
      return
    }
    const answer = (value: unknown) => post({ type: 'answer', id: message.id, value })
    const fail = (error: unknown) => post({ type: 'error', id: message.id, error: loop.toErrorData(error) })
    const startMs = performance.now()
    try {
      const method = loop.methods()[message.method]
      if (!method) throw new AppError('internal', { method: message.method })
      const value = method(message.request as never, jobOf(message, post))
      if (value instanceof Promise) value.then(answer, fail)
      else answer(value)
    } catch (error) {
      fail(error)
    }
    loop.afterCall?.(message.method)
    if (performance.now() - startMs > longCallMs) setImmediate(giveBackMemory)
  })
}

function jobOf({ id, flag }: ThreadRequest, post: (message: ThreadMessage) => void): Job {
  const view = flag ? new Int32Array(flag) : undefined
  let lastPost = 0
  return {
    isCancelled: () => view !== undefined && Atomics.load(view, 0) === 1,
    progress: (step, progress, done, total) => {
      const now = performance.now()
      if (progress < 1 && now - lastPost < 100) return
      lastPost = now
      post({
        type: 'progress',
        id,
        step,
        progress,
        ...(done === undefined ? {} : { done }),
        ...(total === undefined ? {} : { total }),
      })
    },
  }
}
