import { expect, it } from 'vitest'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'

it('keeps the cards of an older archive; a reason stands only where trade stopped', () => {
  withUpgradedArchive(
    { from: 200, to: 210 },
    older =>
      older
        .prepare(
          `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
           VALUES (1, 'C1', 'individual', 'former', '样例', 'yang li', '2026-01-01', '2026-01-01')`,
        )
        .run(),
    db => {
      expect(db.prepareRead('SELECT card_type FROM customer').all()).toEqual([{ card_type: 'former' }])
      const step = (after: string, reason: string) => () =>
        db
          .prepare(
            `INSERT INTO card_change (customer_id, before, after, changed_on, stop_reason) VALUES (1, 'lead', ?, '2026-01-02', ?)`,
          )
          .run(after, reason)
      expect(step('former', 'price')).not.toThrow()
      expect(step('active', 'price')).toThrow(/CHECK/)
      expect(step('former', 'weather')).toThrow(/CHECK/)
    },
  )
})
