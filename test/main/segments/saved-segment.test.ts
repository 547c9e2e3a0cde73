import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { RfmAnalyst } from '#main/analytics/rfm-analysis.service.ts'
import { listMemberIndexes, segmentMembersOf } from '#main/analytics/segment-members.service.ts'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { CustomerFilters } from '#main/customers/filter/customer-filters.ts'
import { purgeCustomers } from '#main/customers/purge.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { getReportData } from '#main/reports/report.service.ts'
import {
  addSegment,
  getSegment,
  listSegments,
  removeSegment,
  renameSegment,
  saveVersion,
} from '#main/segments/saved-segment.service.ts'
import { SegmentFinder } from '#main/segments/segment-finder.service.ts'
import { listMembersOf, measureSegments } from '#main/segments/segment-members.service.ts'
import { mergeTags } from '#main/tags/tag.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { RuleNode } from '#shared/domain/segment-rule.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const asOf = CalendarDate.parse('2026-11-22')
const reachable: RuleNode = { kind: 'consent', isRefused: false }
const refusing: RuleNode = { kind: 'consent', isRefused: true }

let archive: TestDatabase
let finder: SegmentFinder
let analyst: RfmAnalyst
let filters: CustomerFilters
beforeEach(() => {
  archive = openTestDatabase()
  const kept = new KeptColumns(archive.readable)
  analyst = new RfmAnalyst(archive.readable, kept, (id, on) =>
    listMembersOf(archive.readable, finder, id, on),
  )
  filters = new CustomerFilters(archive.readable, segmentMembersOf(analyst))
  finder = new SegmentFinder(archive.readable, kept, analyst, (condition, on) =>
    filters.findOne(condition, on),
  )
})
afterEach(() => archive.close())

const create = (name: string, isRefused = false, tags: string[] = []) =>
  createCustomer(
    archive.db,
    draftOf({ name, tags, contactRefusedOn: isRefused ? CalendarDate.parse('2026-01-01') : null }),
    act,
  ).customerId
const add = (name: string, rule: RuleNode) =>
  addSegment(archive.db, { name, rule, frozen: null, customerIds: null }, act)
const freeze = (name: string, customerIds: number[]) =>
  addSegment(
    archive.db,
    {
      ...{ name, rule: reachable, customerIds: customerIds.length > 0 ? customerIds : null },
      frozen: { asOf, revision: finder.getRevision(), from: null },
    },
    act,
  ).segmentId
const merge = (survivorId: number, otherId: number) =>
  mergeCustomers(archive.db, { survivorId, otherIds: [otherId], sources: {}, importBatchId: null }, act)
const membersOf = (segmentId: number) => [...listMembersOf(archive.readable, finder, segmentId, asOf)]
const sizeOf = (segmentId: number) =>
  measureSegments(archive.readable, finder, asOf).find(size => size.segmentId === segmentId)
const undo = (changeSetId: number | null) =>
  undoChangeSet(archive.db, {
    ...{ changeSetId: changeSetId ?? 0, edited: 'revert' as const },
    ...{ actor: 'operator', madeAt: act.now },
  })

describe('a saved rule', () => {
  test('keeps every version; the newest counts, and each step is taken back by itself', () => {
    const { segmentId, changeSetId } = add(' 可联系 ', reachable)
    const second = saveVersion(archive.db, segmentId, refusing, act).changeSetId
    expect(saveVersion(archive.db, segmentId, refusing, act).changeSetId).toBeNull()
    expect(getSegment(archive.db, segmentId)).toMatchObject({ name: '可联系', version: 2, rule: refusing })
    const kept = archive.db.prepareReadArrays('SELECT version, rule FROM segment_version').all()
    expect(kept).toEqual([
      [1, JSON.stringify(reachable)],
      [2, JSON.stringify(refusing)],
    ])
    undo(second)
    expect(getSegment(archive.db, segmentId)).toMatchObject({ version: 1, rule: reachable })
    undo(changeSetId)
    expect(listSegments(archive.db)).toEqual([])
  })

  test('is renamed to a free name only; removed it comes back with all versions', () => {
    const { segmentId } = add('甲组', reachable)
    add('乙组', refusing)
    expect(() => renameSegment(archive.db, segmentId, '乙组', act)).toThrow('name-taken')
    expect(() => add('甲组', refusing)).toThrow('name-taken')
    undo(renameSegment(archive.db, segmentId, '丙组', act).changeSetId)
    expect(getSegment(archive.db, segmentId).name).toBe('甲组')
    saveVersion(archive.db, segmentId, refusing, act)
    const { changeSetId } = removeSegment(archive.db, segmentId, act)
    expect(listSegments(archive.db).map(({ name }) => name)).toEqual(['乙组'])
    expect(() => removeSegment(archive.db, segmentId, act)).toThrow('not-found')
    undo(changeSetId)
    expect(getSegment(archive.db, segmentId)).toMatchObject({ version: 2, rule: refusing })
    expect(listSegments(archive.db).map(({ name }) => name)).toEqual(['甲组', '乙组'])
  })

  test('follows the data: tomorrow it has other members; its size names those who refused contact', () => {
    const { segmentId } = add('所有人', { kind: 'any', parts: [reachable, refusing] })
    const first = create('样例甲')
    expect(sizeOf(segmentId)).toMatchObject({ count: 1, refusedCount: 0, gone: null, isDataChanged: false })
    const second = create('样例乙', true)
    expect(membersOf(segmentId)).toEqual([first, second])
    expect(sizeOf(segmentId)).toMatchObject({ count: 2, refusedCount: 1 })
  })

  test('asks for the tag into which others were merged, as a version of its own that goes with the merge', () => {
    const first = create('样例甲', false, ['常客'])
    const second = create('样例乙', false, ['老客'])
    const tagId = (name: string) =>
      archive.db.prepareRead<{ id: number }>('SELECT tag_id AS id FROM tag WHERE name = ?').get(name)?.id ?? 0
    const withTag: RuleNode = {
      kind: 'not',
      part: { kind: 'condition', condition: { field: 'tag', test: 'none-of', values: [tagId('老客')] } },
    }
    const { segmentId } = add('老客组', withTag)
    expect(membersOf(segmentId)).toEqual([second])
    const { changeSetId } = mergeTags(archive.db, tagId('常客'), [tagId('老客')], act)
    expect(membersOf(segmentId)).toEqual([first, second])
    expect(getSegment(archive.db, segmentId).version).toBe(2)
    undo(changeSetId)
    expect(getSegment(archive.db, segmentId)).toMatchObject({ version: 1, rule: withTag })
    expect(membersOf(segmentId)).toEqual([second])
  })
})

