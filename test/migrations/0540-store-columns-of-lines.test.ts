import { expect, it } from 'vitest'
import { insertOrder } from '#test/helpers/builders.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('lets go of what was stored, keeps the rows, and notes changed lines and hours from then on', () => {
  withUpgradedArchive(
    { from: 530, to: 540 },
    older => {
      const orderId = insertOrder(older, { customerId: null, orderedOn: '2026-08-16', netMinor: 100 })
      older
        .prepare(
          `INSERT INTO order_line (sales_order_id, line_number, title, quantity, net_minor, refunded_minor)
           VALUES (?, 1, '样品', 1, 100, 0)`,
        )
        .run(orderId)
      older
        .prepare(
          "INSERT INTO column_source (source, format, row_count, last_id, last_change_id) VALUES ('sales_order', 1, 1, 1, 0)",
        )
        .run()
      older.prepare("INSERT INTO stale_row VALUES ('sales_order', 1)").run()
      return older.prepareRead<object>('SELECT * FROM sales_order').all()
    },
    (db, before) => {
      expect(db.prepareRead('SELECT * FROM sales_order').all()).toEqual(before)
      const stale = () => db.prepareRead('SELECT * FROM stale_row ORDER BY source').all()
      expect([stale(), db.prepareRead('SELECT * FROM column_source').all()]).toEqual([[], []])
      const write = (sql: string) => db.prepare(sql).run()
      write('UPDATE order_line SET net_minor = 90')
      expect(stale()).toEqual([])
      for (const source of ['order_line', 'order_time'])
        write(
          `INSERT INTO column_source (source, format, row_count, last_id, last_change_id) VALUES ('${source}', 1, 1, 1, 0)`,
        )
      write('UPDATE order_line SET quantity = 2')
      write("UPDATE sales_order SET ordered_at_local = '2026-08-16T21:00:00'")
      expect(stale()).toEqual([
        { source: 'order_line', row_id: 1 },
        { source: 'order_time', row_id: 1 },
      ])
    },
  )
})
