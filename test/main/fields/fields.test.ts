import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { setFieldOfMany } from '#main/customers/batch-field.ts'
import { createCustomer, editCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { addField, listFields, moveField, saveField, setFieldHidden } from '#main/fields/field.service.ts'
import { addFieldGroup, saveFieldGroup } from '#main/fields/field-group.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { FieldDraft } from '#shared/domain/field.ts'
import type { FieldValues } from '#shared/domain/field-value.ts'
import { act, draftOf } from '#test/helpers/builders.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
})
afterEach(() => test_.close())

const errorOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error
  }
  throw new Error('an error of the closed list was expected')
}
const undo = (changeSetId: number | null) => {
  if (changeSetId === null) throw new Error('nothing was written')
  return undoChangeSet(test_.db, { changeSetId, edited: 'revert', actor: 'operator', madeAt: act.now })
}
const draft = (facts: Partial<FieldDraft>): FieldDraft => ({
  ...{ name: '会员卡号', valueKind: 'text', isRequired: false, defaultValue: null, options: [] },
  ...facts,
})
const groupOf = (code: string) => {
  const group = listFields(test_.db).find(one => one.code === code)
  if (!group) throw new Error(`no group ${code}`)
  return group
}
const fieldOf = (code: string) => {
  const field = listFields(test_.db)
    .flatMap(group => group.fields)
    .find(one => one.code === code)
  if (!field) throw new Error(`no field ${code}`)
  return field
}
const optionOf = (code: string, option: string) =>
  fieldOf(code).options.find(one => one.code === option)?.optionId ?? 0
const create = (fields: FieldValues, kind: 'individual' | 'company' = 'individual') =>
  createCustomer(test_.db, draftOf({ kind, fields }), act)
/** How many are found, by the queue and by the index alike. */
const countFound = (text: string) => {
  const queued = searchCustomers(test_.db, text, 10).total
  while (indexQueuedCustomers(test_.db, 100) > 0);
  expect(searchCustomers(test_.db, text, 10).total).toBe(queued)
  return queued
}
const valuesOf = (customerId: number) => getCustomerFile(test_.db, customerId, 0).fields

describe('a judgement about a person', () => {
  const label = () => ({ [fieldOf('psychology').fieldId]: [optionOf('psychology', 'novelty')] })
  const because = (text: string) => ({ [fieldOf('psychology-evidence').fieldId]: text })
  const missing = () => [
    'field-value-invalid',
    { field: fieldOf('psychology-evidence').fieldId, issue: 'evidence-missing' },
  ]
  const refusal = (work: () => unknown) => {
    const { code, data } = errorOf(work)
    return [code, data.details]
  }

  test('D15: is written with what it rests on, and only so', () => {
    expect(refusal(() => create(label()))).toEqual(missing())
    expect(refusal(() => create({ ...label(), ...because('  ') }))).toEqual(missing())
    const { customerId } = create({ ...label(), ...because('三次都买了刚上市的新品') })
    const seen = draftOf({ fields: valuesOf(customerId) })
    const edit = (fields: FieldValues) => editCustomer(test_.db, customerId, { ...seen, fields }, seen, act)
    expect(refusal(() => edit(label()))).toEqual(missing())
    edit({})
    expect(valuesOf(customerId)).toEqual({})
  })

  test('D15: is not made of many people at once, but can be taken off them', () => {
    const { customerId } = create({ ...label(), ...because('常问有没有新款') })
    const fieldId = fieldOf('psychology').fieldId
    const setAll = (value: number[] | null) =>
      setFieldOfMany(test_.db, [customerId], { field: 'own', fieldId, value }, act)
    expect(errorOf(() => setAll([optionOf('psychology', 'brand')])).code).toBe('field-value-invalid')
    expect(setAll(null).changed).toBe(1)
  })

  test('D15: needs no evidence where the shop has taken that field off the form', () => {
    setFieldHidden(test_.db, fieldOf('psychology-evidence').fieldId, true, act)
    expect(Object.keys(valuesOf(create(label()).customerId))).toHaveLength(1)
  })
})

