import { ZodError } from 'zod'
import { toArchiveError } from '#main/database/to-archive-error.ts'
import { AppError, type AppErrorData } from '#shared/contract/app-error.ts'

/**
 * Classes anything that was thrown into the closed list of codes.
 *
 * An expected failure keeps its code; a request that its schema refuses is `invalid-request` with one line per
 * issue; a failure of disk or database gets the code of its cause; all else is `internal`, without its text,
 * which could hold a person's data.
 * Errors: never throws.
 * Example: toAppErrorData(Object.assign(new Error(), { code: 'ENOSPC' })) -> { code: 'disk-full', retry: true }
 */
export function toAppErrorData(error: unknown): AppErrorData {
  if (error instanceof ZodError) {
    const issues = error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    return { ...new AppError('invalid-request').data, issues }
  }
  const classed = toArchiveError(error)
  return (classed instanceof AppError ? classed : new AppError('internal')).data
}
