import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

it('leaves the cards, addresses and orders of an older archive as they are, with nothing known of the new columns', () => {
  const folder = makeTestFolder()
  const file = path.join(folder, 'archive.db')
  const key = randomBytes(32)
  const open = (newest: number, isNew: boolean) =>
    openWritable({
      ...{ file, key, isNew, mustCheck: false, beforeUpgrade: () => undefined },
      migrations: migrations.filter(({ version }) => version <= newest),
    })
  try {
    const older = open(80, true)
    older.db
      .prepare(
        `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
         VALUES (1, 'C1', 'individual', 'active', '样例', 'yang li', '2026-01-01', '2026-01-01')`,
      )
      .run()
    older.db
      .prepare(
        "INSERT INTO contact_point VALUES (1, 1, 'address', 0, '浙江省样例路 1 号', '浙江省样例路1号')",
      )
      .run()
    older.close()

    const { db, close } = open(90, false)
    expect(db.prepareRead('SELECT name, id_number FROM customer').all()).toEqual([
      { name: '样例', id_number: null },
    ])
    expect(db.prepareRead('SELECT value, province, region_confidence FROM contact_point').all()).toEqual([
      { value: '浙江省样例路 1 号', province: null, region_confidence: null },
    ])
    expect(db.prepareRead('SELECT facts_on FROM sales_order').all()).toEqual([])
    const invalid = "UPDATE contact_point SET region_confidence = 'perhaps'"
    expect(() => db.prepare(invalid).run()).toThrow(/CHECK/)
    close()
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
