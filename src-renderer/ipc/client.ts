import { AppError, type Envelope } from '#shared/contract/app-error.ts'
import type { PageMethodName } from '#shared/contract/bridge.ts'
import type { Request, Response } from '#shared/contract/contract.ts'
import type { ForeignFile } from '#shared/contract/files.contract.ts'
import { getBridge } from './bridge.ts'

/** Takes an answer out of its envelope. Errors: the AppError inside. */
function unwrap<T>(answer: Envelope<T>): T {
  if (answer.ok) return answer.value
  throw new AppError(answer.error.code, answer.error.details)
}

/** Asks main for something. Errors: AppError, always; `internal` when no answer came at all. */
export async function call<M extends PageMethodName>(method: M, request: Request<M>): Promise<Response<M>> {
  try {
    return unwrap(await getBridge().api[method](request))
  } catch (error) {
    throw toAppError(error)
  }
}

/** Turns files that were dropped on the window into tokens; a path is never seen here. Errors: AppError. */
export async function acceptDroppedFiles(files: readonly File[]): Promise<readonly ForeignFile[]> {
  try {
    return unwrap(await getBridge().acceptDroppedFiles(files))
  } catch (error) {
    throw toAppError(error)
  }
}

/** Anything thrown as an AppError: what is not expected is `internal`. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal')
}
