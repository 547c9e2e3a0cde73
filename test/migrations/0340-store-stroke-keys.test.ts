import { expect, it } from 'vitest'
import { fillStrokeKeys } from '#main/customers/name-keys.service.ts'
import { strokeSortKey } from '#main/search/stroke.service.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('customers of an older archive get their stroke keys when it is opened, those in the bin and those without a name too', () => {
  const names = ['林样一', '', 'Sam']
  withUpgradedArchive(
    { from: 330, to: 340 },
    older => {
      const insert = older.prepare(
        `INSERT INTO customer (archive_number, kind, card_type, name, name_sort, created_at, updated_at, deleted_at)
         VALUES (?, 'individual', 'active', ?, ?, '2026-03-01', '2026-03-01', ?)`,
      )
      for (const [at, name] of names.entries())
        insert.run(`C${at}`, name, name, at === 2 ? '2026-03-02' : null)
    },
    db => {
      const keys = () =>
        db
          .prepareRead<{ key: string | null }>(
            'SELECT name_strokes AS key FROM customer ORDER BY customer_id',
          )
          .all()
          .map(({ key }) => key)
      expect(keys()).toEqual([null, null, null])
      fillStrokeKeys(db)
      expect(keys()).toEqual(names.map(strokeSortKey))
    },
  )
})
