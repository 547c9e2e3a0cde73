import { afterEach, beforeEach, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { listViews, removeView, renameView, saveView } from '#main/views/view.service.ts'
import type { ViewContent } from '#shared/domain/saved-view.ts'
import { act } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

const content = (text: string): ViewContent => ({
  filter: { match: 'all', groups: [[{ field: 'address', test: 'contains', text }]] },
  sort: { key: 'spendMinor', direction: 'descending' },
  widths: { name: 200 },
  columns: ['name', 'field:1'],
  frozenCount: 1,
})
const save = (name: string, text = '样') => saveView(database.db, { name, content: content(text) }, act)
const names = () => listViews(database.db).map(({ name }) => name)
const undo = (changeSetId: number | null) =>
  undoChangeSet(database.db, {
    ...{ changeSetId: Number(changeSetId), edited: 'revert' as const },
    ...{ actor: 'operator', madeAt: act.now },
  }).changeSetId

test('views are listed by the pinyin of their names, with all they hold', () => {
  save('浙江')
  save('安徽', '合肥')
  expect(names()).toEqual(['安徽', '浙江'])
  expect(listViews(database.db)[0]).toEqual({ viewId: 2, name: '安徽', content: content('合肥') })
})

test('saving under a known name replaces that view; the same again writes nothing; an undo brings the first back', () => {
  const first = save('安徽', '合肥')
  const second = save(' 安徽 ', '芜湖')
  expect(second.viewId).toBe(first.viewId)
  expect(save('安徽', '芜湖')).toEqual({ viewId: first.viewId, changeSetId: null })
  expect(listViews(database.db).map(view => view.content)).toEqual([content('芜湖')])
  const undone = undo(second.changeSetId)
  expect(listViews(database.db).map(view => view.content)).toEqual([content('合肥')])
  undo(undone)
  expect(listViews(database.db).map(view => view.content)).toEqual([content('芜湖')])
})

test('a view gets another name unless another view has it', () => {
  const { viewId } = save('安徽')
  save('浙江')
  expect(() => renameView(database.db, viewId, '浙江', act)).toThrow('name-taken')
  const { changeSetId } = renameView(database.db, viewId, '皖', act)
  expect(names()).toEqual(['皖', '浙江'])
  undo(changeSetId)
  expect(names()).toEqual(['安徽', '浙江'])
  expect(() => renameView(database.db, 99, '别的', act)).toThrow('not-found')
})

test('a removed view comes back by an undo, also where its name was given anew meanwhile', () => {
  const { viewId } = save('安徽', '合肥')
  const { changeSetId } = removeView(database.db, viewId, act)
  expect(names()).toEqual([])
  save('安徽', '芜湖')
  undo(changeSetId)
  expect(names()).toEqual(['安徽', '安徽'])
  expect(() => removeView(database.db, 99, act)).toThrow('not-found')
})

test('a view of a later version, which is not understood, is left out', () => {
  save('安徽')
  database.db
    .prepare('INSERT INTO customer_view (name, content) VALUES (?, ?)')
    .run('以后', '{"filter":{"match":"some","groups":[]}}')
  expect(names()).toEqual(['安徽'])
})
