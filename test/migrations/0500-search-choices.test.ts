import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

const customer = (
  id: number,
) => `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
  VALUES (${id}, 'K${id}', 'individual', 'active', '样例', 'a', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`
const withChoice = (
  id: number,
  option: string,
) => `INSERT INTO field_value (customer_id, field_id, position, value)
  SELECT ${id}, field_id, 0, field_option_id FROM field_option WHERE ${option}`

it('has customers indexed anew whose choices have typed names, and nobody else', () => {
  withUpgradedArchive(
    { from: 410, to: 500 },
    older => {
      const run = (sql: string) => older.prepare(sql).run()
      for (const id of [1, 2, 3]) run(customer(id))
      run(`INSERT INTO field_option (field_id, name, position)
        SELECT field_id, '甲类', 1 FROM field_definition WHERE code = 'class-code'`)
      run(withChoice(1, "name = '甲类'"))
      run(withChoice(2, "code = 'interview'"))
      run('DELETE FROM search_queue')
    },
    db => {
      expect(db.prepareRead('SELECT customer_id, is_card_new FROM search_queue').all()).toEqual([
        { customer_id: 1, is_card_new: 1 },
      ])
    },
  )
})
