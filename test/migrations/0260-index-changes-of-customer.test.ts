import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('an older archive tells what was on a file once, also of rows that are gone and of acts of before', () => {
  withUpgradedArchive(
    { from: 210, to: 260 },
    older => {
      older
        .prepare(
          "INSERT INTO change_set (change_set_id, kind, actor, made_at) VALUES (1, 'customer-edited', 'operator', '2026-01-01')",
        )
        .run()
      const row = (customerId: number) => JSON.stringify({ contact_point_id: 5, customer_id: customerId })
      older
        .prepare(
          "INSERT INTO change (change_set_id, table_name, row_id, column_name, before, after) VALUES (1, 'contact_point', 5, '*', ?, NULL)",
        )
        .run(row(7))
      older
        .prepare(
          "INSERT INTO change (change_set_id, table_name, row_id, column_name, before, after) VALUES (1, 'customer', 7, 'name', '甲', '乙')",
        )
        .run()
    },
    db => {
      const found = db.prepareRead<{ row_id: number }>(
        `SELECT row_id FROM change INDEXED BY change_customer_id
         WHERE column_name = '*' AND json_extract(coalesce(before, after), '$.customer_id') = ?`,
      )
      expect([found.all(7), found.all(8)]).toEqual([[{ row_id: 5 }], []])
    },
  )
})
