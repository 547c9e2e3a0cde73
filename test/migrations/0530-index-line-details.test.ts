import { expect, it } from 'vitest'
import { insertOrder } from '#test/helpers/builders.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('has the buyers of items that say what they are like indexed anew, each once, and nobody else', () => {
  withUpgradedArchive(
    { from: 500, to: 530 },
    older => {
      for (const [name, details] of [
        [
          '样例甲',
          ['{"trade":"food","values":{"flavour":"原味"}}', '{"trade":"food","values":{"origin":"样例县"}}'],
        ],
        ['样例乙', [null]],
      ] as const) {
        const customerId = older
          .prepare(
            `INSERT INTO customer (archive_number, kind, card_type, name, name_sort, created_at, updated_at)
             VALUES (?, 'individual', 'active', ?, '', '', '')`,
          )
          .run(name, name).lastInsertRowid
        const orderId = insertOrder(older, { customerId, orderedOn: '2026-08-16', netMinor: 100 })
        for (const [at, words] of details.entries())
          older
            .prepare(
              `INSERT INTO order_line (sales_order_id, line_number, title, quantity, net_minor, refunded_minor, details)
               VALUES (?, ?, '样品', 1, 100, 0, ?)`,
            )
            .run(orderId, at + 1, words)
      }
      older.prepare('DELETE FROM search_queue').run()
      return older.prepareRead<object>('SELECT * FROM order_line').all()
    },
    (db, before) => {
      expect(db.prepareRead('SELECT * FROM order_line').all()).toEqual(before)
      expect(db.prepareRead('SELECT name FROM search_queue JOIN customer USING (customer_id)').all()).toEqual(
        [{ name: '样例甲' }],
      )
    },
  )
})
