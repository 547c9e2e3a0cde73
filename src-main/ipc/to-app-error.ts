import { ZodError } from 'zod'
import { toAppErrorData as classify } from '#main/threads/to-app-error-data.ts'
import { AppError, type AppErrorData } from '#shared/contract/app-error.ts'

/**
 * Classes anything that was thrown into the closed list of codes, as it crosses to a window.
 *
 * A request that its schema refuses is `invalid-request` with one line per issue; all else as between threads:
 * an expected failure keeps its code, a failure of disk or database gets that of its cause, the rest is
 * `internal` with the place it came from and without its text, which could hold a person's data.
 * Errors: never throws.
 * Example: toAppErrorData(Object.assign(new Error(), { code: 'ENOSPC' })) -> { code: 'disk-full', retry: true }
 */
export function toAppErrorData(error: unknown): AppErrorData {
  if (!(error instanceof ZodError)) return classify(error)
  const issues = error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  return { ...new AppError('invalid-request').data, issues }
}
