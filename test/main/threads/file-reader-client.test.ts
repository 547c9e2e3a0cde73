import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RawRow } from '#main/imports/raw-row.ts'
import {
  type FileReaderPort,
  type ForeignFileSink,
  readForeignFile,
  spawnFileReaderWithFork,
} from '#main/threads/file-reader-client.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `${index},样例`).join('\n')
const silent: ForeignFileSink = { opened: () => undefined, batch: () => undefined }

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    return error instanceof AppError ? error.data : error
  }
  return 'no error'
}

/** A fork whose port can be looked at and ended from outside. */
function watchedSpawn(): { spawn: () => FileReaderPort; port: () => FileReaderPort; posted: unknown[] } {
  const posted: unknown[] = []
  let port: FileReaderPort
  return {
    spawn: () => {
      const made = spawnFileReaderWithFork()
      port = {
        ...made,
        post: message => {
          posted.push((message as { type: string }).type)
          made.post(message)
        },
      }
      return port
    },
    port: () => port,
    posted,
  }
}

describe('a file read in a process of its own', () => {
  it('comes in batches of JSON, in order, each acknowledged after it was taken', async () => {
    const { spawn, posted } = watchedSpawn()
    const rows: RawRow[] = []
    const seen: unknown[] = []
    const result = await readForeignFile(
      spawn,
      writeBytes(lines(7300), 'a.csv'),
      {},
      {
        opened: file => seen.push(file),
        batch: async (body, sheetIndex, rowCount) => {
          const batch = JSON.parse(new TextDecoder().decode(body)) as RawRow[]
          await new Promise(resolve => setTimeout(resolve, 5))
          expect([sheetIndex, rowCount]).toEqual([0, batch.length])
          rows.push(...batch)
        },
      },
    )
    expect(seen).toEqual([
      {
        ...{ format: 'text', sheets: [{ name: '', isHidden: false }], encoding: 'utf-8', separator: ',' },
        ...{ encodingOrigin: 'found', separatorOrigin: 'found' },
      },
    ])
    expect(result).toEqual({ rowsPerSheet: [7300] })
    expect(rows.map(row => row.rowNumber)).toEqual(Array.from({ length: 7300 }, (_, index) => index + 1))
    expect(posted).toEqual(['read', ...new Array(8).fill('ack')])
  })

  it('never has more than four batches on their way', async () => {
    let sent = 0
    let taken = 0
    let most = 0
    const spawn = () => {
      const port = spawnFileReaderWithFork()
      port.onMessage(message => {
        if ((message as { type: string }).type === 'batch') most = Math.max(most, ++sent - taken)
      })
      return port
    }
    const slow = async () => {
      await new Promise(resolve => setTimeout(resolve, 20))
      taken++
    }
    await readForeignFile(spawn, writeBytes(lines(20_000), 'a.csv'), {}, { ...silent, batch: slow })
    expect([sent, most]).toEqual([20, 4])
  })

  it('fails with the error of the file', async () => {
    const work = readForeignFile(spawnFileReaderWithFork, writeBytes('%PDF-1.7', 'a.csv'), {}, silent)
    expect(await errorOf(work)).toEqual({
      code: 'file-type-unsupported',
      retry: false,
      details: { format: 'pdf', name: 'PDF' },
    })
  })

  it('fails by name when the process dies', async () => {
    const { spawn, port } = watchedSpawn()
    const sink = { ...silent, batch: () => port().kill() }
    const work = readForeignFile(spawn, writeBytes(lines(30_000), 'a.csv'), {}, sink)
    expect(await errorOf(work)).toMatchObject({ code: 'file-reader-failed' })
  })

  it('fails with what the receiver throws', async () => {
    const failure = new Error('disk full')
    const sink = { ...silent, batch: () => Promise.reject(failure) }
    expect(
      await errorOf(readForeignFile(spawnFileReaderWithFork, writeBytes(lines(3000), 'a.csv'), {}, sink)),
    ).toBe(failure)
  })

  it('is cancelled by the signal, before it begins or in between; no batch comes after', async () => {
    const file = writeBytes(lines(100_000), 'a.csv')
    expect(
      await errorOf(readForeignFile(spawnFileReaderWithFork, file, {}, silent, AbortSignal.abort())),
    ).toMatchObject({
      code: 'cancelled',
    })
    const controller = new AbortController()
    let batches = 0
    const sink = {
      ...silent,
      batch: () => {
        batches++
        controller.abort()
      },
    }
    const work = readForeignFile(spawnFileReaderWithFork, file, {}, sink, controller.signal)
    expect(await errorOf(work)).toMatchObject({ code: 'cancelled' })
    const afterwards = batches
    await new Promise(resolve => setTimeout(resolve, 100))
    expect([batches, batches <= 4]).toEqual([afterwards, true])
  })

  it('fails with what the receiver throws when the file is opened', async () => {
    const failure = new Error('no room')
    const sink = {
      ...silent,
      opened: () => {
        throw failure
      },
    }
    expect(
      await errorOf(readForeignFile(spawnFileReaderWithFork, writeBytes('a,b', 'a.csv'), {}, sink)),
    ).toBe(failure)
  })
})

describe('a process that does not answer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** A port without a process behind it. */
  function makeDeafPort() {
    const state: { isKilled: boolean; say: (message: unknown) => void } = {
      isKilled: false,
      say: () => undefined,
    }
    const port: FileReaderPort = {
      post: () => undefined,
      onMessage: listener => {
        state.say = listener
      },
      onExit: () => undefined,
      kill: () => {
        state.isKilled = true
      },
    }
    return { port, state }
  }

  it('is ended two seconds after the cancel', async () => {
    const { port, state } = makeDeafPort()
    const controller = new AbortController()
    const error = errorOf(readForeignFile(() => port, 'none', {}, silent, controller.signal))
    controller.abort()
    await vi.advanceTimersByTimeAsync(1999)
    expect(state.isKilled).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect([state.isKilled, await error]).toEqual([true, { code: 'cancelled', retry: true }])
  })

  it('is ended after a minute of silence; a sign of life starts the minute again, our own slowness does not count', async () => {
    const { port, state } = makeDeafPort()
    let release: () => void = () => undefined
    const slow = () =>
      new Promise<void>(resolve => {
        release = resolve
      })
    const error = errorOf(readForeignFile(() => port, 'none', {}, { ...silent, batch: slow }))
    await vi.advanceTimersByTimeAsync(59_000)
    state.say({ type: 'progress', readBytes: 1, totalBytes: 2 })
    await vi.advanceTimersByTimeAsync(59_000)
    state.say({ type: 'batch', sheetIndex: 0, rowCount: 1, body: new Uint8Array() })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(state.isKilled).toBe(false)
    release()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(state.isKilled).toBe(true)
    expect(await error).toMatchObject({ code: 'file-too-large', details: { limit: 'time' } })
  })
})
