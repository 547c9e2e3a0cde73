import { expect, it } from 'vitest'
import type { ReadableDb } from '#main/database/db.ts'
import { searchImports } from '#main/imports/import-history.service.ts'
import { everyImport } from '#shared/domain/import-history.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

const historyOf = (db: ReadableDb, count: number) =>
  searchImports(db, { filter: everyImport, start: 0, count }).batches

it('keeps the imports of an older archive, which do not say what was not counted then', () => {
  withUpgradedArchive(
    { from: 70, to: 110 },
    older => {
      older
        .prepare(
          `INSERT INTO import_batch (state, kind, file_name, file_size_bytes, file_sha256, sheet_name, header_row, platform, shop,
          mapping, row_count, created_count, updated_count, unchanged_count, rejected_count, customers_created, orders_created,
          lines_created, rows_without_customer, committed_at, elapsed_ms)
         VALUES ('committed', 'customers', '样例.csv', 1, 'aa', '', 1, '', '', '[]', 5, 3, 1, 1, 0, 3, 0, 0, 0, '2026-01-01', 7)`,
        )
        .run()
    },
    db => {
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
    },
  )
})
