import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { countTagsOfMany } from '#main/customers/batch.queries.ts'
import { setFieldOfMany } from '#main/customers/batch-field.ts'
import { addTagsToMany, removeTagsFromMany } from '#main/customers/batch-tags.ts'
import { createCustomer, deleteCustomers, getCustomerFile } from '#main/customers/customer.service.ts'
import { addField, listFields } from '#main/fields/field.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { BatchChange, BatchResult } from '#shared/domain/batch-edit.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import type { FieldDraft } from '#shared/domain/field.ts'
import { act, draftOf, dumpArchive } from '#test/helpers/builders.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
})
afterEach(() => test_.close())

/** A day after the files were made, so that an edit that moves no time would show. */
const later = { ...act, now: '2026-11-22T02:00:00.000Z' }
const day = (text: string) => CalendarDate.parse(text)
const create = (facts: Partial<CustomerDraft> = {}) =>
  createCustomer(test_.db, draftOf(facts), act).customerId
const fileOf = (customerId: number) => getCustomerFile(test_.db, customerId, 0)
const undo = (changeSetId: number | null) => {
  if (changeSetId === null) throw new Error('nothing was written')
  return undoChangeSet(test_.db, { changeSetId, edited: 'revert', actor: 'operator', madeAt: later.now })
    .changeSetId
}
const set = (ids: readonly number[], change: BatchChange) => setFieldOfMany(test_.db, ids, change, later)
const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
  return 'nothing was thrown'
}
const address = (value: string) => ({ contactPoints: [{ kind: 'address' as const, value }] })
const ownField = (facts: Partial<FieldDraft>, groupCode: string): number => {
  const group = listFields(test_.db).find(({ code }) => code === groupCode)
  if (!group) throw new Error('no such group')
  const draft: FieldDraft = {
    ...{ name: '样例栏', valueKind: 'text', isRequired: false, defaultValue: null, options: [] },
    ...facts,
  }
  return addField(test_.db, group.groupId, draft, act).fieldId
}

