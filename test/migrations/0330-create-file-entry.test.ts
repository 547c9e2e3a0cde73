import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('gives an older archive lines of files, of five kinds and with content that is JSON; its customers stay as they are', () => {
  withUpgradedArchive(
    { from: 310, to: 330 },
    older => {
      older
        .prepare(
          `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
           VALUES (1, 'C1', 'individual', 'active', '样例', 'yang li', '2026-01-01', '2026-01-01')`,
        )
        .run()
      return older.prepareRead('SELECT * FROM customer').all()
    },
    (db, before) => {
      expect(db.prepareRead('SELECT * FROM customer').all()).toEqual(before)
      const add = (kind: string, content: string) => () =>
        db
          .prepare(
            "INSERT INTO file_entry (customer_id, kind, content, created_at) VALUES (1, ?, ?, '2026-01-01')",
          )
          .run(kind, content)
      expect(add('service', '{"note":"样例"}')).not.toThrow()
      expect(add('weather', '{}')).toThrow(/CHECK/)
      expect(add('service', 'note')).toThrow(/CHECK/)
    },
  )
})
