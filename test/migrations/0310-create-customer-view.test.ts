import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('an older archive begins without views; what is stored as one is JSON', () => {
  withUpgradedArchive(
    { from: 300, to: 310 },
    older => older.prepare("INSERT INTO tag (tag_id, name) VALUES (1, '老客')").run(),
    db => {
      expect(db.prepareRead('SELECT * FROM customer_view').all()).toEqual([])
      expect(db.prepareRead('SELECT name FROM tag').all()).toEqual([{ name: '老客' }])
      const insert = db.prepare('INSERT INTO customer_view (name, content) VALUES (?, ?)')
      expect(() => insert.run('安徽', '{"filter":null}')).not.toThrow()
      expect(() => insert.run('安徽', 'filter')).toThrow(/CHECK/)
    },
  )
})
