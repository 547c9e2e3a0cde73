import fs from 'node:fs'
import Database from 'better-sqlite3'
import { AppError } from '#shared/contract/app-error.ts'
import { toSearchText } from '#shared/domain/text.ts'
import type { Connection } from './db.ts'
import { withArchiveErrors } from './to-archive-error.ts'

/**
 * Names what a connection is for. Only `writer` and `creator` (whose file is still empty) can write; `main` and
 * `reader` are read-only; `check` reads a file that is no running archive (a backup on its way in or out).
 */
export type ConnectionRole = 'main' | 'writer' | 'creator' | 'reader' | 'check'

/** What every connection needs. */
export type ConnectionOptions = {
  readonly file: string
  /** 32 bytes, as `databaseKey` derives them. */
  readonly key: Uint8Array
  /** When its first 32-bit word is not 0, a statement that calls `cancel_check()` throws `cancelled`. */
  readonly cancelFlag?: SharedArrayBuffer | undefined
}

const oldestSqlite = [3, 51, 3] as const

/** Name, value as set, value as read back. `synchronous` is NORMAL in WAL unless set: that loses commits. */
const pragmas: readonly (readonly [name: string, value: string, expected: number | string])[] = [
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['mmap_size', '0', 0],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['wal_autocheckpoint', '1000', 1000],
  ['journal_size_limit', '67108864', 67_108_864],
  ['busy_timeout', '5000', 5000],
  ...(process.platform === 'darwin'
    ? ([
        ['fullfsync', '1', 1],
        ['checkpoint_fullfsync', '1', 1],
      ] as const)
    : []),
]

/**
 * Opens an encrypted file with every setting that the archive's safety rests on, each read back.
 *
 * Errors: `archive-missing`, `archive-foreign` (not encrypted), `archive-damaged` (empty, unreadable or another key),
 * and what `toArchiveError` knows. A setting that does not hold is an ordinary error: nothing may run then.
 */
export function openConnection(options: ConnectionOptions & { readonly role: ConnectionRole }): Connection {
  const { file, key, role, cancelFlag } = options
  return withArchiveErrors(() => {
    checkFile(file, role)
    // `fileMustExist` would also keep the writer from attaching a new staging file; checkFile has looked.
    const connection = new Database(file, { readonly: isReadonly(role) })
    try {
      unlock(connection, key)
      configure(connection, role)
      registerCancelCheck(connection, cancelFlag)
      connection.function('search_text', { deterministic: true }, searchTextOf)
      return connection
    } catch (error) {
      connection.close()
      throw error
    }
  })
}

/** Sets how many MiB of pages a connection may keep. */
export function setCacheSize(connection: Connection, megabytes: number): void {
  setAndReadBack(connection, 'cache_size', String(-1024 * megabytes), -1024 * megabytes)
}

/**
 * Reads every page and checks its structure.
 *
 * Errors: `archive-damaged`. Cost: reads the whole file, about 0.5 s per 55 MB.
 */
export function quickCheck(connection: Connection): void {
  const answer = withArchiveErrors(() => connection.pragma('quick_check(1)', { simple: true }))
  if (answer !== 'ok') throw new AppError('archive-damaged')
}

function isReadonly(role: ConnectionRole): boolean {
  return role !== 'writer' && role !== 'creator'
}

/** A plain SQLite file would be opened by the cipher's pragmas as garbage; an empty one as a new database. */
function checkFile(file: string, role: ConnectionRole): void {
  if (!fs.existsSync(file)) throw new AppError('archive-missing')
  const head = Buffer.alloc(16)
  const handle = fs.openSync(file, 'r')
  try {
    const length = fs.readSync(handle, head, 0, head.length, 0)
    if (length === 0 && role !== 'creator') throw new AppError('archive-damaged')
    if (head.toString('latin1').startsWith('SQLite format 3')) throw new AppError('archive-foreign')
  } finally {
    fs.closeSync(handle)
  }
}

/** The order matters: without `legacy=4` before the key the file is "not a database". */
function unlock(connection: Connection, key: Uint8Array): void {
  if (key.length !== 32) throw new RangeError('A raw key has 32 bytes')
  connection.pragma("cipher = 'sqlcipher'")
  connection.pragma('legacy = 4')
  connection.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  if (connection.pragma('cipher', { simple: true }) !== 'sqlcipher')
    throw new Error('The cipher is not active')
  connection.prepare('SELECT count(*) FROM sqlite_schema').get()
}

function configure(connection: Connection, role: ConnectionRole): void {
  checkVersion(connection)
  if (!isReadonly(role)) setAndReadBack(connection, 'journal_mode', 'WAL', 'wal')
  for (const [name, value, expected] of pragmas) setAndReadBack(connection, name, value, expected)
  // Three times 128 MiB would cost 455 MiB alone.
  setCacheSize(connection, role === 'main' ? 48 : 16)
}

function setAndReadBack(
  connection: Connection,
  name: string,
  value: string,
  expected: number | string,
): void {
  connection.pragma(`${name} = ${value}`)
  const actual = connection.pragma(name, { simple: true })
  if (actual !== expected) throw new Error(`PRAGMA ${name} is ${actual}, not ${expected}`)
}

/** Older versions can damage a file when two connections checkpoint at once. */
function checkVersion(connection: Connection): void {
  const { version } = connection.prepare('SELECT sqlite_version() AS version').get() as { version: string }
  const parts = version.split('.').map(Number)
  for (const [index, needed] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0
    if (part > needed) return
    if (part < needed) throw new Error(`SQLite ${version} is too old`)
  }
}

/** For statements that compare texts as a search does: `search_text(name) = ?`. */
function searchTextOf(text: unknown): string | null {
  return typeof text === 'string' ? toSearchText(text) : null
}

function registerCancelCheck(connection: Connection, cancelFlag: SharedArrayBuffer | undefined): void {
  const flag = new Int32Array(cancelFlag ?? new SharedArrayBuffer(4))
  connection.function('cancel_check', { deterministic: false }, () => {
    if (Atomics.load(flag, 0) !== 0) throw new AppError('cancelled')
    return 1
  })
}
