import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import type { Migration } from '#main/database/migrate.ts'
import { migrations as allMigrations } from '#main/database/migrations/index.ts'
import { openReadable, openWritable } from '#main/database/open-database.ts'

export type TestDatabase = {
  readonly db: WritableDb
  /** A second, read-only connection to the same file. */
  readonly readable: ReadableDb
  readonly file: string
  readonly key: Buffer
  close(): void
}

/** Creates a folder that nobody else uses. */
export function makeTestFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'kehu-test-'))
}

/** Opens a real, encrypted, migrated database in a folder of its own; `close` removes it. */
export function openTestDatabase(migrations: readonly Migration[] = allMigrations): TestDatabase {
  const folder = makeTestFolder()
  const file = path.join(folder, 'archive.db')
  const key = randomBytes(32)
  const writer = openWritable({
    file,
    key,
    migrations,
    isNew: true,
    mustCheck: false,
    beforeUpgrade: () => undefined,
  })
  const reader = openReadable({ file, key, role: 'reader' })
  return {
    db: writer.db,
    readable: reader.db,
    file,
    key,
    close() {
      reader.close()
      writer.close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
