import fs from 'node:fs'
import type { ReadableDb } from '#main/database/db.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import type { SqlValue } from '#main/database/sql-value.ts'
import { measureThread } from './measure.ts'

const tables = [
  ...['customer', 'contact_point', 'customer_identity', 'tag', 'customer_tag', 'product', 'sales_order'],
  'order_line',
]

/**
 * The peer of an import: writes the same rows into a new archive with the same schema and settings by one prepared
 * statement per table, in one transaction. No totals, no search index, no history, no undo. Units: ms of CPU.
 */
export function insertBare(source: ReadableDb, file: string, key: Uint8Array): number {
  const target = openWritable({
    file,
    key,
    migrations,
    isNew: true,
    mustCheck: false,
    beforeUpgrade: () => undefined,
  })
  target.setCacheSize(128)
  try {
    let cpuMs = 0
    // Rows are read outside of the figure.
    target.db.prepare('BEGIN IMMEDIATE').run()
    for (const table of tables) {
      const rows = source.prepareReadArrays<readonly SqlValue[]>(`SELECT * FROM ${table}`).all()
      const [first] = rows
      if (!first) continue
      const insert = target.db.prepare(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`)
      cpuMs += measureThread(() => {
        for (const row of rows) insert.run(...row)
      }).cpuMs
    }
    return cpuMs + measureThread(() => target.db.prepare('COMMIT').run()).cpuMs
  } finally {
    target.close()
    fs.rmSync(file)
  }
}