describe('one field of many customers', () => {
  test('is set where it differs, counted where not, and one undo brings every byte back; a redo does it again', () => {
    const [one = 0, two = 0, three = 0] = [
      create(),
      create({ occupation: '教师' }),
      create({ occupation: '医生' }),
    ]
    const before = dumpArchive(test_.db)
    const result = set([one, two, three, three], { field: 'occupation', value: ' 教师 ' })
    expect(result).toMatchObject({ changed: 2, unchanged: 1, refused: [] })
    expect([one, two, three].map(id => fileOf(id).occupation)).toEqual(['教师', '教师', '教师'])
    expect([one, two].map(id => fileOf(id).updatedAt)).toEqual([later.now, act.now])
    const after = dumpArchive(test_.db)
    const undone = undo(result.changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
    undo(undone)
    expect(dumpArchive(test_.db)).toBe(after)
  })

  test('with null takes the value away', () => {
    const id = create({ source: '展会', gender: 'female' })
    set([id], { field: 'source', value: null })
    set([id], { field: 'gender', value: null })
    expect(fileOf(id)).toMatchObject({ source: null, gender: null })
  })

  test('writes nothing at all, and no step for Ctrl+Z, where all have it already', () => {
    const id = create({ source: '展会' })
    const before = dumpArchive(test_.db)
    expect(set([id], { field: 'source', value: '展会' })).toEqual({
      ...{ changeSetId: null, changed: 0, unchanged: 1, refused: [] },
    })
    expect(dumpArchive(test_.db)).toBe(before)
  })

  test('passes over who is in the bin, and gives a company no gender, and says so', () => {
    const [person = 0, company = 0, binned = 0] = [create(), create({ kind: 'company' }), create()]
    deleteCustomers(test_.db, [binned], act)
    expect(set([person, company, binned], { field: 'gender', value: 'male' })).toMatchObject({
      changed: 1,
      unchanged: 0,
      refused: [
        { reason: 'gone', count: 1 },
        { reason: 'other-kind', count: 1 },
      ],
    })
    expect(fileOf(company).gender).toBeNull()
  })

  test('a refusal of contact keeps an earlier day, and a later one gives way', () => {
    const [none = 0, earlier = 0, later_ = 0] = [
      create(),
      create({ contactRefusedOn: day('2026-03-01') }),
      create({ contactRefusedOn: day('2026-10-01') }),
    ]
    const result = set([none, earlier, later_], { field: 'contactRefusedOn', value: day('2026-06-01') })
    expect(result).toMatchObject({ changed: 2, unchanged: 1 })
    expect([none, earlier, later_].map(id => fileOf(id).contactRefusedOn)).toEqual([
      '2026-06-01',
      '2026-03-01',
      '2026-06-01',
    ])
  })

  test('a region goes to the first address; who has none is named; one undo brings the old regions back', () => {
    const ids = [create(address('浙江省杭州市西湖区样板路 12 号')), create(address('样板路 3 号')), create()]
    const before = dumpArchive(test_.db)
    const region = { province: '江苏省', city: '苏州市', district: null }
    const result = set(ids, { field: 'region', value: region })
    expect(result).toMatchObject({ changed: 2, unchanged: 0, refused: [{ reason: 'no-address', count: 1 }] })
    for (const id of ids.slice(0, 2))
      expect(fileOf(id).contactPoints[0]?.region).toEqual({
        ...region,
        code: '320500',
        confidence: 'corrected',
      })
    expect(set(ids, { field: 'region', value: region })).toMatchObject({ changed: 0, unchanged: 2 })
    undo(result.changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
  })

  test('a region that does not exist changes nothing', () => {
    const id = create(address('样板路 3 号'))
    const before = dumpArchive(test_.db)
    const nowhere = { province: '样例省', city: null, district: null }
    expect(codeOf(() => set([id], { field: 'region', value: nowhere }))).toBe('not-found')
    expect(dumpArchive(test_.db)).toBe(before)
  })
})

describe('a field beyond the default card', () => {
  test('of several choices loses and gains choices, and one undo brings them back', () => {
    const options = ['甲', '乙', '丙'].map(name => ({ optionId: null, name }))
    const fieldId = ownField({ valueKind: 'choices', options }, 'personality')
    const [first = 0, second = 0, third = 0] =
      listFields(test_.db)
        .flatMap(({ fields }) => fields)
        .find(field => field.fieldId === fieldId)
        ?.options.map(({ optionId }) => optionId) ?? []
    const ids = [
      create({ fields: { [fieldId]: [first, second] } }),
      create(),
      create({ fields: { [fieldId]: [third] } }),
    ]
    const before = dumpArchive(test_.db)
    const result = set(ids, { field: 'own', fieldId, value: [third] })
    expect(result).toMatchObject({ changed: 2, unchanged: 1, refused: [] })
    expect(ids.map(id => fileOf(id).fields[fieldId])).toEqual([[third], [third], [third]])
    undo(result.changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
    set(ids, { field: 'own', fieldId, value: null })
    expect(ids.map(id => fileOf(id).fields)).toEqual([{}, {}, {}])
  })

  test('is refused to the other kind of customer, and a value that does not fit to everybody', () => {
    const group = listFields(test_.db).find(({ customerKind, isOn }) => customerKind === 'company' && isOn)
    const fieldId = ownField({ valueKind: 'day' }, String(group?.code))
    const ids = [create(), create({ kind: 'company' })]
    expect(set(ids, { field: 'own', fieldId, value: '2026-02-28' })).toMatchObject({
      changed: 1,
      refused: [{ reason: 'other-kind', count: 1 }],
    })
    const before = dumpArchive(test_.db)
    expect(codeOf(() => set(ids, { field: 'own', fieldId, value: '2026-02-30' }))).toBe('field-value-invalid')
    expect(codeOf(() => set(ids, { field: 'own', fieldId: 99_999, value: '样例' }))).toBe('not-found')
    expect(dumpArchive(test_.db)).toBe(before)
  })
})

describe('tags of many customers', () => {
  test('are put on who lacks them and taken off who has them; each is one step back', () => {
    const ids = [create({ tags: ['老客'] }), create(), create({ tags: ['团长'] })]
    const before = dumpArchive(test_.db)
    const added = addTagsToMany(test_.db, ids, [' 老客 ', '团长', '老客'], later)
    expect(added).toMatchObject({ changed: 3, unchanged: 0 })
    expect(ids.map(id => fileOf(id).tags.toSorted())).toEqual(
      [1, 2, 3].map(() => ['团长', '老客'].toSorted()),
    )
    const counts = countTagsOfMany(test_.db, ids)
    expect(counts.map(({ name, count }) => [name, count]).toSorted()).toEqual(
      [
        ['团长', 3],
        ['老客', 3],
      ].toSorted(),
    )
    const both = dumpArchive(test_.db)
    const tagIds = counts.filter(({ name }) => name === '老客').map(({ tagId }) => tagId)
    const removed = removeTagsFromMany(test_.db, ids.slice(0, 2), tagIds, later)
    expect(removed).toMatchObject({ changed: 2, unchanged: 0 })
    expect(ids.map(id => fileOf(id).tags.includes('老客'))).toEqual([false, false, true])
    undo(removed.changeSetId)
    expect(dumpArchive(test_.db)).toBe(both)
    undo(added.changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
  })

  test('that nobody has yet are made, and gone again with the undo', () => {
    const ids = [create(), create()]
    const before = dumpArchive(test_.db)
    undo(addTagsToMany(test_.db, ids, ['双十一'], later).changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
  })

  test('do not become more than fifty on one card', () => {
    const full = create({ tags: Array.from({ length: 50 }, (_, n) => `标签${n}`) })
    const other = create()
    expect(addTagsToMany(test_.db, [full, other], ['又一个'], later)).toMatchObject({
      changed: 1,
      refused: [{ reason: 'too-many-tags', count: 1 }],
    })
    expect(addTagsToMany(test_.db, [full], ['标签7'], later)).toMatchObject({ changed: 0, unchanged: 1 })
  })
})

test('feature 19: any row of batch steps on any selections is undone step by step, and every step leaves what was before', () => {
  const random = new SeededRandom(19)
  const fieldId = ownField({ valueKind: 'text' }, 'personality')
  const ids = Array.from({ length: 60 }, (_, n) =>
    create({
      kind: n % 7 === 0 ? 'company' : 'individual',
      ...(n % 3 === 0 ? {} : address(`浙江省杭州市西湖区样板路 ${n} 号`)),
      ...(n % 5 === 0 ? { tags: ['老客'] } : {}),
    }),
  )
  const regions = [
    { province: '江苏省', city: '苏州市', district: null },
    { province: '浙江省', city: '宁波市', district: null },
  ]
  const steps: readonly ((chosen: number[]) => BatchResult)[] = [
    chosen => set(chosen, { field: 'gender', value: random.pick(['female', 'male', null]) }),
    chosen => set(chosen, { field: 'kind', value: random.pick(['individual', 'company']) }),
    chosen => set(chosen, { field: 'source', value: random.pick(['展会', '朋友介绍', null]) }),
    chosen => set(chosen, { field: 'region', value: random.pick(regions) }),
    chosen => set(chosen, { field: 'own', fieldId, value: random.pick(['样例', '范例', null]) }),
    chosen => addTagsToMany(test_.db, chosen, [random.pick(['老客', '团长', '双十一'])], later),
    chosen =>
      removeTagsFromMany(
        test_.db,
        chosen,
        countTagsOfMany(test_.db, ids)
          .map(({ tagId }) => tagId)
          .slice(0, 1)
          .concat(99_999),
        later,
      ),
  ]
  const done: { changeSetId: number; before: string }[] = []
  for (let round = 0; round < 60; round++) {
    const before = dumpArchive(test_.db)
    const chosen = ids.filter(() => random.chance(40))
    const { changeSetId, changed, unchanged, refused } = random.pick(steps)(chosen)
    expect(changed + unchanged + refused.reduce((sum, { count }) => sum + count, 0)).toBe(chosen.length)
    expect(dumpArchive(test_.db) === before).toBe(changeSetId === null)
    if (changeSetId !== null) done.push({ changeSetId, before })
  }
  expect(done.length).toBeGreaterThan(30)
  for (const { changeSetId, before } of done.toReversed()) {
    undo(changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
  }
})
