import { fork } from 'node:child_process'
import type { ReadResult } from '#main/imports/parsers/row-sink.ts'
import type { OpenedFile, ReadOptions } from '#main/imports/raw-row.ts'
import { AppError, type AppErrorData } from '#shared/contract/app-error.ts'
import { threadEntry } from './thread-entry.ts'

/** The near side of a file reader process, whichever way it was started. */
export type FileReaderPort = {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (code: number | null) => void): void
  kill(): void
}

/** Starts a file reader process; one reads one file. */
export type SpawnFileReader = () => FileReaderPort

/** Receives what the file reader process sends; the body of a batch is UTF-8 JSON of its rows, unopened. */
export type ForeignFileSink = {
  opened(file: OpenedFile): void
  batch(body: Uint8Array, sheetIndex: number, rowCount: number): void | Promise<void>
  progress?(readBytes: number, totalBytes: number): void
}

type Message =
  | { readonly type: 'opened'; readonly file: OpenedFile }
  | {
      readonly type: 'batch'
      readonly sheetIndex: number
      readonly rowCount: number
      readonly body: Uint8Array
    }
  | { readonly type: 'progress'; readonly readBytes: number; readonly totalBytes: number }
  | { readonly type: 'ended'; readonly rowsPerSheet: readonly number[] }
  | { readonly type: 'failed'; readonly error: AppErrorData }

/** A young generation of 32 MB takes 25 MiB more at the peak and saves nothing; one of 8 MB costs a page of HTML a quarter more time. */
export const fileReaderFlags = ['--max-old-space-size=512', '--max-semi-space-size=16']
/** A hostile file may keep the reader busy; without a sign of life for this long it is given up. */
const SILENCE_LIMIT_MS = 60_000
const CANCEL_PATIENCE_MS = 2_000

/** Starts the file reader as a child of plain Node, for tests and the command line. It never keeps its parent alive. */
export function spawnFileReaderWithFork(): FileReaderPort {
  const { NODE_OPTIONS: _, ...env } = process.env
  const child = fork(threadEntry('file-reader.process'), [], {
    serialization: 'advanced',
    execArgv: fileReaderFlags,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env,
  })
  child.unref()
  child.channel?.unref()
  return {
    post: message => {
      if (child.connected) child.send(message as object, () => undefined)
    },
    onMessage: listener => child.on('message', listener),
    onExit: listener => {
      child.on('exit', code => listener(code))
      child.on('error', () => listener(null))
    },
    kill: () => child.kill('SIGKILL'),
  }
}

/**
 * Reads a foreign file in a process of its own and hands its batches on unopened.
 *
 * Shape: batches in order; the next is asked for only when the sink has taken the one before.
 * Errors: what readFile throws; file-reader-failed when the process dies; file-too-large when it is silent for 60 s;
 * cancelled when the signal is raised. What the sink throws ends the reading and comes out as it is.
 */
export function readForeignFile(
  spawn: SpawnFileReader,
  filePath: string,
  options: ReadOptions,
  sink: ForeignFileSink,
  signal?: AbortSignal,
): Promise<ReadResult> {
  if (signal?.aborted) return Promise.reject(new AppError('cancelled'))
  return new Promise((resolve, reject) => {
    const reading = new Reading(spawn(), sink, resolve, reject)
    const cancel = () => reading.cancel()
    reading.onEnd = () => signal?.removeEventListener('abort', cancel)
    signal?.addEventListener('abort', cancel, { once: true })
    reading.begin(filePath, options)
  })
}

/** One read: keeps the order of the batches, the clock, and that it ends once. */
class Reading {
  private readonly port: FileReaderPort
  private readonly sink: ForeignFileSink
  private readonly resolve: (result: ReadResult) => void
  private readonly reject: (error: unknown) => void
  /** The batches that were received, one after the other. */
  private work: Promise<void> = Promise.resolve()
  private waitingBatches = 0
  private isCancelled = false
  private isEnded = false
  private timer: NodeJS.Timeout | undefined
  onEnd: () => void = () => undefined

  constructor(
    port: FileReaderPort,
    sink: ForeignFileSink,
    resolve: (result: ReadResult) => void,
    reject: (error: unknown) => void,
  ) {
    this.port = port
    this.sink = sink
    this.resolve = resolve
    this.reject = reject
  }

  begin(filePath: string, options: ReadOptions): void {
    this.port.onMessage(message => this.receive(message as Message))
    this.port.onExit(() => this.afterWork(() => this.fail(new AppError('file-reader-failed'))))
    this.watchSilence()
    this.port.post({ type: 'read', filePath, options })
  }

  cancel(): void {
    this.isCancelled = true
    this.port.post({ type: 'cancel' })
    this.startTimer(CANCEL_PATIENCE_MS, new AppError('cancelled'))
  }

  private receive(message: Message): void {
    if (this.isEnded) return
    this.watchSilence()
    try {
      this.handle(message)
    } catch (error) {
      this.fail(error)
    }
  }

  private handle(message: Message): void {
    if (message.type === 'opened') this.sink.opened(message.file)
    else if (message.type === 'progress') this.sink.progress?.(message.readBytes, message.totalBytes)
    else if (message.type === 'batch') this.takeBatch(message)
    else if (message.type === 'failed') this.fail(new AppError(message.error.code, message.error.details))
    else this.afterWork(() => this.end(() => this.resolve({ rowsPerSheet: message.rowsPerSheet })))
  }

  private takeBatch({ body, sheetIndex, rowCount }: Message & { type: 'batch' }): void {
    this.waitingBatches++
    clearTimeout(this.timer)
    this.work = this.work.then(async () => {
      if (this.isEnded) return
      await this.sink.batch(body, sheetIndex, rowCount)
      this.waitingBatches--
      this.port.post({ type: 'ack' })
      this.watchSilence()
    })
    this.work.catch(error => this.fail(error))
  }

  private afterWork(next: () => void): void {
    this.work.then(next, error => this.fail(error))
  }

  /** The reader may be silent while it waits for us, and has its own clock once it is cancelled. */
  private watchSilence(): void {
    if (this.waitingBatches > 0 || this.isCancelled || this.isEnded) return
    this.startTimer(SILENCE_LIMIT_MS, new AppError('file-too-large', { limit: 'time' }))
  }

  private startTimer(delayMs: number, error: AppError): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.fail(error), delayMs)
  }

  private fail(error: unknown): void {
    this.end(() => this.reject(error))
  }

  private end(finish: () => void): void {
    if (this.isEnded) return
    this.isEnded = true
    clearTimeout(this.timer)
    this.onEnd()
    this.port.kill()
    finish()
  }
}
