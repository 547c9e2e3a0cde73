import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'
import { addCards, indexAll } from '#test/main/search/customer-cards.ts'

it('keeps the index and the queue of an older archive, whose queued cards all count as new', () => {
  const folder = makeTestFolder()
  const file = path.join(folder, 'archive.db')
  const key = randomBytes(32)
  const open = (newest: number, isNew: boolean) =>
    openWritable({
      ...{ file, key, isNew, mustCheck: false, beforeUpgrade: () => undefined },
      migrations: migrations.filter(({ version }) => version <= newest),
    })
  try {
    const older = open(60, true)
    const insert = older.db.prepare(
      `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
       VALUES (?, ?, 'individual', 'active', ?, ?, '2026-01-01', '2026-01-01')`,
    )
    insert.run(1, 'C1', '样例', 'yang li')
    insert.run(2, 'C2', '示范', 'shi fan')
    // An entry as it was written then, and a card that waits.
    for (const index of ['search_key', 'search_all'])
      older.db.prepare(`INSERT INTO ${index} (rowid, tokens) VALUES (1, ' 样 例 样例')`).run()
    older.db.prepare('INSERT INTO search_queue VALUES (2)').run()
    older.close()

    // The search of today reads tables of today.
    const { db, close } = open(Number.MAX_SAFE_INTEGER, false)
    const namesOf = (text: string) => searchCustomers(db, text, 9).hits.map(hit => hit.customer.name)
    expect(db.prepareRead('SELECT * FROM search_queue').all()).toEqual([{ customer_id: 2, is_card_new: 1 }])
    expect([namesOf('样例'), namesOf('示范')]).toEqual([['样例'], ['示范']])
    indexAll(db)
    addCards(db, [{ name: '样品' }])
    indexAll(db)
    expect([namesOf('样'), namesOf('示范')]).toEqual([['样品', '样例'], ['示范']])
    close()
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
