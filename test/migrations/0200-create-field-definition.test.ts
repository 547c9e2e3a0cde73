import { expect, it } from 'vitest'
import { listFields } from '#main/fields/field.service.ts'
import { messagesZhCN } from '#shared/i18n/messages.zh-CN.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('gives an older archive the built-in fields, each with a name in the catalogue, and leaves its customers alone', () => {
  withUpgradedArchive(
    { from: 110, to: 200 },
    older => {
      older
        .prepare(
          `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
           VALUES (1, 'C1', 'individual', 'active', '样例', 'yang li', '2026-01-01', '2026-01-01')`,
        )
        .run()
      return older.prepareRead('SELECT * FROM customer').all()
    },
    (db, before) => {
      expect(db.prepareRead('SELECT * FROM customer').all()).toEqual(before)
      const groups = listFields(db)
      const names = groups.flatMap(group => [
        `field-group.${group.code}`,
        ...group.fields.flatMap(field => [
          `card-field.${field.code}`,
          ...field.options.map(option => `card-option.${field.code}.${option.code}`),
        ]),
      ])
      expect(names.filter(name => !Object.hasOwn(messagesZhCN, name))).toEqual([])
      expect(groups.filter(group => group.isSensitive).map(group => [group.code, group.isOn])).toEqual([
        ['belief', false],
      ])
      expect(db.prepareRead('PRAGMA foreign_key_check').all()).toEqual([])
    },
  )
})
