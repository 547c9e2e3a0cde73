import { expect, it } from 'vitest'
import { listFields } from '#main/fields/field.service.ts'
import { messagesZhCN } from '#shared/i18n/messages.zh-CN.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('adds the fields of a call behind those of an older archive, which stay as they are', () => {
  withUpgradedArchive(
    { from: 390, to: 400 },
    older => {
      older.prepare("INSERT INTO field_group (name, tab, position) VALUES ('样例组', 'trade', 90)").run()
      return older.prepareRead('SELECT * FROM field_definition').all()
    },
    (db, before) => {
      const groups = listFields(db)
      const added = groups.at(-1)
      expect([added?.code, added?.customerKind, added?.isOn]).toEqual(['voice', null, true])
      const codes = added?.fields.map(field => field.code) ?? []
      expect(codes).toEqual(['opinion', 'troubles', 'expectations', 'improvements'])
      for (const code of codes) expect(messagesZhCN).toHaveProperty([`card-field.${code}`])
      const rest = db.prepareRead('SELECT * FROM field_definition ORDER BY field_id').all()
      expect(rest.slice(0, before.length)).toEqual(before)
    },
  )
})