describe('the fields that come with the program', () => {
  test('A11: people have nine groups in use on three pages, and beliefs are off', () => {
    const groups = listFields(test_.db).filter(group => group.customerKind === 'individual')
    expect(groups.filter(group => group.isOn).map(group => `${group.tab} ${group.code}`)).toEqual([
      'basic self',
      'basic family',
      'basic career',
      'attitude personality',
      'attitude life',
      'attitude education',
      'behaviour purchase-motive',
      'behaviour purchase-kinds',
      'behaviour purchase-channels',
    ])
    expect(groups.filter(group => !group.isOn).map(group => group.code)).toEqual(['belief'])
  })

  test('A12: companies have the fields of the source for basics, business and trade', () => {
    const codes = listFields(test_.db)
      .filter(group => group.customerKind !== 'individual')
      .flatMap(group => group.fields.map(field => field.code))
    for (const code of ['founded-on', 'industry', 'company-size']) expect(codes, 'basics').toContain(code)
    for (const code of ['sales-ability', 'sales-results', 'growth-potential', 'strengths', 'weaknesses'])
      expect(codes, 'business').toContain(code)
    for (const code of ['trade-terms', 'credit-grade', 'relationship', 'willingness'])
      expect(codes, 'trade').toContain(code)
  })
})

describe('a sensitive group', () => {
  test('P2: goes on only with a purpose, and off again without one', () => {
    const { groupId } = groupOf('belief')
    const change = { groupId, name: null, isOn: true, purpose: null }
    expect(errorOf(() => saveFieldGroup(test_.db, change, act)).code).toBe('purpose-missing')
    expect(errorOf(() => saveFieldGroup(test_.db, { ...change, purpose: ' 　' }, act)).code).toBe(
      'purpose-missing',
    )
    saveFieldGroup(test_.db, { ...change, purpose: '按饮食习惯选礼品' }, act)
    expect(groupOf('belief')).toMatchObject({ isOn: true, purpose: '按饮食习惯选礼品' })
    saveFieldGroup(test_.db, { ...change, isOn: false }, act)
    expect(groupOf('belief')).toMatchObject({ isOn: false, purpose: null })
  })

  test('shows and finds its values only while it is on', () => {
    const { groupId } = groupOf('belief')
    const { fieldId } = fieldOf('belief')
    const on = { groupId, name: null, isOn: true, purpose: '按饮食习惯选礼品' }
    saveFieldGroup(test_.db, on, act)
    const { customerId } = create({ [fieldId]: '不吃猪肉' })
    const found = () => countFound('不吃猪')
    expect([valuesOf(customerId), found()]).toEqual([{ [fieldId]: '不吃猪肉' }, 1])
    saveFieldGroup(test_.db, { ...on, isOn: false }, act)
    expect([valuesOf(customerId), found()]).toEqual([{}, 0])
    saveFieldGroup(test_.db, on, act)
    expect([valuesOf(customerId), found()]).toEqual([{ [fieldId]: '不吃猪肉' }, 1])
  })
})

