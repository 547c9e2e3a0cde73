import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ConnectionRole, openConnection } from '#main/database/connection.ts'
import type { Migration } from '#main/database/migrate.ts'
import { openReadable, openWritable } from '#main/database/open-database.ts'
import { sqlBuilder } from '#main/database/sql-builder.ts'
import { toArchiveError } from '#main/database/to-archive-error.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

const sampleName = '样例林小一'
const migrations: readonly Migration[] = [
  {
    version: 10,
    name: 'create-sample',
    sql: 'CREATE TABLE sample (sample_id INTEGER PRIMARY KEY, name TEXT) STRICT',
  },
]

let folder: string
let file: string
let key: Buffer

beforeEach(() => {
  folder = makeTestFolder()
  file = path.join(folder, 'archive.db')
  key = randomBytes(32)
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const open = (more: Partial<Parameters<typeof openWritable>[0]> = {}) =>
  openWritable({ file, key, migrations, mustCheck: false, beforeUpgrade: () => undefined, ...more })

const failsWith = (code: string) => expect.objectContaining({ code })

function createWithRows(count: number): void {
  const writer = open({ isNew: true })
  const insert = writer.db.prepare('INSERT INTO sample (name) VALUES (?)')
  writer.db.transaction(() => {
    for (let n = 0; n < count; n += 1) insert.run(`${sampleName}${n}`)
  })
  writer.close()
}

describe('opening', () => {
  const expectedPragmas = {
    cipher: 'sqlcipher',
    legacy: '4',
    journal_mode: 'wal',
    synchronous: 2,
    temp_store: 2,
    mmap_size: 0,
    foreign_keys: 1,
    secure_delete: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    wal_autocheckpoint: 1000,
    journal_size_limit: 64 * 1024 * 1024,
    busy_timeout: 5000,
  }

  it.each<[ConnectionRole, number]>([
    ['writer', 16],
    ['main', 48],
    ['reader', 16],
  ])('sets every safety setting on the connection of the %s', (role, cacheMegabytes) => {
    createWithRows(1)
    const writer = open()
    const connection = openConnection({ file, key, role })
    for (const [name, value] of Object.entries({ ...expectedPragmas, cache_size: -1024 * cacheMegabytes })) {
      expect([name, connection.pragma(name, { simple: true })]).toEqual([name, value])
    }
    expect(connection.readonly).toBe(role !== 'writer')
    connection.close()
    writer.close()
  })

  it('lets the writer grow its page cache for an import', () => {
    const writer = open({ isNew: true })
    const cacheSize = () => writer.db.prepare<{ cache_size: number }>('PRAGMA cache_size').get()?.cache_size
    writer.setCacheSize(128)
    expect(cacheSize()).toBe(-131_072)
    writer.setCacheSize(16)
    expect(cacheSize()).toBe(-16_384)
    writer.close()
  })

  it('shows the reader what the writer has committed', () => {
    createWithRows(3)
    const writer = open()
    const reader = openReadable({ file, key, role: 'main' })
    const count = () => reader.db.prepareRead<{ n: number }>('SELECT count(*) AS n FROM sample').get()?.n
    expect(count()).toBe(3)
    writer.db.prepare('DELETE FROM sample').run()
    expect(count()).toBe(0)
    reader.close()
    writer.close()
  })

  it('leaves one file after the writer has closed last', () => {
    createWithRows(3)
    const writer = open()
    const reader = openReadable({ file, key, role: 'main' })
    writer.db.prepare('DELETE FROM sample').run()
    reader.close()
    writer.close()
    expect(fs.readdirSync(folder)).toEqual(['archive.db'])
  })

  it('makes a file that only its owner can read', () => {
    createWithRows(1)
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  })

  it('refuses another key, and the file is as before', () => {
    createWithRows(1)
    const before = fs.readFileSync(file)
    expect(() => open({ key: randomBytes(32) })).toThrow(failsWith('archive-damaged'))
    expect(fs.readFileSync(file).equals(before)).toBe(true)
  })

  it('refuses a key that is not 32 bytes', () => {
    createWithRows(1)
    expect(() => open({ key: randomBytes(16) })).toThrow(RangeError)
  })

  it('refuses a plain SQLite file', () => {
    const plain = new Database(file)
    plain.exec('CREATE TABLE t (x)')
    plain.close()
    expect(() => open()).toThrow(failsWith('archive-foreign'))
  })

  it('refuses an encrypted file of another program', () => {
    const foreign = openWritable({
      file,
      key,
      migrations: [],
      isNew: true,
      mustCheck: false,
      beforeUpgrade: () => undefined,
    })
    foreign.db.prepare('CREATE TABLE theirs (x)').run()
    foreign.close()
    expect(() => open()).toThrow(failsWith('archive-foreign'))
  })

  it('never makes a new file where one is missing', () => {
    expect(() => open()).toThrow(failsWith('archive-missing'))
    expect(fs.existsSync(file)).toBe(false)
  })

  it('never takes an emptied file for a new archive', () => {
    fs.writeFileSync(file, '')
    expect(() => open()).toThrow(failsWith('archive-damaged'))
    expect(() => open({ isNew: true })).toThrow(failsWith('archive-exists'))
    expect(fs.statSync(file).size).toBe(0)
  })

  it.each([5, 2000, 5000, 60_000])('finds a single flipped bit at byte %d when it must check', at => {
    createWithRows(5000)
    const bytes = fs.readFileSync(file)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    fs.writeFileSync(file, bytes)
    expect(() => open({ mustCheck: true })).toThrow(failsWith('archive-damaged'))
    expect(fs.readFileSync(file).equals(bytes)).toBe(true)
  })

  it('checks a sound file without complaint', () => {
    createWithRows(100)
    const writer = open({ mustCheck: true })
    writer.quickCheck()
    writer.close()
  })
})

describe('the file', () => {
  const patterns = [sampleName, 'CREATE TABLE', 'sample_id', 'SQLite format 3'].flatMap(text => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
  ])

  it('shows no stored name, no table name and no SQLite header, in the log neither', () => {
    const writer = open({ isNew: true })
    const insert = writer.db.prepare('INSERT INTO sample (name) VALUES (?)')
    for (let n = 0; n < 200; n += 1) insert.run(`${sampleName}${n}`)
    for (const name of fs.readdirSync(folder)) {
      const bytes = fs.readFileSync(path.join(folder, name))
      for (const pattern of patterns) expect([name, bytes.includes(pattern)]).toEqual([name, false])
    }
    expect(fs.statSync(`${file}-wal`).size).toBeGreaterThan(0)
    writer.close()
  })
})

describe('a staging file', () => {
  it('attached without a key is made, and is encrypted under the key of the archive', () => {
    const staging = path.join(folder, 'staging.db')
    const writer = open({ isNew: true })
    writer.db.prepare('ATTACH ? AS staging').run(staging)
    writer.db.prepare('CREATE TABLE staging.staged (name TEXT) STRICT').run()
    writer.db.prepare('INSERT INTO staging.staged VALUES (?)').run(sampleName)
    writer.db.prepare('DETACH staging').run()
    writer.close()
    const bytes = fs.readFileSync(staging)
    expect([bytes.includes(sampleName), bytes.includes('SQLite format 3')]).toEqual([false, false])
    const connection = openConnection({ file: staging, key, role: 'check' })
    expect(connection.prepare('SELECT name FROM staged').pluck().all()).toEqual([sampleName])
    connection.close()
  })
})

describe('a statement', () => {
  it('that calls cancel_check throws once the flag is raised, and its transaction leaves nothing', () => {
    const cancelFlag = new SharedArrayBuffer(4)
    const writer = open({ isNew: true, cancelFlag })
    writer.db.prepare(`INSERT INTO sample (name) VALUES ('一'), ('二')`).run()
    const copy = () =>
      writer.db.prepare('INSERT INTO sample (name) SELECT name FROM sample WHERE cancel_check()').run()
    expect(copy().changes).toBe(2)
    const cancelled = () =>
      writer.db.transaction(() => {
        writer.db.prepare(`INSERT INTO sample (name) VALUES ('三')`).run()
        Atomics.store(new Int32Array(cancelFlag), 0, 1)
        copy()
      })
    expect(cancelled).toThrow(failsWith('cancelled'))
    expect(writer.db.prepare<{ n: number }>('SELECT count(*) AS n FROM sample').get()).toEqual({ n: 4 })
    writer.close()
  })

  it('that is slow is reported by its text, never by its values', () => {
    const reported: string[] = []
    const writer = open({ isNew: true, slowQueryMs: 0, onSlowQuery: ({ sql: text }) => reported.push(text) })
    writer.db.all(sql`SELECT ${sampleName} AS name`.compile(sqlBuilder))
    expect(reported).toEqual(['SELECT ? AS name'])
    writer.close()
  })
})

describe('an environment failure', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_READONLY_DBMOVED', 'archive-read-only'],
    ['SQLITE_NOTADB', 'archive-damaged'],
    ['SQLITE_CORRUPT_VTAB', 'archive-damaged'],
    ['SQLITE_BUSY_SNAPSHOT', 'archive-in-use'],
    ['SQLITE_IOERR_FSYNC', 'disk-failed'],
    ['SQLITE_CANTOPEN', 'disk-failed'],
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'archive-read-only'],
  ])('%s becomes %s and keeps its cause', (code, expected) => {
    const cause = Object.assign(new Error('anything'), { code })
    const error = toArchiveError(cause)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: expected, cause })
  })

  it('is not what a broken rule or a mistake is', () => {
    const constraint = Object.assign(new Error('anything'), { code: 'SQLITE_CONSTRAINT_UNIQUE' })
    expect(toArchiveError(constraint)).toBe(constraint)
    const mistake = new TypeError('mistake')
    expect(toArchiveError(mistake)).toBe(mistake)
  })
})

describe('a process killed in the middle of a transaction', () => {
  const script = fileURLToPath(new URL('./write-without-end.ts', import.meta.url))

  async function linesOf(child: ChildProcess, wanted: number): Promise<string> {
    let text = ''
    for await (const chunk of child.stdout ?? []) {
      text += String(chunk)
      if (text.split('\n').length > wanted) return text
    }
    return text
  }

  it('leaves the state of its last commit', async () => {
    createWithRows(10)
    const child = spawn(process.execPath, [script, file, key.toString('hex')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    const said = await linesOf(child, 2)
    child.kill('SIGKILL')
    await ended
    expect(said).toBe('committed 5\nwriting\n')
    expect(fs.statSync(`${file}-wal`).size).toBeGreaterThan(0)
    const writer = open({ mustCheck: true })
    const row = writer.db.prepare<{ n: number }>('SELECT count(*) AS n FROM sample').get()
    expect(row).toEqual({ n: 15 })
    writer.close()
  })
})
