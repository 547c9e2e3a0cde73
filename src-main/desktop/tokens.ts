import { randomUUID } from 'node:crypto'
import { AppError, type AppErrorCode } from '#shared/contract/app-error.ts'

/** Names that the window may know for paths that it may not. */
export type Tokens = {
  /** The token of a path; the same path keeps its token while the program runs. */
  issue(path: string): string
  /** The path behind a token. Errors: the code of these tokens for one that was never issued. */
  resolve(token: string): string
}

/**
 * Makes a book of tokens. Only what a drop, a dialog or main itself put in can be named by the window.
 *
 * Shape: a token says nothing about its path and cannot be guessed.
 */
export function createTokens(unknownCode: AppErrorCode): Tokens {
  const pathOf = new Map<string, string>()
  const tokenOf = new Map<string, string>()
  return {
    issue(path) {
      const token = tokenOf.get(path) ?? randomUUID()
      tokenOf.set(path, token)
      pathOf.set(token, path)
      return token
    },
    resolve(token) {
      const path = pathOf.get(token)
      if (path === undefined) throw new AppError(unknownCode)
      return path
    },
  }
}
