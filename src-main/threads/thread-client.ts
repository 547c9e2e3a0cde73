import { Worker } from 'node:worker_threads'
import { AppError, type AppErrorData } from '#shared/contract/app-error.ts'
import { threadEntry } from './thread-entry.ts'
import type { JobStep, ThreadMessage, ThreadRequest } from './thread-messages.ts'

type Waiting = {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
  readonly onProgress: ((step: JobStep, progress: number, done?: number, total?: number) => void) | undefined
}

/** What a caller can say about one call. */
export type CallOptions = {
  /** Shared with the thread; setting its first byte to 1 asks the call to stop. */
  readonly flag?: SharedArrayBuffer
  readonly onProgress?: (step: JobStep, progress: number, done?: number, total?: number) => void
  /** Buffers that change their owner instead of being copied. */
  readonly transfer?: readonly ArrayBuffer[]
}

/** The caller's end of a thread: one promise per call, and its announcements. */
export class ThreadClient {
  private readonly worker: Worker
  private readonly waiting = new Map<number, Waiting>()
  private nextId = 1
  private readonly exited: Promise<void>
  /** Facts that the thread told when it was ready. Errors: what it failed with before. */
  readonly ready: Promise<unknown>

  constructor(
    name: 'writer.worker' | 'reader.worker' | 'restore.worker',
    workerData: unknown,
    onMessage: (message: ThreadMessage) => void,
  ) {
    this.worker = new Worker(threadEntry(name), { workerData })
    this.exited = new Promise(resolve => this.worker.once('exit', () => resolve()))
    this.ready = new Promise((resolve, reject) => {
      this.worker.on('message', (message: ThreadMessage) => {
        if (message.type === 'ready') resolve(message.facts)
        else if (message.type === 'failed') reject(toError(message.error))
        else if (!this.settle(message)) onMessage(message)
      })
      this.worker.once('error', error => {
        reject(error)
        this.failAll(error)
      })
      this.worker.once('exit', () => {
        reject(new AppError('internal'))
        this.failAll(new AppError('internal'))
      })
    })
    this.ready.catch(() => undefined)
  }

  /** Runs a method in the thread. Errors: AppError with the thread's code; internal when the thread has ended. */
  call(method: string, request: unknown, options: CallOptions = {}): Promise<unknown> {
    const id = this.nextId++
    const message: ThreadRequest = {
      type: 'call',
      id,
      method,
      request,
      ...(options.flag ? { flag: options.flag } : {}),
    }
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, onProgress: options.onProgress })
      this.worker.postMessage(message, [...(options.transfer ?? [])])
    })
  }

  /** Asks the thread to finish and waits until it has ended. */
  async close(): Promise<void> {
    this.worker.postMessage({ type: 'close' })
    await this.exited
  }

  private settle(message: ThreadMessage): boolean {
    if (message.type !== 'answer' && message.type !== 'error' && message.type !== 'progress') return false
    const waiting = this.waiting.get(message.id)
    if (message.type === 'progress') {
      waiting?.onProgress?.(message.step, message.progress, message.done, message.total)
      return true
    }
    this.waiting.delete(message.id)
    if (message.type === 'answer') waiting?.resolve(message.value)
    else waiting?.reject(toError(message.error))
    return true
  }

  private failAll(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}

function toError(data: AppErrorData): AppError {
  return new AppError(data.code, data.details)
}
