import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findUndoStep } from '#main/changes/change.queries.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, getCustomerDraft } from '#main/customers/customer.service.ts'
import { getEditHistory } from '#main/customers/history/history.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { listTags } from '#main/tags/tag.queries.ts'
import { expireTags, mergeTags, removeTags, saveTag } from '#main/tags/tag.service.ts'
import { listViews, saveView } from '#main/views/view.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { ViewContent } from '#shared/domain/saved-view.ts'
import type { TagDraft } from '#shared/domain/tag.ts'
import { act, draftOf, dumpArchive } from '#test/helpers/builders.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
})
afterEach(() => test_.close())

const create = (...tags: string[]) => createCustomer(test_.db, draftOf({ tags }), act).customerId
const tagsOf = (customerId: number) => getCustomerDraft(test_.db, customerId).tags
const tag = (facts: Partial<TagDraft> = {}): TagDraft => ({
  name: '老客',
  color: null,
  expiresOn: null,
  ...facts,
})
const idOf = (name: string) => listTags(test_.db).find(one => one.name === name)?.tagId ?? 0
const save = (name: string, facts: Partial<TagDraft>) =>
  saveTag(test_.db, idOf(name), tag({ name, ...facts }), act)
const undo = (changeSetId: number | null) =>
  undoChangeSet(test_.db, {
    changeSetId: changeSetId ?? 0,
    edited: 'revert',
    actor: 'operator',
    madeAt: act.now,
  })
const countFound = (text: string) => {
  while (indexQueuedCustomers(test_.db, 100) > 0);
  return searchCustomers(test_.db, text, 10).total
}
const day = (text: string) => CalendarDate.parse(text)

test('a saved view asks for the tag that was put in the place of others, and after an undo as before', () => {
  for (const name of ['熟客', '老客', '新客']) create(name)
  const [into, gone, other] = ['熟客', '老客', '新客'].map(idOf)
  const contentWith = (...values: (number | undefined)[]) => ({
    filter: {
      match: 'all' as const,
      groups: [[{ field: 'tag' as const, test: 'any-of' as const, values: values.map(Number) }]],
    },
    sort: { key: 'name', direction: 'ascending' as const },
    widths: {},
  })
  const content = ViewContent.parse(contentWith(gone, into, other))
  saveView(test_.db, { name: '要回访的', content }, act)
  const saved = () => listViews(test_.db)[0]?.content.filter
  const { changeSetId } = mergeTags(test_.db, into ?? 0, [gone ?? 0], act)
  expect(saved()).toEqual(contentWith(into, other).filter)
  undo(changeSetId)
  expect(saved()).toEqual(content.filter)
})

describe('a tag', () => {
  test('is made without a customer, has a colour and a last day, and its name only once', () => {
    saveTag(test_.db, null, tag({ name: ' 双11　', color: 'red', expiresOn: day('2026-12-31') }), act)
    expect(listTags(test_.db)).toEqual([{ tagId: 1, name: '双11', color: 'red', expiresOn: '2026-12-31' }])
    const again = () => saveTag(test_.db, null, tag({ name: '双11' }), act)
    expect(again).toThrow(new AppError('tag-exists', { tagId: 1 }))
    expect(save('双11', { color: 'red', expiresOn: day('2026-12-31') }).changeSetId).toBeNull()
  })

  test('is found by its new name at once, and after an undo by the old one', () => {
    const id = create('老客')
    expect(countFound('老客')).toBe(1)
    const { changeSetId } = saveTag(test_.db, idOf('老客'), tag({ name: '常客' }), act)
    expect([tagsOf(id), countFound('常客'), countFound('老客')]).toEqual([['常客'], 1, 0])
    undo(changeSetId)
    expect([tagsOf(id), countFound('常客'), countFound('老客')]).toEqual([['老客'], 0, 1])
  })
})

describe('merging tags', () => {
  test('gives everyone who had one of them the one that stays, once; one undo brings every byte back', () => {
    const [both, one, none] = [create('老客', '常客'), create('常客'), create('批发')]
    const before = dumpArchive(test_.db)
    const { changeSetId, customers } = mergeTags(test_.db, idOf('老客'), [idOf('常客'), idOf('老客')], act)
    expect([both, one, none].map(tagsOf)).toEqual([['老客'], ['老客'], ['批发']])
    expect([customers, listTags(test_.db).map(({ name }) => name)]).toEqual([2, ['批发', '老客']])
    expect([countFound('常客'), countFound('老客')]).toEqual([0, 2])
    const told = getEditHistory(test_.db, one, 9).entries[0]?.lines
    expect(told?.map(({ before, after }) => [before, after])).toEqual([['常客', '老客']])
    undo(changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
    expect([countFound('常客'), countFound('老客')]).toEqual([2, 1])
  })

  test('with a tag that is gone is refused, and nothing is written', () => {
    create('老客')
    const before = dumpArchive(test_.db)
    expect(() => mergeTags(test_.db, idOf('老客'), [99], act)).toThrow('not-found')
    expect(() => mergeTags(test_.db, 99, [idOf('老客')], act)).toThrow('not-found')
    expect(dumpArchive(test_.db)).toBe(before)
  })
})

describe('removing tags', () => {
  test('takes them off everyone who has them, and can be undone', () => {
    const ids = [create('老客', '批发'), create('老客'), create()]
    const before = dumpArchive(test_.db)
    const { changeSetId, customers } = removeTags(test_.db, [idOf('老客'), idOf('批发')], act)
    expect([ids.map(tagsOf), customers, listTags(test_.db)]).toEqual([[[], [], []], 2, []])
    undo(changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
  })
})

describe('the last day of a tag', () => {
  test('is a day on which it still holds; after it the tag leaves its customers and stays in the list', () => {
    const id = create('双11', '老客')
    save('双11', { expiresOn: day('2026-11-21') })
    // 2026-11-21 in China ends at 16:00 UTC.
    expect(expireTags(test_.db, { ...act, now: '2026-11-21T15:59:00.000Z' })).toBeNull()
    expect(tagsOf(id)).toContain('双11')
    expect(expireTags(test_.db, { ...act, now: '2026-11-21T16:01:00.000Z' })).toEqual(expect.any(Number))
    expect([tagsOf(id), listTags(test_.db).length]).toEqual([['老客'], 2])
    expect(expireTags(test_.db, { ...act, now: '2026-11-22T16:01:00.000Z' })).toBeNull()
  })

  test('is no step of the operator: what Ctrl+Z takes back is the act of before', () => {
    create('双11')
    const { changeSetId } = save('双11', { expiresOn: day('2026-11-20') })
    expireTags(test_.db, act)
    expect(findUndoStep(test_.db)?.change_set_id).toBe(changeSetId)
  })
})
