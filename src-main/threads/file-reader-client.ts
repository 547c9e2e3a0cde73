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

/** A young generation of 32 MB saves a tenth of the reader's CPU time. */
export const fileReaderFlags = ['--max-old-space-size=512', '--max-semi-space-size=32']
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
    const port = spawn()
    let work: Promise<void> = Promise.resolve()
    let waiting = 0
    let isSettled = false
    let timer: NodeJS.Timeout
    const settle = (finish: () => void) => {
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      port.kill()
      finish()
    }
    const fail = (error: unknown) => settle(() => reject(error))
    const restartTimer = (delayMs: number, error: AppError) => {
      clearTimeout(timer)
      timer = setTimeout(() => fail(error), delayMs)
    }
    const listenOn = () => restartTimer(SILENCE_LIMIT_MS, new AppError('file-too-large', { limit: 'time' }))
    const cancel = () => {
      port.post({ type: 'cancel' })
      restartTimer(CANCEL_PATIENCE_MS, new AppError('cancelled'))
    }
    const takeBatch = (message: Message & { type: 'batch' }) => {
      waiting++
      clearTimeout(timer)
      work = work.then(async () => {
        if (isSettled) return
        await sink.batch(message.body, message.sheetIndex, message.rowCount)
        port.post({ type: 'ack' })
        if (--waiting === 0 && !signal?.aborted && !isSettled) listenOn()
      })
      work.catch(fail)
    }
    port.onMessage(data => {
      const message = data as Message
      if (isSettled) return
      if (waiting === 0 && !signal?.aborted) listenOn()
      if (message.type === 'opened') sink.opened(message.file)
      else if (message.type === 'progress') sink.progress?.(message.readBytes, message.totalBytes)
      else if (message.type === 'batch') takeBatch(message)
      else if (message.type === 'failed') fail(new AppError(message.error.code, message.error.details))
      else work.then(() => settle(() => resolve({ rowsPerSheet: message.rowsPerSheet })), fail)
    })
    port.onExit(() => work.then(() => fail(new AppError('file-reader-failed')), fail))
    signal?.addEventListener('abort', cancel, { once: true })
    listenOn()
    port.post({ type: 'read', filePath, options })
  })
}
