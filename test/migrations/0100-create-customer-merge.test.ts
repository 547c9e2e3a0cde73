import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

it('keeps every opening balance of an older archive under its key, and lets a customer have two of one shop', () => {
  const folder = makeTestFolder()
  const file = path.join(folder, 'archive.db')
  const key = randomBytes(32)
  const open = (newest: number, isNew: boolean) =>
    openWritable({
      ...{ file, key, isNew, mustCheck: false, beforeUpgrade: () => undefined },
      migrations: migrations.filter(({ version }) => version <= newest),
    })
  const insert = (id: number, orderCount: number) =>
    `INSERT INTO opening_balance (opening_balance_id, customer_id, platform, shop, order_count, spend_minor,
       return_count, covers_until_on) VALUES (${id}, 1, 'taobao', '一店', ${orderCount}, 19800, 0, '2025-12-31')`
  try {
    const older = open(90, true)
    older.db
      .prepare(
        `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
         VALUES (1, 'C1', 'individual', 'active', '样例', 'yang li', '2026-01-01', '2026-01-01')`,
      )
      .run()
    older.db.prepare(insert(7, 3)).run()
    expect(() => older.db.prepare(insert(8, 4)).run()).toThrow(/UNIQUE/)
    older.close()

    const { db, close } = open(100, false)
    db.prepare(insert(8, 4)).run()
    expect(
      db.prepareRead('SELECT opening_balance_id AS id, order_count, spend_minor FROM opening_balance').all(),
    ).toEqual([
      { id: 7, order_count: 3, spend_minor: 19_800 },
      { id: 8, order_count: 4, spend_minor: 19_800 },
    ])
    expect(db.prepareRead('SELECT * FROM customer_merge').all()).toEqual([])
    expect(db.prepareRead('PRAGMA foreign_key_check').all()).toEqual([])
    close()
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
