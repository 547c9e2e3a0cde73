import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import { listProfiles } from '#main/imports/mapping/import-profile.service.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

it('takes over how the imports of an older archive were mapped, the newest of each source, none that was taken back', () => {
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
    const insert = older.db.prepare(
      `INSERT INTO import_batch (state, kind, file_name, file_size_bytes, file_sha256, sheet_name, header_row, platform, shop,
         mapping, row_count, created_count, updated_count, unchanged_count, rejected_count, customers_created, orders_created,
         lines_created, rows_without_customer, committed_at, elapsed_ms)
       VALUES (?, 'orders', 'a.csv', 1, '', '', 1, 'jd', ?, ?, 1, 1, 0, 0, 0, 0, 0, 0, 0, ?, 1)`,
    )
    const mapping = JSON.stringify([
      { header: '单号', field: 'orderNumber' },
      { header: '赠品', field: null },
    ])
    insert.run('committed', '样例店', mapping, '2026-01-01')
    insert.run('committed', '样例店', mapping, '2026-02-01')
    insert.run('undone', '另一店', mapping, '2026-03-01')
    older.close()

    const { db, close } = open(80, false)
    expect(listProfiles(db)).toMatchObject([
      {
        kind: 'orders',
        platform: 'jd',
        shop: '样例店',
        headerRowCount: 1,
        savedAt: '2026-02-01',
        fileNames: [],
        columns: [
          { header: '单号', field: 'orderNumber', values: 'empty' },
          { header: '赠品', field: null, values: 'empty' },
        ],
      },
    ])
    close()
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
