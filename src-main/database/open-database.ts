import fs from 'node:fs'
import { AppError } from '#shared/contract/app-error.ts'
import { type ConnectionOptions, openConnection, quickCheck, setCacheSize } from './connection.ts'
import {
  type Connection,
  type HandleOptions,
  type ReadableDb,
  type WritableDb,
  wrapReadable,
  wrapWritable,
} from './db.ts'
import { type Migration, migrate, readSchemaVersion } from './migrate.ts'
import { withArchiveErrors } from './to-archive-error.ts'

/** Offers an archive for reading. */
export type ReadableDatabase = {
  readonly db: ReadableDb
  /** Reads every page. Errors: `archive-damaged`. */
  quickCheck(): void
  close(): void
}

/** Offers an archive for writing; one process holds one of these, on its writer thread. */
export type WritableDatabase = {
  readonly db: WritableDb
  /** The schema version before and after opening; equal when nothing had to be done. */
  readonly migrated: { readonly from: number; readonly to: number }
  /** Units: MiB; 16 after opening, 128 during an import. */
  setCacheSize(megabytes: number): void
  /** Moves the write-ahead log into the file and empties it. */
  checkpoint(): void
  quickCheck(): void
  /** Checkpoints and closes; readers are closed before. */
  close(): void
}

/** What opening for writing needs. */
export type WritableOptions = ConnectionOptions &
  HandleOptions & {
    readonly migrations: readonly Migration[]
    /** Creates the file, which must not exist yet. Without it the file must be an archive already. */
    readonly isNew?: boolean
    /** After an unclean end: check the whole file before the first write. */
    readonly mustCheck: boolean
    /** Makes the backup before an existing archive is upgraded; when it throws, nothing is upgraded. */
    readonly beforeUpgrade: (fromVersion: number) => void
  }

/**
 * Opens an existing archive read-only. The writer has to have opened it before.
 *
 * Errors: those of `openConnection`.
 */
export function openReadable(
  options: ConnectionOptions & HandleOptions & { readonly role: 'main' | 'reader' },
): ReadableDatabase {
  const connection = openConnection(options)
  return {
    db: wrapReadable(connection, options),
    quickCheck: () => quickCheck(connection),
    close: () => connection.close(),
  }
}

/**
 * Opens an archive for writing and brings its schema up to date, or creates one.
 *
 * Errors: those of `openConnection`, and `archive-newer`, `archive-foreign`, `archive-damaged`, `archive-exists`.
 */
export function openWritable(options: WritableOptions): WritableDatabase {
  if (options.isNew) createFile(options.file)
  const connection = openConnection({ ...options, role: options.isNew ? 'creator' : 'writer' })
  try {
    return withArchiveErrors(() => {
      if (options.mustCheck) quickCheck(connection)
      // An archive that lost its tables must not be taken for a new one.
      if (!options.isNew && readSchemaVersion(connection) === 0) throw new AppError('archive-damaged')
      return writableDatabase(connection, migrate(connection, options), options)
    })
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Creates the empty file; an existing one is never touched. Errors: `archive-exists`. */
function createFile(file: string): void {
  if (fs.existsSync(file)) throw new AppError('archive-exists')
  withArchiveErrors(() => fs.closeSync(fs.openSync(file, 'wx', 0o600)))
}

function writableDatabase(
  connection: Connection,
  migrated: WritableDatabase['migrated'],
  options: HandleOptions,
): WritableDatabase {
  const checkpoint = () => {
    withArchiveErrors(() => connection.pragma('wal_checkpoint(TRUNCATE)'))
  }
  return {
    db: wrapWritable(connection, options),
    migrated,
    setCacheSize: megabytes => setCacheSize(connection, megabytes),
    checkpoint,
    quickCheck: () => quickCheck(connection),
    close: () => {
      try {
        checkpoint()
      } finally {
        connection.close()
      }
    },
  }
}
