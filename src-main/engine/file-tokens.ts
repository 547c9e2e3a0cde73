import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { AppError } from '#shared/contract/app-error.ts'
import type { ForeignFile } from '#shared/contract/files.contract.ts'
import { expandFolders } from './expand-folders.ts'

/** A file that the operator dropped, chose or named; outside the engine only its token is known. */
export type RegisteredFile = { readonly fileToken: string; readonly name: string; readonly sizeBytes: number }

/** Knows the paths behind the tokens, so that no path crosses to the window. */
export class FileTokens {
  private readonly paths = new Map<string, string>()
  private readonly replaceable = new Set<string>()

  /** Takes a path and answers a token. Errors: file-missing, file-unreadable (a folder). */
  register(filePath: string): RegisteredFile {
    const facts = fs.statSync(filePath, { throwIfNoEntry: false })
    if (!facts) throw new AppError('file-missing', { name: path.basename(filePath) })
    if (!facts.isFile()) throw new AppError('file-unreadable', { name: path.basename(filePath) })
    return this.add(filePath, facts.size)
  }

  /**
   * Takes files and folders; of a folder all tables in it, and the names of what is not read. A folder with a whole export
   * has a token all the same: it can be brought back. Errors: file-missing.
   */
  accept(paths: readonly string[]): ForeignFile[] {
    return expandFolders(paths).map(({ filePath, name, folder, sizeBytes, skipped }) => ({
      ...(skipped === null || skipped === 'whole-export'
        ? this.add(filePath, sizeBytes)
        : { fileToken: '', name, sizeBytes }),
      ...(skipped === null ? {} : { skipped }),
      ...(folder === null ? {} : { folder }),
    }))
  }

  /** Takes a path that is to be written; it need not exist. `mayReplace`: the operator was asked about a file of that name. */
  registerTarget(
    filePath: string,
    mayReplace: boolean,
  ): { readonly targetToken: string; readonly name: string } {
    const targetToken = randomUUID()
    this.paths.set(targetToken, filePath)
    if (mayReplace) this.replaceable.add(targetToken)
    return { targetToken, name: path.basename(filePath) }
  }

  /** Finds the path behind a target's token. Errors: file-missing for a token of nobody, file-exists. */
  targetOf(targetToken: string): string {
    const filePath = this.pathOf(targetToken)
    if (!this.replaceable.has(targetToken) && fs.existsSync(filePath))
      throw new AppError('file-exists', { name: path.basename(filePath) })
    return filePath
  }

  /** Finds the path of a token. Errors: file-missing for a token of nobody. */
  pathOf(fileToken: string): string {
    const filePath = this.paths.get(fileToken)
    if (!filePath) throw new AppError('file-missing')
    return filePath
  }

  private add(filePath: string, sizeBytes: number): RegisteredFile {
    const fileToken = randomUUID()
    this.paths.set(fileToken, filePath)
    return { fileToken, name: path.basename(filePath), sizeBytes }
  }
}
