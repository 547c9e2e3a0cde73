import type { ReadOptions, RowBatch } from '#main/imports/raw-row.ts'
import { readFile } from '#main/imports/read-file.ts'
import { AppError, type AppErrorData } from '#shared/contract/app-error.ts'
import { blockNetwork } from './network-block.ts'

/** Either side of a process: Electron's parentPort, or the channel of child_process.fork. */
type Channel = {
  post(message: unknown): void
  listen(listener: (message: unknown) => void): void
}

type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

const WINDOW_BATCHES = 4
const PROGRESS_INTERVAL_MS = 100
const encoder = new TextEncoder()

blockNetwork()

const channel = openChannel()
let unacknowledged = 0
let isCancelled = false
let resume: (() => void) | null = null

channel.listen(message => {
  const { type, filePath, options } = message as { type: string; filePath: string; options: ReadOptions }
  if (type === 'ack') unacknowledged--
  if (type === 'cancel') isCancelled = true
  if (type === 'read') void read(filePath, options)
  resume?.()
})

async function read(filePath: string, options: ReadOptions): Promise<void> {
  let lastProgressAt = Number.NEGATIVE_INFINITY
  try {
    const { rowsPerSheet } = await readFile(
      filePath,
      options,
      {
        opened: file => channel.post({ type: 'opened', file }),
        batch: sendBatch,
        progress: (readBytes, totalBytes) => {
          const now = performance.now()
          if (now - lastProgressAt < PROGRESS_INTERVAL_MS && readBytes < totalBytes) return
          lastProgressAt = now
          channel.post({ type: 'progress', readBytes, totalBytes })
        },
      },
      () => isCancelled,
    )
    channel.post({ type: 'ended', rowsPerSheet })
  } catch (error) {
    channel.post({ type: 'failed', error: toErrorData(error) })
  }
}

/** Waits while four batches are on their way or being written, so that memory stays bounded. */
async function sendBatch({ sheetIndex, rows }: RowBatch): Promise<void> {
  while (unacknowledged >= WINDOW_BATCHES && !isCancelled) await new Promise<void>(wake => (resume = wake))
  if (isCancelled) throw new AppError('cancelled')
  unacknowledged++
  channel.post({
    type: 'batch',
    sheetIndex,
    rowCount: rows.length,
    body: encoder.encode(JSON.stringify(rows)),
  })
}

function toErrorData(error: unknown): AppErrorData {
  return error instanceof AppError ? error.data : new AppError('file-reader-failed').data
}

function openChannel(): Channel {
  const { parentPort } = process as unknown as { parentPort?: ParentPort }
  if (parentPort)
    return {
      post: message => parentPort.postMessage(message),
      listen: listener => parentPort.on('message', ({ data }) => listener(data)),
    }
  process.on('disconnect', () => process.exit(0))
  return {
    post: message => process.send?.(message),
    listen: listener => process.on('message', listener),
  }
}
