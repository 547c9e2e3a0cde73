import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('gives an older archive notes of regions, one in each respect; its customers stay as they are', () => {
  withUpgradedArchive(
    { from: 350, to: 360 },
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
      const add = (aspect: string) => () =>
        db
          .prepare("INSERT INTO region_note (province, city, aspect, note) VALUES ('浙江省', '', ?, '样例')")
          .run(aspect)
      expect(add('customs')).not.toThrow()
      expect(add('customs')).toThrow(/UNIQUE/)
      expect(add('weather')).toThrow(/CHECK/)
    },
  )
})
