import fs from 'node:fs'
import path from 'node:path'
import { createArchiveFolder, type OpenArchive, openArchiveFolder } from '#main/archives/archive-folder.ts'
import type { BackupEntry } from '#main/database/backup.ts'
import { createBackup } from '#main/database/backup.ts'
import { openConnection } from '#main/database/connection.ts'
import type { Connection } from '#main/database/db.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable, type WritableDatabase } from '#main/database/open-database.ts'
import { makeTestFolder } from './test-database.ts'

export type TestArchive = { readonly folder: string; remove(): void }

/** Creates an archive folder in a folder of its own. */
export function createTestArchive(): TestArchive {
  const parent = makeTestFolder()
  const folder = path.join(parent, '样例店.kehu')
  createArchiveFolder(folder, db => db.prepare('INSERT INTO setting VALUES (?, ?)').run('currency', 'CNY'))
  return { folder, remove: () => fs.rmSync(parent, { recursive: true, force: true }) }
}

/** Opens the archive as a session does, gives its database to `work`, and closes both in order. */
export function withArchive<T>(
  folder: string,
  work: (writer: WritableDatabase, archive: OpenArchive) => T,
): T {
  const archive = openArchiveFolder(folder)
  const writer = openWritable({
    file: archive.paths.database,
    key: archive.key,
    migrations,
    mustCheck: !archive.wasClosedCleanly,
    beforeUpgrade: () => undefined,
  })
  try {
    return work(writer, archive)
  } finally {
    writer.close()
    archive.close({ isClean: true })
  }
}

/** Adds customers named 样例甲1, 样例甲2 …; each is a command of its own to the content mark. */
export function addSampleCustomers(writer: WritableDatabase, count: number, name = '样例甲'): void {
  const insert = writer.db.prepare(
    `INSERT INTO customer (archive_number, kind, card_type, name, name_sort, created_at, updated_at)
     VALUES (?, 'individual', 'active', ?, ?, '2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z')`,
  )
  const raise = writer.db.prepare(
    `UPDATE topic_revision SET revision = revision + 1 WHERE topic = 'customers'`,
  )
  const { last } = writer.db.prepare<{ last: number }>('SELECT count(*) AS last FROM customer').get() ?? {
    last: 0,
  }
  writer.db.transaction(() => {
    for (let n = last + 1; n <= last + count; n += 1) insert.run(`C${n}`, `${name}${n}`, `${name}${n}`)
    raise.run()
  })
}

/** Names of all customers, in the order they were added. */
export function customerNames(folder: string): readonly string[] {
  return withArchive(folder, ({ db }) =>
    db
      .prepareRead<{ name: string }>('SELECT name FROM customer ORDER BY customer_id')
      .all()
      .map(row => row.name),
  )
}

/** Makes a backup of an archive that nobody has open. */
export function backUp(
  folder: string,
  options: Partial<Parameters<typeof createBackup>[0]> = {},
): BackupEntry {
  return withArchive(folder, (_writer, { vault, key }) =>
    createBackup({
      folder,
      vault,
      key,
      reason: 'quit',
      appVersion: '0.1.0',
      now: new Date('2026-03-01T08:30:00Z'),
      ...options,
    }),
  )
}

/** Opens a bare connection for looking behind the handles. */
export function withConnection<T>(file: string, key: Uint8Array, work: (connection: Connection) => T): T {
  const connection = openConnection({ file, key, role: 'reader' })
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}

/** Stores a file, with a thumbnail where it is named, as far as a backup knows of it; its content is no matter. */
export function addStoredFile(
  folder: string,
  contentName: string,
  thumbnailName: string | null = null,
): void {
  withArchive(folder, ({ db }, { paths }) => {
    db.prepare(
      `INSERT INTO stored_file (content_name, thumbnail_name, file_name, media_type, size_bytes, sha256, stored_at)
       VALUES (?, ?, '样例.png', 'image/png', 1, ?, '2026-03-01T00:00:00.000Z')`,
    ).run(contentName, thumbnailName, '0'.repeat(64))
    for (const name of [contentName, thumbnailName])
      if (name !== null) fs.writeFileSync(path.join(paths.attachments, name), 'x')
  })
}
