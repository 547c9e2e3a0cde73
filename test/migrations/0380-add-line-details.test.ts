import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('gives the items of an older archive room for what they are like and a picture; the items stay as they are', () => {
  withUpgradedArchive(
    { from: 370, to: 380 },
    older => {
      older
        .prepare(
          `INSERT INTO sales_order (sales_order_id, platform, shop, order_key, ordered_on, ordered_at_local, status,
             is_cancellation, is_counted, paid_minor, refunded_minor, net_minor, created_at, updated_at)
           VALUES (1, '', '', 'n:1', '2026-01-01', '2026-01-01', 'completed', 0, 1, 1, 0, 1, '2026-01-01', '2026-01-01')`,
        )
        .run()
      older
        .prepare(
          `INSERT INTO order_line (sales_order_id, line_number, title, quantity, net_minor, refunded_minor)
           VALUES (1, 1, '样品', 1, 1, 0)`,
        )
        .run()
      return older.prepareRead<object>('SELECT * FROM order_line').all()
    },
    (db, before) => {
      const added = { details: null, picture: null }
      expect(db.prepareRead('SELECT * FROM order_line').all()).toEqual(
        before.map(row => ({ ...row, ...added })),
      )
      const write = (details: string) => () => db.prepare('UPDATE order_line SET details = ?').run(details)
      expect(write('{}')).not.toThrow()
      expect(write('棉')).toThrow(/CHECK/)
    },
  )
})
