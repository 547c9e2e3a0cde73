import { afterEach, beforeEach, expect, it } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { DuplicateFinder } from '#main/identities/duplicates/duplicate-finder.ts'
import { mergeCustomers, mergeGroups } from '#main/identities/merge.service.ts'
import { decidePair } from '#main/identities/pair.service.ts'
import { undoImport } from '#main/imports/import-undo.service.ts'
import type { DuplicateReason } from '#shared/domain/duplicate.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
let finder: DuplicateFinder
beforeEach(() => {
  archive = new ImportArchive()
  finder = new DuplicateFinder(archive.db)
})
afterEach(() => archive.close())

const add = (
  name: string,
  points: Partial<Record<'phone' | 'email' | 'wechat' | 'address', string>>,
  facts: Parameters<typeof draftOf>[0] = {},
) => {
  const contactPoints = Object.entries(points).map(([kind, value]) => ({ kind: kind as 'phone', value }))
  return createCustomer(archive.db, draftOf({ name, contactPoints, ...facts }), act).customerId
}
const find = () => finder.find({ isCancelled: () => false, progress: () => undefined })
const list = (reason: DuplicateReason | null = null, importBatchId: number | null = null) =>
  finder.page({ reason, importBatchId, start: 0, count: 200 })
const codes = () => {
  find()
  return list()?.pairs.map(pair => [pair.confidence, pair.isSafe, ...pair.reasons.map(one => one.code)])
}

it('says nothing before it has searched', () => {
  expect(list()).toBeNull()
  expect(finder.safeGroups(null)).toEqual([])
})

it('names the reasons and how likely they make it', () => {
  const cases: [string, Parameters<typeof add>[1], string, Parameters<typeof add>[1], unknown[] | null][] = [
    [
      '林样一',
      { phone: '13800001107' },
      '林样一',
      { phone: '+86 138-0000-1107' },
      ['high', true, 'phone-and-name'],
    ],
    ['林样一', { phone: '13800001107' }, '王样二', { phone: '13800001107' }, ['medium', false, 'phone']],
    [
      '甲样',
      { email: 'A@example.invalid' },
      '乙样',
      { email: 'a@example.invalid' },
      ['medium', false, 'email'],
    ],
    ['甲样', { wechat: 'sample-one' }, '甲样', { wechat: 'sample-one' }, ['high', false, 'wechat']],
    [
      '甲样',
      { address: '样例市样板路 8 号' },
      '甲样',
      { address: '样例市样板路8号' },
      ['medium', false, 'name-and-address'],
    ],
    [
      '赵父',
      { address: '样例市样板路 8 号' },
      '赵子',
      { address: '样例市样板路 8 号' },
      ['low', false, 'address'],
    ],
    ['张*', { phone: '13800001107' }, '张*', { phone: '13800001107' }, ['medium', false, 'phone']],
  ]
  for (const [name, points, otherName, otherPoints, expected] of cases) {
    const ids = [add(name, points), add(otherName, otherPoints)]
    expect(codes(), `${name} ${otherName}`).toEqual([expected])
    deleteCustomers(archive.db, ids, act)
  }
})

it('takes name and whole birthday together, never a part of it', () => {
  add('甲样', {}, { birthOn: '1990-01-01' })
  add('甲样', {}, { birthOn: '1990-01-01' })
  add('乙样', {}, { birthOn: '1990-01-01' })
  add('丙样', {}, { birthOn: '1990' })
  add('丙样', {}, { birthOn: '1990' })
  expect(codes()).toEqual([['medium', false, 'name-and-birthday']])
})

it('never pairs masked phones, virtual numbers, service numbers, bare districts or masked addresses', () => {
  for (const phone of ['138****1234', '18400001107-8023', '4008001234', '12345'])
    for (const name of ['甲样', '乙样', '甲样']) add(name, { phone })
  for (const address of ['样例市样例区', '样例市样板路**号*室'])
    for (const name of ['丙样', '丁样']) add(name, { address })
  for (const wechat of ['ab**cd']) for (const name of ['戊样', '己样']) add(name, { wechat })
  expect(codes()).toEqual([])
})