describe('values', () => {
  test('are stored as they were meant: texts tidied, choices in the order of the field, empty ones not at all', () => {
    const [character, channels, married] = [
      fieldOf('character'),
      fieldOf('purchase-channels'),
      fieldOf('marital-status'),
    ]
    const [online, phone] = [
      optionOf('purchase-channels', 'online-shop'),
      optionOf('purchase-channels', 'phone'),
    ]
    const { customerId } = create({
      [character.fieldId]: '  爽快\u200B ',
      [channels.fieldId]: [phone, online],
      [married.fieldId]: optionOf('marital-status', 'married'),
      [fieldOf('hobbies').fieldId]: '   ',
    })
    expect(valuesOf(customerId)).toEqual({
      [character.fieldId]: '爽快',
      [channels.fieldId]: [online, phone],
      [married.fieldId]: optionOf('marital-status', 'married'),
    })
  })

  test('that do not fit are refused by name, and nothing is written', () => {
    const { fieldId: amount } = addField(
      test_.db,
      groupOf('self').groupId,
      draft({ valueKind: 'money' }),
      act,
    )
    const founded = fieldOf('founded-on').fieldId
    const education = fieldOf('education-level').fieldId
    const issueOf = (fields: FieldValues, kind?: 'company') =>
      errorOf(() => create(fields, kind)).data.details
    expect(issueOf({ [amount]: 12.5 })).toMatchObject({ field: amount, issue: 'money-invalid' })
    expect(issueOf({ [founded]: '2026-02-30' }, 'company')).toMatchObject({ issue: 'day-invalid' })
    expect(issueOf({ [education]: optionOf('marital-status', 'married') })).toMatchObject({
      issue: 'choice-invalid',
    })
    expect(test_.db.prepareRead('SELECT count(*) AS n FROM customer').get()).toEqual({ n: 0 })
  })

  test('of the other kind of customer are not taken into a new file', () => {
    const { customerId } = create({
      [fieldOf('industry').fieldId]: '茶叶',
      [fieldOf('hobbies').fieldId]: '钓鱼',
    })
    expect(valuesOf(customerId)).toEqual({ [fieldOf('hobbies').fieldId]: '钓鱼' })
  })

  test('of a required field are asked for in a new file and where they would be emptied, not in other edits', () => {
    const before = create({})
    const { fieldId } = addField(test_.db, groupOf('self').groupId, draft({ isRequired: true }), act)
    expect(errorOf(() => create({})).data.details).toMatchObject({ field: fieldId, issue: 'required' })
    const seen = draftOf()
    expect(
      editCustomer(test_.db, before.customerId, { ...seen, note: '补记' }, seen, act).changeSetId,
    ).not.toBeNull()
    const { customerId } = create({ [fieldId]: 'K-1' })
    const filled = { ...seen, fields: { [fieldId]: 'K-1' } }
    expect(errorOf(() => editCustomer(test_.db, customerId, seen, filled, act)).code).toBe(
      'field-value-invalid',
    )
  })

  test('are edited one by one: another form’s value of another field stays, of the same field it is a conflict', () => {
    const [hobbies, character] = [fieldOf('hobbies').fieldId, fieldOf('character').fieldId]
    const { customerId } = create({ [hobbies]: '钓鱼' })
    const seen = draftOf({ fields: { [hobbies]: '钓鱼' } })
    const edit = (fields: FieldValues) => editCustomer(test_.db, customerId, { ...seen, fields }, seen, act)
    edit({ [hobbies]: '钓鱼', [character]: '爽快' })
    edit({ [hobbies]: '下棋' })
    expect(valuesOf(customerId)).toEqual({ [hobbies]: '下棋', [character]: '爽快' })
    expect(errorOf(() => edit({ [hobbies]: '爬山' })).data.details).toMatchObject({
      fields: `field:${hobbies}`,
    })
  })

  test('return whole when an edit is taken back, several choices too', () => {
    const channels = fieldOf('purchase-channels').fieldId
    const options = fieldOf('purchase-channels').options.map(option => option.optionId)
    const [first = 0, second = 0, third = 0] = options
    const { customerId } = create({ [channels]: [first, second, third] })
    const seen = draftOf({ fields: { [channels]: [first, second, third] } })
    const { changeSetId } = editCustomer(
      test_.db,
      customerId,
      { ...seen, fields: { [channels]: [third] } },
      seen,
      act,
    )
    expect(valuesOf(customerId)).toEqual({ [channels]: [third] })
    undo(changeSetId)
    expect(valuesOf(customerId)).toEqual({ [channels]: [first, second, third] })
  })

  test('are found by search, and a field taken off the form is not', () => {
    const hobbies = fieldOf('hobbies').fieldId
    create({ [hobbies]: '周末去水库钓鱼' })
    const found = () => countFound('水库')
    expect(searchCustomers(test_.db, '水库', 10).hits[0]?.matches).toMatchObject([
      { field: 'ownField', text: '周末去水库钓鱼', start: 3, end: 5 },
    ])
    const { changeSetId } = setFieldHidden(test_.db, hobbies, true, act)
    expect(found()).toBe(0)
    undo(changeSetId)
    expect(found()).toBe(1)
  })

  test('A19: a class code is found by its name as typed, also by a later name, and by the old one after Ctrl+Z', () => {
    const classCode = fieldOf('class-code')
    const named = (name: string) =>
      draft({ name: '分类代码', valueKind: 'choice', options: [{ optionId: optionId(), name }] })
    const optionId = () => fieldOf('class-code').options[0]?.optionId ?? null
    saveField(test_.db, classCode.fieldId, named('甲类零售'), act)
    create({ [classCode.fieldId]: optionId() ?? 0 })
    create({})
    expect(countFound('类零')).toBe(1)
    expect(searchCustomers(test_.db, '类零', 10).hits[0]?.matches).toMatchObject([
      { field: 'ownField', text: '甲类零售', start: 1, end: 3 },
    ])
    const { changeSetId } = saveField(test_.db, classCode.fieldId, named('乙类批发'), act)
    expect([countFound('类零'), countFound('批发')]).toEqual([0, 1])
    undo(changeSetId)
    expect([countFound('类零'), countFound('批发')]).toEqual([1, 0])
  })
})

