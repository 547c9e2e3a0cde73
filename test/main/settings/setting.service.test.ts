import { afterEach, beforeEach, expect, test } from 'vitest'
import { getListLayout, saveListLayout } from '#main/settings/setting.service.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let database: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

test('a list is found as it was left last, and nothing is known of one that was never touched', () => {
  const { db } = database
  expect(getListLayout(db, 'customers')).toBeNull()
  const first = { sort: null, widths: { name: 200 } }
  const second = { sort: { key: 'name', direction: 'descending' as const }, widths: {} }
  saveListLayout(db, 'customers', first)
  saveListLayout(db, 'customers', second)
  expect(getListLayout(db, 'customers')).toEqual(second)
})

test('a layout that no longer fits is as good as none', () => {
  const { db } = database
  db.prepare("INSERT INTO setting (key, value) VALUES ('list.customers', '{\"widths\":3}')").run()
  expect(getListLayout(db, 'customers')).toBeNull()
})
