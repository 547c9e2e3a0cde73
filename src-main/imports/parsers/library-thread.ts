import { Worker } from 'node:worker_threads'
import { threadEntry } from '#main/threads/thread-entry.ts'
import { AppError, type AppErrorData } from '#shared/contract/app-error.ts'
import type { LibraryRequest } from './library-source.ts'
import { readLimits } from './read-limits.ts'

type Answer = { readonly value?: unknown; readonly error?: AppErrorData }
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void }

const WATCH_INTERVAL_MS = 25
const MEBIBYTE = 1 << 20

/**
 * The thread of the spreadsheet library: started when a file needs it, ended when the file takes too much time or memory,
 * so that the process lives on and says which limit it was.
 */
class LibraryThread {
  private worker: Worker | null = null
  private waiting: Waiting | null = null

  /**
   * Asks the thread; one question at a time.
   *
   * Errors: what the thread answers; file-too-large with the limit `time` or `memory`; cancelled.
   */
  async ask(
    request: LibraryRequest,
    allowance: Allowance,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<unknown> {
    const worker = this.worker ?? this.start()
    const watch = setInterval(() => {
      const broken = allowance.brokenLimit()
      if (broken) this.end(broken)
    }, WATCH_INTERVAL_MS)
    worker.ref()
    try {
      return await new Promise((resolve, reject) => {
        this.waiting = { resolve, reject }
        worker.postMessage(request, transfer)
      })
    } finally {
      clearInterval(watch)
      this.worker?.unref()
    }
  }

  private start(): Worker {
    const { libraryHeapMebibytes } = readLimits
    const worker = new Worker(threadEntry('file-reader-library.worker'), {
      execArgv: process.execArgv.filter(flag => !flag.startsWith('--max')),
      resourceLimits: { maxOldGenerationSizeMb: libraryHeapMebibytes, maxYoungGenerationSizeMb: 64 },
    })
    worker.on('message', (answer: Answer) => {
      const { waiting } = this
      this.waiting = null
      if (answer.error) waiting?.reject(new AppError(answer.error.code, answer.error.details))
      else waiting?.resolve(answer.value)
    })
    worker.on('error', error => {
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.end(isFull ? new AppError('file-too-large', { limit: 'memory' }) : new AppError('file-damaged'))
    })
    this.worker = worker
    return worker
  }

  private end(error: AppError): void {
    const { worker, waiting } = this
    this.worker = null
    this.waiting = null
    void worker?.terminate()
    waiting?.reject(error)
  }
}

/** The one thread of this process. */
export const libraryThread = new LibraryThread()

/** What one file may still take of time and memory. */
export class Allowance {
  private readonly startCpu = process.cpuUsage()
  /** A process that was large before, as a test's may be, gets some room too. */
  private readonly limitBytes = Math.max(
    readLimits.libraryMemoryBytes,
    process.memoryUsage.rss() + readLimits.libraryRoomBytes,
  )
  private readonly cpuSeconds: number
  private readonly isCancelled: () => boolean

  constructor(sizeBytes: number, isCancelled: () => boolean) {
    const { libraryCpuSeconds, libraryCpuSecondsPerMebibyte } = readLimits
    this.cpuSeconds = Math.max(libraryCpuSeconds, (sizeBytes / MEBIBYTE) * libraryCpuSecondsPerMebibyte)
    this.isCancelled = isCancelled
  }

  /** The error of the first limit that was passed, or null. */
  brokenLimit(): AppError | null {
    if (this.isCancelled()) return new AppError('cancelled')
    const { user, system } = process.cpuUsage(this.startCpu)
    if ((user + system) / 1e6 > this.cpuSeconds) return new AppError('file-too-large', { limit: 'time' })
    return process.memoryUsage.rss() > this.limitBytes
      ? new AppError('file-too-large', { limit: 'memory' })
      : null
  }
}
