import { AppError, type AppErrorCode } from '#shared/contract/app-error.ts'

/** By the first letters of SQLite's own code; extended codes (SQLITE_IOERR_FSYNC …) fall under their family. */
const sqliteFamilies: readonly (readonly [family: string, code: AppErrorCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'archive-read-only'],
  ['SQLITE_NOTADB', 'archive-damaged'],
  ['SQLITE_CORRUPT', 'archive-damaged'],
  ['SQLITE_BUSY', 'archive-in-use'],
  ['SQLITE_LOCKED', 'archive-in-use'],
  ['SQLITE_IOERR', 'disk-failed'],
  ['SQLITE_CANTOPEN', 'disk-failed'],
  ['SQLITE_PERM', 'archive-read-only'],
]

const fileSystemCodes: Readonly<Record<string, AppErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'archive-read-only',
  EACCES: 'archive-read-only',
  EPERM: 'archive-read-only',
  EIO: 'disk-failed',
}

/**
 * Turns an environment failure of SQLite or of the file system into its code of the closed list.
 *
 * Empty: whatever is neither (a broken constraint, a mistake of ours, an AppError) comes back as it is.
 * Example: an error whose code is SQLITE_IOERR_FSYNC -> AppError('disk-failed')
 */
export function toArchiveError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const code = codeOf(error)
  if (code === undefined) return error
  const appError = new AppError(code)
  appError.cause = error
  return appError
}

/** Runs `work`; its environment failures are thrown as `toArchiveError` turns them. */
export function withArchiveErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toArchiveError(error)
  }
}

function codeOf(error: Error & { code?: unknown }): AppErrorCode | undefined {
  const raw = error.code
  if (typeof raw !== 'string') return undefined
  return fileSystemCodes[raw] ?? sqliteFamilies.find(([family]) => raw.startsWith(family))?.[1]
}