describe('own fields', () => {
  test('A3: are made with choices and a default, renamed, moved and taken back', () => {
    const { groupId, changeSetId: madeGroup } = addFieldGroup(
      test_.db,
      { name: '宠物', tab: 'basic', customerKind: null },
      act,
    )
    const pet = draft({
      name: '养什么',
      valueKind: 'choice',
      options: [
        { optionId: null, name: '猫' },
        { optionId: null, name: '狗' },
      ],
    })
    const { fieldId } = addField(test_.db, groupId, pet, act)
    const stored = () => listFields(test_.db).find(group => group.groupId === groupId)?.fields
    const [cat, dog] = stored()?.[0]?.options.map(option => option.optionId) ?? []
    const { customerId } = create({ [fieldId]: dog ?? 0 })
    saveField(
      test_.db,
      fieldId,
      {
        ...pet,
        name: '宠物种类',
        defaultValue: cat ?? null,
        options: [{ optionId: cat ?? null, name: '小猫' }],
      },
      act,
    )
    expect(stored()).toMatchObject([
      {
        name: '宠物种类',
        defaultValue: cat,
        options: [
          { name: '小猫', isHidden: false },
          { name: '狗', isHidden: true },
        ],
      },
    ])
    expect(valuesOf(customerId), 'a choice that was taken out stays with those who have it').toEqual({
      [fieldId]: dog,
    })
    expect(errorOf(() => saveField(test_.db, fieldId, draft({ name: '宠物种类' }), act)).code).toBe(
      'field-in-use',
    )
    expect(errorOf(() => undo(madeGroup)).code).toBe('undo-blocked')
  })

  test('stand where they were moved, also into another group', () => {
    const [ability, nativePlace, experience] = [
      fieldOf('ability'),
      fieldOf('native-place'),
      fieldOf('experience'),
    ]
    const { changeSetId } = moveField(
      test_.db,
      { fieldId: experience.fieldId, groupId: groupOf('self').groupId, beforeId: nativePlace.fieldId },
      act,
    )
    const order = () => groupOf('self').fields.map(field => field.code)
    expect(order()).toEqual(['experience', 'native-place', 'ability'])
    moveField(test_.db, { fieldId: ability.fieldId, groupId: groupOf('life').groupId, beforeId: null }, act)
    expect([order(), groupOf('life').fields.at(-1)?.code]).toEqual([
      ['experience', 'native-place'],
      'ability',
    ])
    undo(changeSetId)
    expect(order()).toEqual(['native-place', 'experience'])
  })

  test('that are saved unchanged make no step to take back', () => {
    const { fieldId } = addField(test_.db, groupOf('self').groupId, draft({}), act)
    expect(saveField(test_.db, fieldId, draft({}), act)).toEqual({ changeSetId: null })
    expect(
      test_.db.prepareRead("SELECT count(*) AS n FROM change_set WHERE kind = 'field-changed'").get(),
    ).toEqual({ n: 0 })
  })
})
