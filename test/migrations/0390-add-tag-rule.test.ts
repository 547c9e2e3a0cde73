import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

const older = [
  "INSERT INTO tag (name) VALUES ('老客'), ('常客')",
  `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
   VALUES (1, 'K1', 'individual', 'active', '样例甲', 'a', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`,
  'INSERT INTO customer_tag (customer_id, tag_id) VALUES (1, 1)',
]

it('keeps the tags of an older archive as put on by hand; what a rule put on gives way to the hand and keeps nothing alive', () => {
  withUpgradedArchive(
    { from: 380, to: 390 },
    db => {
      for (const sql of older) db.prepare(sql).run()
    },
    db => {
      const run = (sql: string) => db.prepare(sql).run()
      const links = () =>
        db.prepareRead('SELECT tag_id, by_rule FROM customer_tag ORDER BY tag_id').all() as unknown[]
      expect(links()).toEqual([{ tag_id: 1, by_rule: 0 }])
      run('INSERT INTO customer_tag (customer_id, tag_id, by_rule) VALUES (1, 2, 1)')
      run('INSERT INTO customer_tag (customer_id, tag_id) VALUES (1, 2)')
      expect(links()).toEqual([
        { tag_id: 1, by_rule: 0 },
        { tag_id: 2, by_rule: 0 },
      ])
      expect(() => run('DELETE FROM customer')).toThrow(/FOREIGN KEY/)
      run('UPDATE customer_tag SET by_rule = 1')
      run('DELETE FROM tag WHERE tag_id = 2')
      run('DELETE FROM customer')
      expect(links()).toEqual([])
      expect(() => run("UPDATE tag SET rule = 'x'")).toThrow(/CHECK/)
    },
  )
})
