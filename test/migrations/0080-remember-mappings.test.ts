import { expect, it } from 'vitest'
import { listProfiles } from '#main/imports/mapping/import-profile.service.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('takes over how the imports of an older archive were mapped, the newest of each source, none that was taken back', () => {
  withUpgradedArchive(
    { from: 70, to: 80 },
    older => {
      const insert = older.prepare(
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
    },
    db => {
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
    },
  )
})
