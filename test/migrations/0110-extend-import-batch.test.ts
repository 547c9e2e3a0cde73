import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { ReadableDb } from '#main/database/db.ts'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import { searchImports } from '#main/imports/import-history.service.ts'
import { everyImport } from '#shared/domain/import-history.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

const historyOf = (db: ReadableDb, count: number) =>
  searchImports(db, { filter: everyImport, start: 0, count }).batches

it('keeps the imports of an older archive, which do not say what was not counted then', () => {
  const folder = makeTestFolder()
  const file = path.join(folder, 'archive.db')
  const key = randomBytes(32)
  const open = (newest: number, isNew: boolean) =>
    openWritable({
      ...{ file, key, isNew, mustCheck: false, beforeUpgrade: () => undefined },
      migrations: migrations.filter(({ version }) => version <= newest),
    })
  try {
    const older = open(70, true)
    older.db
      .prepare(
        `INSERT INTO import_batch (state, kind, file_name, file_size_bytes, file_sha256, sheet_name, header_row, platform, shop,
          mapping, row_count, created_count, updated_count, unchanged_count, rejected_count, customers_created, orders_created,
          lines_created, rows_without_customer, committed_at, elapsed_ms)
         VALUES ('committed', 'customers', '样例.csv', 1, 'aa', '', 1, '', '', '[]', 5, 3, 1, 1, 0, 3, 0, 0, 0, '2026-01-01', 7)`,
      )
      .run()
    older.close()
    const { db, close } = open(110, false)
    expect(historyOf(db, 9)).toMatchObject([{ fileName: '样例.csv', counts: { rows: 5, created: 3 } }])
    expect(
      db
        .prepareRead(
          'SELECT customers_updated, orders_updated, corrects_import_batch_id, forgotten_at FROM import_batch',
        )
        .all(),
    ).toEqual([
      { customers_updated: null, orders_updated: null, corrects_import_batch_id: null, forgotten_at: null },
    ])
    close()
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
