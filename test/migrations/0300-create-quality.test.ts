import { expect, it } from 'vitest'
import { countFindings } from '#main/quality/finding.service.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('keeps the files of an older archive, confirmed by nobody; their phones and births are looked through, own fields stay', () => {
  withUpgradedArchive(
    { from: 280, to: 300 },
    older => {
      older
        .prepare(
          `INSERT INTO customer (archive_number, kind, card_type, name, name_sort, birth_on, created_at, updated_at)
           VALUES ('X-1', 'individual', 'active', '样例', 'yang li', '1890-01-01', '2020-05-01T00:00:00Z', '2026-01-01')`,
        )
        .run()
      older
        .prepare(
          `INSERT INTO contact_point (customer_id, kind, position, value, match_key) VALUES (1, 'phone', 0, '123', '123')`,
        )
        .run()
      return older
        .prepare(
          "INSERT INTO field_definition (field_group_id, name, value_kind, position) VALUES (1, '自定', 'text', 9)",
        )
        .run().lastInsertRowid
    },
    (db, ownFieldId) => {
      expect(db.prepareRead('SELECT confirmed_on FROM customer').all()).toEqual([{ confirmed_on: null }])
      expect(countFindings(db, '2026-11-21T04:30:00.000Z')).toMatchObject({ phone: 1, birthday: 1, stale: 1 })
      const names = db.prepareRead<{ name: string | null; code: string | null }>(
        'SELECT name, code FROM field_definition WHERE field_id >= ? ORDER BY field_id',
      )
      expect(names.all(ownFieldId).map(({ name, code }) => name ?? code)).toEqual([
        ...['自定', 'class-code', 'binder', 'volume', 'page', 'collection-source', 'collection-method'],
      ])
    },
  )
})