it('does not pair everybody who ordered to one pick-up point or under one shop phone', () => {
  for (let index = 0; index < 30; index++)
    add(`路人${index % 20}`, { phone: '057188886666', address: '样例市样板路 9 号驿站' })
  // Of 20 names 10 stand there twice.
  expect(codes()).toEqual(
    Array.from({ length: 10 }, () => ['high', true, 'phone-and-name', 'name-and-address']),
  )
})

it('leaves out what was decided, until that is undone, and what was merged', () => {
  const [one, other, third] = ['林样一', '王样二', '陈样三'].map(name =>
    add(name, { phone: '13800001107' }),
  ) as [...[number, number, number]]
  find()
  expect(list()?.total).toBe(3)
  const { changeSetId } = decidePair(archive.db, { customerIds: [other, one], decision: 'different' }, act)
  expect(list()?.total).toBe(2)
  undoChangeSet(archive.db, { changeSetId, edited: null, actor: 'operator', madeAt: act.now })
  expect(list()?.total).toBe(3)
  decidePair(archive.db, { customerIds: [one, third], decision: 'same-apart' }, act)
  mergeCustomers(archive.db, { survivorId: one, otherIds: [other], sources: {}, importBatchId: null }, act)
  // (one, other) is done, (one, third) was decided, and (other, third) is the same question now.
  expect(list()?.total).toBe(0)
  expect(list()?.isStale).toBe(false)
  add('新样', { phone: '13800001107' })
  expect(list()?.isStale).toBe(true)
})

it('is sure only of equal phone and name without two accounts of one shop, other birthdays or another sex', () => {
  const identity = archive.db.prepare(
    "INSERT INTO customer_identity (customer_id, kind, platform, shop, value) VALUES (?, 'buyer-id', 'taobao', ?, ?)",
  )
  const twins = (phone: string, facts: Parameters<typeof draftOf>[0][]) =>
    facts.map(fact => add('甲样', { phone }, fact))
  twins('13800000001', [{ gender: 'male' }, { gender: 'female' }])
  twins('13800000002', [{ birthOn: '1990' }, { birthOn: '1991' }])
  const [first = 0, second = 0] = twins('13800000003', [{}, {}])
  identity.run(first, '样例店', 'u1')
  identity.run(second, '样例店', 'u2')
  const [third = 0, fourth = 0] = twins('13800000004', [{}, {}])
  identity.run(third, '样例店', 'u3')
  identity.run(fourth, '示例店', 'u4')
  find()
  expect(list()?.total).toBe(4)
  expect(finder.safeGroups(null)).toEqual([[third, fourth]])
  expect(list()?.safeCount).toBe(1)
  const { changeSetId, merged } = mergeGroups(archive.db, finder.safeGroups(null), {
    ...act,
    importBatchId: null,
  })
  expect(merged).toBe(1)
  expect(list()?.total).toBe(3)
  undoChangeSet(archive.db, {
    changeSetId: changeSetId ?? 0,
    edited: null,
    actor: 'operator',
    madeAt: act.now,
  })
  expect(list()?.total).toBe(4)
  expect(mergeGroups(archive.db, [[third, 9999]], { ...act, importBatchId: null }).changeSetId).toBeNull()
})

it('stops when it is cancelled', () => {
  expect(() => finder.find({ isCancelled: () => true, progress: () => undefined })).toThrow('cancelled')
})

it('shows the pairs of one import, and taking that import back splits what was merged from them', () => {
  add('林样一', { phone: '13800001107' })
  add('甲样', { email: 'a@example.invalid' })
  add('乙样', { email: 'a@example.invalid' })
  const before = archive.dump()
  const outcome = archive.import([
    ['姓名', '手机'],
    ['王样二', '13800001107'],
  ])
  find()
  expect(list()?.total).toBe(2)
  expect(list(null, outcome.importBatchId)?.pairs.map(pair => pair.reasons[0]?.code)).toEqual(['phone'])
  const [pair] = list(null, outcome.importBatchId)?.pairs ?? []
  if (!pair) throw new Error('the pair was found')
  const { survivor, other } = pair
  const importBatchId = outcome.importBatchId ?? 0
  mergeCustomers(
    archive.db,
    { survivorId: other.customerId, otherIds: [survivor.customerId], sources: {}, importBatchId },
    act,
  )
  undoImport(archive.db, { importBatchId, edited: null }, act, {
    isCancelled: () => false,
    progress: () => undefined,
  })
  expect(archive.dump()).toEqual(before)
})
