import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { WritableDb } from '#main/database/db.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import { makeTestFolder } from './test-database.ts'

/** Creates an archive as an older program made it, fills it, and looks at it after a later one has converted it. */
export function withUpgradedArchive<T>(
  versions: { readonly from: number; readonly to: number },
  fill: (older: WritableDb) => T,
  look: (db: WritableDb, filled: T) => void,
): void {
  const folder = makeTestFolder()
  const file = path.join(folder, 'archive.db')
  const key = randomBytes(32)
  const inVersion = <R>(newest: number, work: (db: WritableDb) => R): R => {
    const isNew = !fs.existsSync(file)
    const database = openWritable({
      ...{ file, key, isNew, mustCheck: false, beforeUpgrade: () => undefined },
      migrations: migrations.filter(({ version }) => version <= newest),
    })
    try {
      return work(database.db)
    } finally {
      database.close()
    }
  }
  try {
    const filled = inVersion(versions.from, fill)
    inVersion(versions.to, db => look(db, filled))
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}
