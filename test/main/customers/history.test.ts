import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { addTagsToMany } from '#main/customers/batch-tags.ts'
import { restoreCustomers } from '#main/customers/bin.ts'
import {
  createCustomer,
  deleteCustomers,
  editCustomer,
  getCustomerDraft,
} from '#main/customers/customer.service.ts'
import { getEditHistory } from '#main/customers/history/history.service.ts'
import { putBackValue } from '#main/customers/history/put-back.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import type { HistoryEntry, HistoryLine } from '#shared/domain/edit-history.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const act = { actor: 'operator', now: '2026-11-22T08:00:00.000Z' }
const create = (facts: Partial<CustomerDraft>) => createCustomer(archive.db, draftOf(facts), act).customerId
const cardOf = (customerId: number) => getCustomerDraft(archive.db, customerId)
const edit = (customerId: number, facts: Partial<CustomerDraft>) => {
  const seen = cardOf(customerId)
  return editCustomer(archive.db, customerId, { ...seen, ...facts }, seen, act).changeSetId
}
const historyOf = (customerId: number) => getEditHistory(archive.db, customerId, 100).entries
const phone = (value: string) => ({ kind: 'phone' as const, value })
const undo = (changeSetId: number | null) =>
  undoChangeSet(archive.db, {
    changeSetId: changeSetId ?? 0,
    edited: 'revert',
    actor: 'operator',
    madeAt: act.now,
  })

/** A line in short: what it is about, what stood there, what stands there. */
const short = ({ subject, before, after }: HistoryLine) => {
  const what =
    subject.of === 'card'
      ? subject.field
      : subject.of === 'contact'
        ? subject.kind
        : subject.of === 'file'
          ? subject.event
          : subject.of
  return `${what} ${before ?? '-'} > ${after ?? '-'}`
}
const shortEntry = ({ kind, lines }: HistoryEntry) => [kind, ...lines.map(short)]
/** The way back of the one line that reads so. */
const putBack = (customerId: number, text: string) => {
  const lines = historyOf(customerId).flatMap(entry => entry.lines)
  const line = lines.find(one => short(one) === text && one.putBackId !== null)
  return putBackValue(archive.db, customerId, line?.putBackId ?? 0, act)
}

describe('the history of a file', () => {
  test('tells each act with the values of before and after, the newest first; making the file is one line', () => {
    const id = create({
      name: '样例甲',
      occupation: '教师',
      contactPoints: [phone('13800001107')],
      tags: ['老客'],
    })
    edit(id, { occupation: '医生', note: '周末送货' })
    edit(id, { contactPoints: [phone('13900002208')], tags: ['批发'] })
    expect(historyOf(id).map(shortEntry)).toEqual([
      ['customer-edited', 'phone 13800001107 > 13900002208', 'tag 老客 > -', 'tag - > 批发'],
      ['customer-edited', 'occupation 教师 > 医生', 'note - > 周末送货'],
      ['customer-created', 'created - > -'],
    ])
  })

  test('knows what an import brought and from which file, also for values that changed later', () => {
    const header = ['姓名', '职业', '手机', '标签']
    archive.import([header, ['样例甲', '教师', '13800001107', '老客']])
    archive.import([header, ['样例甲', '医生', '13800001107', '批发']])
    const [newest, first] = historyOf(1)
    expect(newest && shortEntry(newest)).toEqual(['import', 'occupation 教师 > 医生', 'tag - > 批发'])
    expect([newest?.fileName, newest?.importBatchId]).toEqual(['table-2.csv', 2])
    expect(first && [...shortEntry(first), first.fileName]).toEqual([
      'import',
      'created - > -',
      'table-1.csv',
    ])
  })

  test('names an undo and a redo by the act they are about, and marks what was taken back', () => {
    const id = create({ occupation: '教师' })
    const undone = undo(edit(id, { occupation: '医生' }))
    const told = () =>
      historyOf(id).map(({ kind, step, isUndone, lines }) => [kind, step, isUndone, ...lines.map(short)])
    const first = ['customer-created', 'act', false, 'created - > -']
    expect(told()).toEqual([
      ['customer-edited', 'undo', false, 'occupation 医生 > 教师'],
      ['customer-edited', 'act', true, 'occupation 教师 > 医生'],
      first,
    ])
    undo(undone.changeSetId)
    expect(told()).toEqual([
      ['customer-edited', 'redo', false, 'occupation 教师 > 医生'],
      ['customer-edited', 'undo', true, 'occupation 医生 > 教师'],
      ['customer-edited', 'act', false, 'occupation 教师 > 医生'],
      first,
    ])
  })

  test('holds acts on many customers, and the way to the bin and back', () => {
    const id = create({})
    addTagsToMany(archive.db, [id, create({})], ['样品'], act)
    deleteCustomers(archive.db, [id], act)
    restoreCustomers(archive.db, [id], act)
    expect(historyOf(id).map(shortEntry)).toEqual([
      ['customers-restored', 'restored - > -'],
      ['customers-deleted', 'deleted - > -'],
      ['customers-tagged', 'tag - > 样品'],
      ['customer-created', 'created - > -'],
    ])
  })

  test('takes over what a merge brought: a chosen value and ways of contact', () => {
    const survivorId = create({ occupation: '教师' })
    const otherId = create({ occupation: '医生', contactPoints: [phone('13900002208')] })
    mergeCustomers(
      archive.db,
      { survivorId, otherIds: [otherId], sources: { occupation: otherId }, importBatchId: null },
      act,
    )
    expect(historyOf(survivorId).map(shortEntry)[0]).toEqual([
      ...['customers-merged', 'occupation 教师 > 医生', 'phone - > 13900002208'],
    ])
  })

  test('masks ID numbers, and still puts the right one back', () => {
    // The example of GB 11643.
    const id = create({ idNumber: '11010519491231002X' })
    edit(id, { idNumber: null })
    expect(historyOf(id).map(shortEntry)[0]).toEqual(['customer-edited', 'idNumber 1****************X > -'])
    putBack(id, 'idNumber 1****************X > -')
    expect(archive.rows('SELECT id_number FROM customer')).toEqual([{ id_number: '11010519491231002X' }])
  })

  test('pages by act and counts all; a customer in the bin has none', () => {
    const id = create({ note: '1' })
    for (const note of ['2', '3', '4']) edit(id, { note })
    const { entries, total } = getEditHistory(archive.db, id, 2)
    expect([entries.map(entry => entry.lines.map(short)), total]).toEqual([
      [['note 3 > 4'], ['note 2 > 3']],
      4,
    ])
    deleteCustomers(archive.db, [id], act)
    expect(() => historyOf(id)).toThrow('not-found')
  })
})

