import { fork } from 'node:child_process'
import fs from 'node:fs'
import type { ReadOptions } from '#main/imports/raw-row.ts'
import { fileReaderFlags } from '#main/threads/file-reader-client.ts'
import { threadEntry } from '#main/threads/thread-entry.ts'

/** What one run of the file reader process said and used. */
export type ProbeResult = {
  readonly types: readonly string[]
  readonly rows: number
  readonly error?: { readonly code: string; readonly details?: Record<string, unknown> }
  /** Null where the system does not tell (not Linux). */
  readonly peakMebibytes: number | null
}

/** Runs the file reader process on one file, acknowledging at once, and looks at its memory before it is ended. */
export function probeFileReader(filePath: string, options: ReadOptions = {}): Promise<ProbeResult> {
  return new Promise((resolve, reject) => {
    const child = fork(threadEntry('file-reader.process'), [], {
      serialization: 'advanced',
      execArgv: fileReaderFlags,
    })
    const types: string[] = []
    let rows = 0
    child.on('exit', code => reject(new Error(`the process ended with ${code}`)))
    child.on('message', (message: { type: string; rowCount?: number; error?: ProbeResult['error'] }) => {
      if (types.at(-1) !== message.type) types.push(message.type)
      rows += message.rowCount ?? 0
      if (message.type === 'batch') child.send({ type: 'ack' })
      if (message.type !== 'ended' && message.type !== 'failed') return
      const peakMebibytes = readPeak(child.pid)
      child.removeAllListeners('exit')
      child.kill('SIGKILL')
      resolve({ types, rows, ...(message.error ? { error: message.error } : {}), peakMebibytes })
    })
    child.send({ type: 'read', filePath, options })
  })
}

function readPeak(pid: number | undefined): number | null {
  const status = `/proc/${pid}/status`
  if (!fs.existsSync(status)) return null
  const line = /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(status, 'utf8'))
  return line ? Number(line[1]) / 1024 : null
}
