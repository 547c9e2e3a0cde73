import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import { z } from 'zod'
import { toArchiveError } from '#main/database/to-archive-error.ts'
import { AppError } from '#shared/contract/app-error.ts'

const heartbeatMs = 10_000
const silentAfterMs = 60_000

/** Who holds an archive. `bootId` changes with every start of the machine; '' where the system does not tell. */
const Holder = z.object({ token: z.string(), pid: z.int().positive(), host: z.string(), bootId: z.string() })
type Holder = z.infer<typeof Holder>

/** Holds an archive for this process. */
export type ArchiveLock = {
  /** False when a lock was left behind: the last holder did not end in order. */
  readonly wasClosedCleanly: boolean
  /** Gives the archive free. After an end that was not clean the next opening checks the whole file. */
  release(end: { readonly isClean: boolean }): void
}

/** Says whether to take over from a holder that may live but gave no sign for a minute; the user confirmed it. */
export type LockOptions = { readonly takesOverSilent?: boolean | undefined }

/**
 * Takes the lock file of an archive, or takes it over when its holder is gone.
 *
 * A holder on this machine is gone when its process is, or when the machine was started anew. Any other may live;
 * its heartbeat is the file's time of change, every ten seconds.
 * Errors: `archive-in-use` with `silentSeconds`, `archive-read-only`, `disk-full`.
 */
export function takeArchiveLock(file: string, options: LockOptions = {}): ArchiveLock {
  const leftBehind = `${file}.left`
  if (fs.existsSync(file)) moveDeadLock(file, leftBehind, options)
  const wasClosedCleanly = !fs.existsSync(leftBehind)
  const token = randomUUID()
  createLock(file, { token, pid: process.pid, ...thisMachine() })
  const timer = setInterval(() => beat(file, token), heartbeatMs)
  timer.unref()
  return {
    wasClosedCleanly,
    release: ({ isClean }) => {
      clearInterval(timer)
      if (readHolder(file)?.token !== token) return
      if (!isClean) return fs.renameSync(file, leftBehind)
      fs.rmSync(leftBehind, { force: true })
      fs.rmSync(file)
    },
  }
}

/** A rename needs no space on a full disk, and of two processes that judge the same lock only one succeeds. */
function moveDeadLock(file: string, leftBehind: string, { takesOverSilent = false }: LockOptions): void {
  const holder = readHolder(file)
  const silentMs = Math.abs(
    Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()),
  )
  const isSilent = silentMs > silentAfterMs
  const mayBeTaken = holder === undefined ? isSilent : isGone(holder) || (isSilent && takesOverSilent)
  if (!mayBeTaken) throw new AppError('archive-in-use', { silentSeconds: Math.floor(silentMs / 1000) })
  try {
    fs.renameSync(file, leftBehind)
  } catch (error) {
    throw hasCode(error, 'ENOENT')
      ? new AppError('archive-in-use', { silentSeconds: 0 })
      : toArchiveError(error)
  }
  if (readHolder(leftBehind)?.token === holder?.token) return
  // Another process was faster, and this is its new lock: give it back.
  fs.renameSync(leftBehind, file)
  throw new AppError('archive-in-use', { silentSeconds: 0 })
}

/** Empty: undefined for a missing file, and for one that is only half written. */
function readHolder(file: string): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(fs.readFileSync(file, 'utf8'))).data
  } catch (error) {
    if (error instanceof SyntaxError || hasCode(error, 'ENOENT')) return undefined
    throw toArchiveError(error)
  }
}

function isGone(holder: Holder): boolean {
  const { host, bootId } = thisMachine()
  if (holder.host !== host) return false
  return (holder.bootId !== '' && holder.bootId !== bootId) || !isAlive(holder.pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It lives and belongs to somebody else.
    return hasCode(error, 'EPERM')
  }
}

function createLock(file: string, holder: Holder): void {
  const handle = openNew(file)
  try {
    fs.writeFileSync(handle, JSON.stringify(holder))
  } catch (error) {
    // An empty lock on a full disk would keep the archive closed after there is room again.
    fs.rmSync(file)
    throw toArchiveError(error)
  } finally {
    fs.closeSync(handle)
  }
}

function openNew(file: string): number {
  try {
    return fs.openSync(file, 'wx', 0o600)
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new AppError('archive-in-use', { silentSeconds: 0 })
    throw toArchiveError(error)
  }
}

/** A heartbeat that fails does not end the program: the disk may be gone, and then every write says so itself. */
function beat(file: string, token: string): void {
  try {
    if (readHolder(file)?.token === token) fs.utimesSync(file, new Date(), new Date())
  } catch (error) {
    if (!(error instanceof AppError) && !hasCode(error, 'ENOENT')) throw toArchiveError(error)
  }
}

function thisMachine(): { host: string; bootId: string } {
  const bootFile = '/proc/sys/kernel/random/boot_id'
  const bootId = fs.existsSync(bootFile) ? fs.readFileSync(bootFile, 'utf8').trim() : ''
  return { host: os.hostname(), bootId }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
