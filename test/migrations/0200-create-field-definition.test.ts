import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/index.ts'
import { openWritable } from '#main/database/open-database.ts'
import { listFields } from '#main/fields/field.service.ts'
import { messagesZhCN } from '#shared/i18n/messages.zh-CN.ts'
import { makeTestFolder } from '#test/helpers/test-database.ts'

it('gives an older archive the built-in fields, each with a name in the catalogue, and leaves its customers alone', () => {
  const folder = makeTestFolder()
  const file = path.join(folder, 'archive.db')
  const key = randomBytes(32)
  const open = (newest: number, isNew: boolean) =>
    openWritable({
      ...{ file, key, isNew, mustCheck: false, beforeUpgrade: () => undefined },
      migrations: migrations.filter(({ version }) => version <= newest),
    })
  try {
    const older = open(110, true)
    older.db
      .prepare(
        `INSERT INTO customer (customer_id, archive_number, kind, card_type, name, name_sort, created_at, updated_at)
         VALUES (1, 'C1', 'individual', 'active', '样例', 'yang li', '2026-01-01', '2026-01-01')`,
      )
      .run()
    const before = older.db.prepareRead('SELECT * FROM customer').all()
    older.close()

    const { db, close } = open(200, false)
    expect(db.prepareRead('SELECT * FROM customer').all()).toEqual(before)
    const groups = listFields(db)
    const names = groups.flatMap(group => [
      `field-group.${group.code}`,
      ...group.fields.flatMap(field => [
        `card-field.${field.code}`,
        ...field.options.map(option => `card-option.${field.code}.${option.code}`),
      ]),
    ])
    expect(names.filter(name => !Object.hasOwn(messagesZhCN, name))).toEqual([])
    expect(groups.filter(group => group.isSensitive).map(group => [group.code, group.isOn])).toEqual([
      ['belief', false],
    ])
    expect(db.prepareRead('PRAGMA foreign_key_check').all()).toEqual([])
    close()
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
})
