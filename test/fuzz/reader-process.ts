import { type ChildProcess, fork } from 'node:child_process'
import fs from 'node:fs'
import { fileReaderFlags } from '#main/threads/file-reader-client.ts'
import { threadEntry } from '#main/threads/thread-entry.ts'

/** How one file ended, and what it cost. */
export type Ending = {
  /** `rows`, or a code of the closed list; `died` and `hung` are what must not be. */
  readonly outcome: string
  readonly rows: number
  /** NaN where the system does not tell. */
  readonly cpuSeconds: number
}

type Message = {
  readonly type: string
  readonly rowCount?: number
  readonly error?: { readonly code: string }
}

const CPU_LIMIT_SECONDS = 10.5
const WALL_LIMIT_MS = 60_000
const WATCH_INTERVAL_MS = 500
const TICKS_PER_SECOND = 100

/** A real file reader process that is given one file after another; a new one takes over when it is gone. */
export class ReaderProcess {
  private child: ChildProcess | null = null
  /** The most memory any of the processes had at once. Units: MiB. */
  peakMebibytes = 0

  /** Reads a file to its end. */
  async read(filePath: string): Promise<Ending> {
    this.child ??= fork(threadEntry('file-reader.process'), [], {
      serialization: 'advanced',
      execArgv: fileReaderFlags,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const child = this.child
    const startCpu = cpuOf(child.pid)
    const { outcome, rows } = await this.waitFor(child, filePath, startCpu)
    const cpuSeconds = cpuOf(child.pid) - startCpu
    this.peakMebibytes = Math.max(this.peakMebibytes, peakOf(child.pid))
    if (outcome === 'hung' || outcome === 'died') this.close()
    return { outcome, rows, cpuSeconds }
  }

  /** Ends the process. */
  close(): void {
    this.child?.kill('SIGKILL')
    this.child = null
  }

  private waitFor(child: ChildProcess, filePath: string, startCpu: number) {
    return new Promise<{ outcome: string; rows: number }>(resolve => {
      let rows = 0
      const startedAt = performance.now()
      const end = (outcome: string) => {
        clearInterval(watch)
        child.off('message', listen)
        child.off('exit', onExit)
        resolve({ outcome, rows })
      }
      const onExit = () => end('died')
      const watch = setInterval(() => {
        const isOver =
          cpuOf(child.pid) - startCpu > CPU_LIMIT_SECONDS || performance.now() - startedAt > WALL_LIMIT_MS
        if (isOver) end('hung')
      }, WATCH_INTERVAL_MS)
      const listen = (message: unknown) => {
        const { type, rowCount, error } = message as Message
        rows += rowCount ?? 0
        if (type === 'batch') child.send({ type: 'ack' })
        if (type === 'ended') end('rows')
        if (type === 'failed') end(error?.code ?? 'died')
      }
      child.on('message', listen)
      child.on('exit', onExit)
      child.send({ type: 'read', filePath, options: {} })
    })
  }
}

/** User and system time of a process so far. Units: seconds. */
function cpuOf(pid: number | undefined): number {
  const fields = readText(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

function peakOf(pid: number | undefined): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readText(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
