import { toArchiveError } from '#main/database/to-archive-error.ts'
import { AppError, type AppErrorData } from '#shared/contract/app-error.ts'

/**
 * Turns whatever was thrown into the data that crosses a thread: a code of the closed list.
 *
 * Environment failures have their code; everything unexpected is `internal` with the place it came from and without
 * its message, which could hold a person's data.
 */
export function toAppErrorData(error: unknown): AppErrorData {
  const known = toArchiveError(error)
  if (known instanceof AppError) return known.data
  const place = known instanceof Error ? placeOf(known) : ''
  return { code: 'internal', retry: false, details: { place } }
}

function placeOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return [
    error.name,
    ...lines.slice(0, 4).map(line => line.trim().replace(/\(?[^\s(]*[\\/]([^\\/]+)\)?$/, '$1')),
  ].join(' | ')
}
