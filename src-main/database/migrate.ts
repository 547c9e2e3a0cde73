import { AppError } from '#shared/contract/app-error.ts'
import type { Connection } from './db.ts'

/** One numbered step of the schema. Frozen once released: it must mean the same in ten years. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }

/** Marks a file as ours: 'KEHU' in ASCII. */
export const applicationId = 0x4b454855

/** What a migration run needs besides the connection. */
export type MigrateOptions = {
  readonly migrations: readonly Migration[]
  /** Called once before the first step, and only when a file that holds something is upgraded. */
  readonly beforeUpgrade: (fromVersion: number) => void
}

/**
 * Brings the schema to the newest version in one transaction, and says from where to where it went.
 *
 * Errors: `archive-newer` when the file knows a version that we do not; `archive-foreign` when it is not ours.
 * Whatever a step or `beforeUpgrade` throws comes out as it is, and the file is as it was.
 */
export function migrate(connection: Connection, options: MigrateOptions): { from: number; to: number } {
  const { migrations, beforeUpgrade } = options
  const newest = newestVersion(migrations)
  const from = readSchemaVersion(connection)
  if (from > newest) throw new AppError('archive-newer', { version: from, known: newest })
  const pending = migrations.filter(migration => migration.version > from)
  if (pending.length === 0) return { from, to: from }
  if (from > 0) beforeUpgrade(from)
  // A step may rebuild a table that others point to; the whole is checked before the commit instead.
  connection.pragma('foreign_keys = OFF')
  try {
    connection.transaction(() => runSteps(connection, pending, newest)).immediate()
  } finally {
    connection.pragma('foreign_keys = ON')
  }
  return { from, to: newest }
}

function runSteps(connection: Connection, pending: readonly Migration[], newest: number): void {
  for (const { sql } of pending) connection.exec(sql)
  const broken = connection.pragma('foreign_key_check') as readonly unknown[]
  if (broken.length > 0) throw new Error(`Migration to ${newest} leaves ${broken.length} broken references`)
  connection.pragma(`application_id = ${applicationId}`)
  connection.pragma(`user_version = ${newest}`)
}

/**
 * Tells the schema version of a file that is ours.
 *
 * Empty: 0 for a database without any table.
 * Errors: `archive-foreign` when another program's tables are in it.
 */
export function readSchemaVersion(connection: Connection): number {
  const version = connection.pragma('user_version', { simple: true }) as number
  const id = connection.pragma('application_id', { simple: true }) as number
  if (id === applicationId) return version
  const { count } = connection.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as {
    count: number
  }
  if (id !== 0 || version !== 0 || count > 0) throw new AppError('archive-foreign')
  return 0
}

/**
 * Tells the last version of a list, after checking that it only ascends.
 *
 * Empty: 0.
 */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.reduce((last, { version, name }) => {
    if (version <= last) throw new RangeError(`Migration ${version} ${name} is out of order`)
    return version
  }, 0)
}
