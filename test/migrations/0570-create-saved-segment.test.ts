import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('gives an older archive saved segments with versions, each once; its views stay', () => {
  withUpgradedArchive(
    { from: 560, to: 570 },
    older => {
      older.prepare("INSERT INTO customer_view (name, content) VALUES ('样例', '{}')").run()
      return older.prepareRead('SELECT * FROM customer_view').all()
    },
    (db, before) => {
      expect(db.prepareRead('SELECT * FROM customer_view').all()).toEqual(before)
      const add = (version: number, rule: string) => () =>
        db
          .prepare(
            "INSERT INTO segment_version (saved_segment_id, version, rule, made_at) VALUES (1, ?, ?, '')",
          )
          .run(version, rule)
      expect(add(1, '{}')).toThrow(/FOREIGN KEY/)
      const segment = db.prepare('INSERT INTO saved_segment (name, frozen) VALUES (?, ?)')
      expect(segment.run('样例组', null).lastInsertRowid).toBe(1)
      expect(() => segment.run('名单', 'none')).toThrow(/CHECK/)
      expect(add(1, '{}')).not.toThrow()
      expect(add(2, '{}')).not.toThrow()
      expect(add(2, '{}')).toThrow(/UNIQUE/)
      expect(add(3, 'no rule')).toThrow(/CHECK/)
      expect(add(0, '{}')).toThrow(/CHECK/)
    },
  )
})
