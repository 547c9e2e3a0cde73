import { expect, it } from 'vitest'
import { searchCustomers } from '#main/search/search.service.ts'
import { withUpgradedArchive } from '#test/helpers/upgraded-archive.ts'
import { addCards, indexAll } from '#test/main/search/customer-cards.ts'

it('keeps the index and the queue of an older archive, whose queued cards all count as new', () => {
  withUpgradedArchive(
    { from: 60, to: Number.MAX_SAFE_INTEGER },
    older => {
      const insert = older.prepare(
        `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
       VALUES (?, ?, 'individual', 'active', ?, ?, '2026-01-01', '2026-01-01')`,
      )
      insert.run(1, 'C1', '样例', 'yang li')
      insert.run(2, 'C2', '示范', 'shi fan')
      // An entry as it was written then, and a card that waits.
      for (const index of ['search_key', 'search_all'])
        older.prepare(`INSERT INTO ${index} (rowid, tokens) VALUES (1, ' 样 例 样例')`).run()
      older.prepare('INSERT INTO search_queue VALUES (2)').run()
    },
    db => {
      // The search of today reads tables of today.
      const namesOf = (text: string) => searchCustomers(db, text, 9).hits.map(hit => hit.customer.name)
      expect(db.prepareRead('SELECT * FROM search_queue').all()).toEqual([{ customer_id: 2, is_card_new: 1 }])
      expect([namesOf('样例'), namesOf('示范')]).toEqual([['样例'], ['示范']])
      indexAll(db)
      addCards(db, [{ name: '样品' }])
      indexAll(db)
      expect([namesOf('样'), namesOf('示范')]).toEqual([['样品', '样例'], ['示范']])
    },
  )
})
