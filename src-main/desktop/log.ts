import fs from 'node:fs'
import path from 'node:path'
import type { AppErrorData } from '#shared/contract/app-error.ts'

const maxBytes = 256 * 1024
const maxFrames = 12

/** What a line of the log holds besides its time. */
export type LogEntry = {
  /** A code of ours, never a sentence. */
  readonly code: string
  /** A method of the contract, or the part of the program. */
  readonly where: string
  /** Of what was thrown only the kind and the places in our code are kept. */
  readonly error?: unknown
}

/** Writes what went wrong, without any person's data. Errors: never throws. */
export type Log = (entry: LogEntry) => void

/**
 * Opens the log in a folder: one line of JSON per entry, two files of at most 256 KiB.
 *
 * Error texts are left out, since they can quote names and numbers; so are folders, since they can hold a name.
 * `mirror` gets each line too, in development and tests.
 */
export function openLog(folder: string, mirror?: (line: string) => void): Log {
  const file = path.join(folder, 'kehu.log')
  return entry => {
    const line = `${JSON.stringify(toLine(entry))}\n`
    mirror?.(line)
    try {
      fs.mkdirSync(folder, { recursive: true })
      if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes)
        fs.renameSync(file, path.join(folder, 'kehu.1.log'))
      fs.appendFileSync(file, line, { mode: 0o600 })
    } catch {
      // A full or read-only disk must not stop the program: the log is the first thing to do without.
    }
  }
}

function toLine({ code, where, error }: LogEntry): object {
  const line = { at: new Date().toISOString(), code, where }
  return error === undefined ? line : { ...line, ...describeError(error) }
}

/**
 * Describes an error without its text.
 *
 * Example: describeError(new RangeError('林样一')) -> { kind: 'RangeError', frames: ['score (main.cjs:120:5)', …] }
 */
export function describeError(error: unknown): { kind: string; code?: string; frames: readonly string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, frames: [] }
  const { code, data } = error as { code?: unknown; data?: Partial<AppErrorData> }
  // What another thread could not expect comes with the place where it happened there.
  const place = data?.code === 'internal' ? data.details?.place : undefined
  if (typeof place === 'string') return { kind: error.name, code: 'internal', frames: place.split(' | ') }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, maxFrames)
    .map(line =>
      line
        .trim()
        .replace(/^at /, '')
        .replace(/(?:[^\s(]*[\\/])+/, ''),
    )
  const kind = error.constructor.name
  return typeof code === 'string' && /^[\w-]{1,60}$/.test(code) ? { kind, code, frames } : { kind, frames }
}
