import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('gives an older archive steps of the funnel, of four stages, the third never without intention and ability; its customers stay', () => {
  withUpgradedArchive(
    { from: 540, to: 550 },
    older => {
      older
        .prepare(
          `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
           VALUES (1, 'C1', 'individual', 'lead', '样例', 'yang li', '2026-01-01', '2026-01-01')`,
        )
        .run()
      return older.prepareRead('SELECT * FROM customer').all()
    },
    (db, before) => {
      expect(db.prepareRead('SELECT * FROM customer').all()).toEqual(before)
      const add = (stage: string, intention: string | null, ability: string | null) => () =>
        db
          .prepare(
            "INSERT INTO funnel_step (customer_id, moved_on, stage, intention, ability) VALUES (1, '2026-01-01', ?, ?, ?)",
          )
          .run(stage, intention, ability)
      expect(add('analysis', null, null)).not.toThrow()
      expect(add('target', 'clear', 'none')).not.toThrow()
      expect(add('target', 'clear', null)).toThrow(/CHECK/)
      expect(add('target', null, 'strong')).toThrow(/CHECK/)
      expect(add('target', 'weak', 'strong')).toThrow(/CHECK/)
      expect(add('won', null, null)).toThrow(/CHECK/)
      expect(add('prospect', 'certain', null)).toThrow(/CHECK/)
    },
  )
})
