import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('gives an older archive credit records, of three kinds and with content that is JSON; its customers stay as they are', () => {
  withUpgradedArchive(
    { from: 550, to: 560 },
    older => {
      older
        .prepare(
          `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
           VALUES (1, 'C1', 'company', 'active', '样例', 'yang li', '2026-01-01', '2026-01-01')`,
        )
        .run()
      return older.prepareRead('SELECT * FROM customer').all()
    },
    (db, before) => {
      expect(db.prepareRead('SELECT * FROM customer').all()).toEqual(before)
      const add = (kind: string, content: string) => () =>
        db
          .prepare(
            "INSERT INTO credit_record (customer_id, kind, dated_on, content) VALUES (1, ?, '2026-01-01', ?)",
          )
          .run(kind, content)
      for (const kind of ['statement', 'review', 'terms']) expect(add(kind, '{}')).not.toThrow()
      expect(add('rumour', '{}')).toThrow(/CHECK/)
      expect(add('terms', 'good')).toThrow(/CHECK/)
    },
  )
})
