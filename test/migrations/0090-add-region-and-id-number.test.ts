import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('leaves the cards, addresses and orders of an older archive as they are, with nothing known of the new columns', () => {
  withUpgradedArchive(
    { from: 80, to: 90 },
    older => {
      older
        .prepare(
          `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
         VALUES (1, 'C1', 'individual', 'active', '样例', 'yang li', '2026-01-01', '2026-01-01')`,
        )
        .run()
      older
        .prepare(
          "INSERT INTO contact_point VALUES (1, 1, 'address', 0, '浙江省样例路 1 号', '浙江省样例路1号')",
        )
        .run()
    },
    db => {
      expect(db.prepareRead('SELECT name, id_number FROM customer').all()).toEqual([
        { name: '样例', id_number: null },
      ])
      expect(db.prepareRead('SELECT value, province, region_confidence FROM contact_point').all()).toEqual([
        { value: '浙江省样例路 1 号', province: null, region_confidence: null },
      ])
      expect(db.prepareRead('SELECT facts_on FROM sales_order').all()).toEqual([])
      const invalid = "UPDATE contact_point SET region_confidence = 'perhaps'"
      expect(() => db.prepare(invalid).run()).toThrow(/CHECK/)
    },
  )
})
