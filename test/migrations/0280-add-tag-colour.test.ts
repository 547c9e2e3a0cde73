import { expect, it } from 'vitest'
import { listTags } from '#main/tags/tag.queries.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('keeps the tags of an older archive: grey, without a last day; an unknown colour is refused', () => {
  withUpgradedArchive(
    { from: 270, to: 280 },
    older => older.prepare("INSERT INTO tag (name) VALUES ('老客')").run(),
    db => {
      expect(listTags(db)).toEqual([{ tagId: 1, name: '老客', color: null, expiresOn: null }])
      const paint = (color: string) => () => db.prepare('UPDATE tag SET color = ?').run(color)
      expect(paint('green')).not.toThrow()
      expect(paint('pink')).toThrow(/CHECK/)
    },
  )
})
