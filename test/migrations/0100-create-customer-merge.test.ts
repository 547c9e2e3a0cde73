import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('keeps every opening balance of an older archive under its key, and lets a customer have two of one shop', () => {
  const insert = (id: number, orderCount: number) =>
    `INSERT INTO opening_balance (opening_balance_id, customer_id, platform, shop, order_count, spend_minor,
       return_count, covers_until_on) VALUES (${id}, 1, 'taobao', '一店', ${orderCount}, 19800, 0, '2025-12-31')`
  withUpgradedArchive(
    { from: 90, to: 100 },
    older => {
      older
        .prepare(
          `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
         VALUES (1, 'C1', 'individual', 'active', '样例', 'yang li', '2026-01-01', '2026-01-01')`,
        )
        .run()
      older.prepare(insert(7, 3)).run()
      expect(() => older.prepare(insert(8, 4)).run()).toThrow(/UNIQUE/)
    },
    db => {
      db.prepare(insert(8, 4)).run()
      expect(
        db
          .prepareRead('SELECT opening_balance_id AS id, order_count, spend_minor FROM opening_balance')
          .all(),
      ).toEqual([
        { id: 7, order_count: 3, spend_minor: 19_800 },
        { id: 8, order_count: 4, spend_minor: 19_800 },
      ])
      expect(db.prepareRead('SELECT * FROM customer_merge').all()).toEqual([])
      expect(db.prepareRead('PRAGMA foreign_key_check').all()).toEqual([])
    },
  )
})