describe('a list that stays as it was', () => {
  test('keeps its customers when the data change, and says that they did', () => {
    const first = create('样例甲')
    const listed = freeze('十一月', [first])
    expect(sizeOf(listed)).toMatchObject({ count: 1, isDataChanged: false })
    create('样例乙')
    expect(membersOf(listed)).toEqual([first])
    expect(sizeOf(listed)).toMatchObject({ count: 1, isDataChanged: true })
    expect(getSegment(archive.db, listed).frozen).toMatchObject({ asOf, memberCount: 1 })
    expect(() => saveVersion(archive.db, listed, refusing, act)).toThrow('invalid-request')
    expect(membersOf(freeze('没有人', []))).toEqual([])
  })

  test('follows merges: two of the list who became one are one; the split brings them back', () => {
    const [first, second, third] = [create('样例甲'), create('样例甲'), create('样例丙')]
    const listed = freeze('名单', [second, third])
    const into = merge(first, second)
    expect(membersOf(listed)).toEqual([first, third])
    expect(sizeOf(listed)).toMatchObject({ count: 2, gone: { inBin: 0, erased: 0, merged: 0 } })
    const next = merge(first, third)
    expect(membersOf(listed)).toEqual([first])
    expect(sizeOf(listed)?.gone).toEqual({ inBin: 0, erased: 0, merged: 1 })
    undo(next.changeSetId)
    undo(into.changeSetId)
    expect(membersOf(listed)).toEqual([second, third])
  })

  test('counts who is in the bin and who was erased, and no longer lists them', () => {
    const [first, second, third] = [create('样例甲'), create('样例乙'), create('样例丙', true)]
    const listed = freeze('名单', [first, second, third])
    deleteCustomers(archive.db, [first], act)
    expect(sizeOf(listed)).toMatchObject({
      count: 2,
      refusedCount: 1,
      gone: { inBin: 1, erased: 0, merged: 0 },
    })
    purgeCustomers(archive.db, [first], act)
    expect(membersOf(listed)).toEqual([second, third])
    expect(sizeOf(listed)?.gone).toEqual({ inBin: 0, erased: 1, merged: 0 })
  })
})

test('a saved segment is a selector like any other: of members, of the customer list, of a printed sheet without who refused', () => {
  const [first, second] = [create('样例甲'), create('样例乙', true)]
  create('样例丙')
  const segmentId = freeze('名单', [first, second])
  const analysis = { asOf, period: { kind: 'all' as const }, ruleSetCode: 'ten-segments' }
  const selector = { kind: 'saved' as const, segmentId, name: '名单', words: '两位' }
  const result = analyst.analyse(analysis)
  const indexes = listMemberIndexes(archive.readable, result, selector, {
    column: 'name',
    isDescending: true,
  })
  expect(indexes.map(index => result.columns.customerIds[index])).toEqual([second, first])
  const where = (test: 'any-of' | 'none-of') => ({
    filter: {
      match: 'all' as const,
      groups: [[{ field: 'segment' as const, test, values: [`saved/${segmentId}`] }]],
    },
    asOf,
  })
  const keysOf = (marks: Uint8Array) => [...marks.keys()].filter(id => marks[id] === 1)
  expect(keysOf(filters.find(where('any-of')))).toEqual([first, second])
  expect(keysOf(filters.find(where('none-of')))).toHaveLength(1)
  const report = getReportData(
    archive.readable,
    { kind: 'segment', analysis, selector, sections: ['members'], isMasked: false, hasHoleMargin: false },
    result,
  )
  expect(report).toMatchObject({ memberCount: 1, refusedCount: 1, members: [{ name: '样例甲' }] })
})