describe('putting a value back', () => {
  test('is an edit of its own that leaves all else as it is now, and can be undone', () => {
    const id = create({ occupation: '教师', note: '旧' })
    edit(id, { occupation: '医生' })
    edit(id, { note: '新' })
    const { changeSetId } = putBack(id, 'occupation 教师 > 医生')
    expect([cardOf(id).occupation, cardOf(id).note]).toEqual(['教师', '新'])
    expect(historyOf(id).map(shortEntry)[0]).toEqual(['value-put-back', 'occupation 医生 > 教师'])
    undo(changeSetId)
    expect(cardOf(id).occupation).toBe('医生')
  })

  test('sets a phone in the place of the one that took its place, and a tag beside those of today', () => {
    const id = create({ contactPoints: [phone('13800001107'), phone('13700003309')], tags: ['老客'] })
    edit(id, { contactPoints: [phone('13900002208'), phone('13700003309')], tags: ['批发'] })
    putBack(id, 'phone 13800001107 > 13900002208')
    putBack(id, 'tag 老客 > -')
    expect(cardOf(id).contactPoints.map(point => point.value)).toEqual(['13800001107', '13700003309'])
    expect(new Set(cardOf(id).tags)).toEqual(new Set(['批发', '老客']))
  })

  test('of several choices brings those back that went and takes those off that came, and no others', () => {
    // Field 20 (在哪里买) has the options 13 to 18.
    const id = create({ fields: { '20': [13, 14] } })
    edit(id, { fields: { '20': [14, 15] } })
    edit(id, { fields: { '20': [14, 15, 18] } })
    const lines = historyOf(id).flatMap(entry => entry.lines)
    const line = lines.find(one => one.subject.of === 'own' && String(one.before).includes('13'))
    putBackValue(archive.db, id, line?.putBackId ?? 0, act)
    expect(cardOf(id).fields['20']).toEqual([13, 14, 18])
  })

  test('brings back the text of a field that was emptied', () => {
    const id = create({ fields: { '1': '安徽' } })
    edit(id, { fields: {} })
    putBack(id, 'own 安徽 > -')
    expect(cardOf(id).fields).toEqual({ '1': '安徽' })
  })

  test('is not offered where it would change nothing, and a line of another file is refused', () => {
    const id = create({ occupation: '教师' })
    undo(edit(id, { occupation: '医生' }))
    const offered = historyOf(id).map(entry => entry.lines.map(line => line.putBackId !== null))
    expect(offered).toEqual([[true], [false], [false]])
    const putBackId = historyOf(id)[0]?.lines[0]?.putBackId ?? 0
    expect(() => putBackValue(archive.db, create({}), putBackId, act)).toThrow('not-found')
  })
})
