import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { getEditHistory } from '#main/customers/history/history.service.ts'
import { addEntry, getEntries, removeEntry, saveEntry } from '#main/entries/entry.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { splitMerge } from '#main/identities/split.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import { FileEntryDraft } from '#shared/domain/file-entry.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
})
afterEach(() => test_.close())

const day = (text: string) => CalendarDate.parse(text)
const create = (name = '样例甲') => createCustomer(test_.db, draftOf({ name }), act).customerId
const service = (note: string, on = '2026-08-16'): FileEntryDraft => ({
  kind: 'service',
  happenedOn: day(on),
  note,
})
const add = (customerId: number, entry: FileEntryDraft) => addEntry(test_.db, customerId, entry, act)
const notesOf = (customerId: number) =>
  getEntries(test_.db, customerId).map(({ entry }) => ('note' in entry ? entry.note : entry.kind))
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

describe('the lines of a file', () => {
  test.each<[string, FileEntryDraft]>([
    [
      'A12: a responsible person',
      {
        ...{ kind: 'person', name: '样例经理', jobTitle: '采购经理', phone: '13800001107', birthOn: '1980' },
        ...{ education: '本科', interests: '围棋', character: null },
      },
    ],
    [
      'A9: a competitor',
      {
        kind: 'competitor',
        happenedOn: day('2026-03-01'),
        name: '样例商行',
        relation: '同一条街',
        note: '便宜两成',
      },
    ],
    [
      'B2: a letter of a deal',
      {
        ...{ kind: 'correspondence', happenedOn: day('2026-03-02'), type: 'counter-offer', direction: 'in' },
        summary: '每箱还价 96 元',
      },
    ],
    [
      'B9: a reward',
      { kind: 'incentive', happenedOn: day('2026-03-03'), incentive: 'coupon', value: '10 元', note: null },
    ],
    ['a note of service', service('漏发一罐，已补寄')],
  ])('%s is kept as it was typed', (_, entry) => {
    const id = create()
    add(id, entry)
    expect(getEntries(test_.db, id).map(one => one.entry)).toEqual([entry])
  })

  test('stand the newest day first, are changed and removed, and each act can be taken back', () => {
    const id = create()
    const { entryId } = add(id, service('一', '2026-01-01'))
    add(id, service('二', '2026-05-05'))
    expect(notesOf(id)).toEqual(['二', '一'])
    const changed = saveEntry(test_.db, entryId, service(' 一改　', '2026-06-06'), act)
    expect(notesOf(id)).toEqual(['一改', '二'])
    expect(saveEntry(test_.db, entryId, service('一改', '2026-06-06'), act).changeSetId).toBeNull()
    const removed = removeEntry(test_.db, entryId, act)
    expect(notesOf(id)).toEqual(['二'])
    undo(removed.changeSetId)
    undo(changed.changeSetId)
    expect(notesOf(id)).toEqual(['二', '一'])
  })

  test('belong to customers who are there, and a line keeps its kind', () => {
    const id = create()
    const { entryId } = add(id, service('一'))
    const person: FileEntryDraft = {
      ...{ kind: 'person', name: '样例', jobTitle: null, phone: null, birthOn: null },
      ...{ education: null, interests: null, character: null },
    }
    expect(() => saveEntry(test_.db, entryId, person, act)).toThrow('not-found')
    expect(() => removeEntry(test_.db, 99, act)).toThrow('not-found')
    deleteCustomers(test_.db, [id], act)
    expect(() => add(id, service('二'))).toThrow('not-found')
  })

  test('are found by their words at once, and after an undo no more; codes are no words', () => {
    const id = create()
    const { changeSetId } = add(id, {
      ...{ kind: 'correspondence', happenedOn: day('2026-03-02'), type: 'dispute', direction: 'in' },
      summary: '包装破损，要求换货',
    })
    expect([countFound('换货'), countFound('dispute')]).toEqual([1, 0])
    expect(searchCustomers(test_.db, '换货', 10).hits[0]?.matches[0]?.field).toBe('entry')
    undo(changeSetId)
    expect(countFound('换货')).toBe(0)
  })

  test('are in the history of the file', () => {
    const id = create()
    const { entryId } = add(id, service('漏发'))
    saveEntry(test_.db, entryId, service('漏发，已补寄'), act)
    const told = getEditHistory(test_.db, id, 9).entries.map(({ kind, lines }) => [
      kind,
      ...lines.map(line => [line.before, line.after]),
    ])
    expect(told).toEqual([
      ['entry-changed', ['漏发', '漏发，已补寄']],
      ['entry-added', [null, '漏发']],
      ['customer-created', [null, null]],
    ])
  })

  test('go with the file in a merge; a split brings those back that it had, and later ones stay unless it is said', () => {
    const [survivorId, otherId] = [create('样例甲'), create('样例乙')]
    add(survivorId, service('甲的', '2026-01-01'))
    add(otherId, service('乙的', '2026-01-02'))
    mergeCustomers(test_.db, { survivorId, otherIds: [otherId], sources: {}, importBatchId: null }, act)
    add(survivorId, service('合并后的', '2026-01-03'))
    expect(notesOf(survivorId)).toEqual(['合并后的', '乙的', '甲的'])
    splitMerge(test_.db, { mergeId: 1, choices: proposedSplit }, act)
    expect([notesOf(survivorId), notesOf(otherId)]).toEqual([['合并后的', '甲的'], ['乙的']])
  })
})

test('what is missing or too long is told by a code of the catalogue', () => {
  const issueOf = (entry: object) => FileEntryDraft.safeParse(entry).error?.issues[0]?.message
  expect(issueOf({ ...service('x'), note: ' ' })).toBe('required')
  expect(issueOf({ ...service('x'), note: '长'.repeat(10_001) })).toBe('too-long')
})
