import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { purgeCustomers } from '#main/customers/purge.ts'
import { getRegionNotes, saveRegionNotes } from '#main/region-notes/region-note.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import type { RegionNotes } from '#shared/domain/region-note.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

let archive: TestDatabase
beforeEach(() => {
  archive = openTestDatabase()
})
afterEach(() => archive.close())

const nothing: RegionNotes = { culture: null, customs: null, potential: null, policy: null }
const hangzhou = { province: '浙江省', city: '杭州市' }
const zhejiang = { province: '浙江省', city: null }
const add = (name: string, ...addresses: string[]) =>
  createCustomer(
    archive.db,
    draftOf({ name, contactPoints: addresses.map(value => ({ kind: 'address' as const, value })) }),
    act,
  ).customerId
const save = (place: typeof hangzhou | typeof zhejiang, notes: Partial<RegionNotes>, seen = nothing) =>
  saveRegionNotes(archive.db, { place, seen, notes: { ...seen, ...notes } }, act)
const notesOf = (customerId: number) =>
  getRegionNotes(archive.db, customerId).map(({ place, notes }) => [
    place.city ?? place.province,
    notes.customs,
  ])
const undo = (changeSetId: number | null) =>
  undoChangeSet(archive.db, {
    ...{ changeSetId: changeSetId ?? 0, edited: 'revert', actor: 'operator', madeAt: act.now },
  })
const found = (text: string) => {
  while (indexQueuedCustomers(archive.db, 100) > 0);
  return searchCustomers(archive.db, text, 10).hits.map(({ customer, matches }) => [
    customer.name,
    matches[0]?.field,
  ])
}

describe('A8: notes of a region', () => {
  test('are written once and seen on every customer there, those of the province in all its cities', () => {
    const [one, two, three] = [
      add('样例甲', '浙江省杭州市西湖区样板路 1 号'),
      add('样例乙', '浙江省宁波市海曙区样板路 2 号'),
      add('样例丙', '上海市黄浦区样板路 3 号', '浙江省杭州市上城区样板路 4 号'),
    ]
    save(hangzhou, { customs: '立夏吃乌米饭' })
    save(zhejiang, { customs: '过年写福字' })
    expect(notesOf(one)).toEqual([
      ['浙江省', '过年写福字'],
      ['杭州市', '立夏吃乌米饭'],
    ])
    expect(notesOf(two)).toEqual([
      ['浙江省', '过年写福字'],
      ['宁波市', null],
    ])
    expect(notesOf(three)).toEqual([
      ['上海市', null],
      ['浙江省', '过年写福字'],
      ['杭州市', '立夏吃乌米饭'],
    ])
    expect(notesOf(add('样例丁'))).toEqual([])
  })

  test('find everybody of the region, and no longer when they are taken back', () => {
    add('样例甲', '浙江省杭州市西湖区样板路 1 号')
    add('样例乙', '浙江省宁波市海曙区样板路 2 号')
    const { changeSetId } = save(hangzhou, { customs: '立夏吃乌米饭' })
    expect(found('乌米饭')).toEqual([['样例甲', 'regionNote']])
    save(zhejiang, { policy: '跨境试点' })
    expect(found('跨境试点')).toHaveLength(2)
    undo(changeSetId)
    expect(found('乌米饭')).toEqual([])
    expect(found('跨境试点')).toHaveLength(2)
  })

  test('are changed and removed with a way back, and not over what another wrote meanwhile', () => {
    const customerId = add('样例甲', '浙江省杭州市西湖区样板路 1 号')
    save(hangzhou, { customs: '旧的' })
    const seen = { ...nothing, customs: '旧的' }
    expect(save(hangzhou, {}, seen).changeSetId).toBeNull()
    const changed = save(hangzhou, { customs: '新的' }, seen)
    expect(() => save(hangzhou, { customs: '别的' }, seen)).toThrow('conflict')
    const removed = save(hangzhou, { customs: ' ' }, { ...nothing, customs: '新的' })
    expect(notesOf(customerId)[1]).toEqual(['杭州市', null])
    undo(removed.changeSetId)
    expect(notesOf(customerId)[1]).toEqual(['杭州市', '新的'])
    undo(changed.changeSetId)
    expect(notesOf(customerId)[1]).toEqual(['杭州市', '旧的'])
  })

  test('stay when a customer of the region is deleted for good', () => {
    const customerId = add('样例甲', '浙江省杭州市西湖区样板路 1 号')
    save(hangzhou, { customs: '立夏吃乌米饭' })
    deleteCustomers(archive.db, [customerId], act)
    purgeCustomers(archive.db, [customerId], act)
    expect(notesOf(add('样例乙', '浙江省杭州市上城区样板路 4 号'))[1]).toEqual(['杭州市', '立夏吃乌米饭'])
  })
})
