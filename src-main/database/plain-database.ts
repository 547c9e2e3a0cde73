import fs from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '#shared/contract/app-error.ts'
import { type ReadableDb, type WritableDb, wrapReadable, wrapWritable } from './db.ts'
import { withArchiveErrors } from './to-archive-error.ts'

/**
 * Creates an SQLite file without a key, for what the operator takes along on purpose. It is no archive.
 *
 * Errors: those of the file system.
 */
export function createPlainDatabase(file: string): { readonly db: WritableDb; close(): void } {
  return withArchiveErrors(() => {
    const connection = new Database(file)
    // The file counts only when it is whole: the folder gets its name after everything was synced.
    connection.pragma('journal_mode = OFF')
    connection.pragma('synchronous = OFF')
    connection.pragma('foreign_keys = OFF')
    return { db: wrapWritable(connection), close: () => connection.close() }
  })
}

/**
 * Opens such a file for reading; whoever made it, nothing in it is run and its pages are checked.
 *
 * Errors: file-missing; file-damaged for anything but a sound SQLite file.
 */
export function openPlainDatabase(file: string): { readonly db: ReadableDb; close(): void } {
  if (!fs.existsSync(file)) throw new AppError('file-missing')
  const connection = new Database(file, { readonly: true, fileMustExist: true })
  try {
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cell_size_check = ON')
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new AppError('file-damaged')
    return { db: wrapReadable(connection), close: () => connection.close() }
  } catch {
    connection.close()
    throw new AppError('file-damaged')
  }
}
