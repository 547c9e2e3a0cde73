import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createFromCells } from '#main/customers/cells/create-from-cells.ts'
import { writeCells } from '#main/customers/cells/write-cells.ts'
import { createCustomer, deleteCustomers, getCustomerFile } from '#main/customers/customer.service.ts'
import { listSheetRows } from '#main/customers/list-row.ts'
import { addField, listFields, saveField, setFieldHidden } from '#main/fields/field.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { type CellColumn, type CellsResult, packTexts, seenText } from '#shared/domain/cell-edit.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import { type FieldDraft, fieldIdOf, ownColumn } from '#shared/domain/field.ts'
import { act, draftOf, dumpArchive } from '#test/helpers/builders.ts'
import { SeededRandom } from '#test/helpers/seeded-random.ts'
import { openTestDatabase } from '#test/helpers/test-database.ts'

let test_: ReturnType<typeof openTestDatabase>
beforeEach(() => {
  test_ = openTestDatabase()
})
afterEach(() => test_.close())

const later = { ...act, now: '2026-11-22T02:00:00.000Z' }
const create = (facts: Partial<CustomerDraft> = {}) =>
  createCustomer(test_.db, draftOf(facts), act).customerId
const fileOf = (customerId: number) => getCustomerFile(test_.db, customerId, 0)
const undo = (changeSetId: number | null) =>
  undoChangeSet(test_.db, {
    changeSetId: changeSetId ?? 0,
    edited: 'revert',
    actor: 'operator',
    madeAt: later.now,
  }).changeSetId
const ownField = (facts: Partial<FieldDraft>, groupCode = 'self'): number => {
  const group = listFields(test_.db).find(({ code }) => code === groupCode)
  const draft: FieldDraft = {
    ...{ name: '样例栏', valueKind: 'text', isRequired: false, defaultValue: null, options: [] },
    ...facts,
  }
  return addField(test_.db, group?.groupId ?? 0, draft, act).fieldId
}
const seenOf = (ids: readonly number[], columns: readonly CellColumn[]): string[] => {
  const fieldIds = columns.map(fieldIdOf).filter(id => id !== null)
  const rows = new Map(listSheetRows(test_.db, ids, fieldIds).map(row => [row.customerId, row]))
  return ids.flatMap(id =>
    columns.map(column => {
      const row = rows.get(id)
      return row ? seenText(row, column) : ''
    }),
  )
}
/** Types into the cells of some customers, having seen what is stored now, or what `seen` says. */
const type = (
  ids: readonly number[],
  columns: readonly CellColumn[],
  rows: readonly (readonly (string | null)[])[],
  seen = seenOf(ids, columns),
) => {
  const block = { customerIds: [...ids], columns: [...columns] }
  return writeCells(test_.db, { ...block, typed: packTexts(rows.flat()), seen: packTexts(seen) }, later)
}
const reasons = ({ refused }: CellsResult) =>
  refused.map(({ column, reason, rows }) => [column, reason, ...rows])

test('a judgement about a person is not written into a cell, nor is its evidence taken away there', () => {
  const fields = listFields(test_.db).flatMap(group => group.fields)
  const byCode = (code: string) => fields.find(field => field.code === code)
  const [label, evidence] = [byCode('psychology'), byCode('psychology-evidence')]
  if (!label?.options[0] || !evidence) throw new Error('both fields are on the form')
  const id = create({
    fields: { [label.fieldId]: [label.options[0].optionId], [evidence.fieldId]: '总比较价格' },
  })
  const columns = [ownColumn(label.fieldId), ownColumn(evidence.fieldId)]
  expect(reasons(type([id], columns, [['猎奇', '']]))).toEqual([
    [columns[0], 'evidence-missing', 0],
    [columns[1], 'evidence-missing', 0],
  ])
  expect(type([id], columns, [['', '不再看价格']]).refused).toEqual([])
  expect(fileOf(id).fields).toEqual({ [evidence.fieldId]: '不再看价格' })
})

describe('cells of the card', () => {
  test('are read as the form reads them, in one act that one undo takes back byte by byte, and a redo does again', () => {
    const ids = [create(), create({ name: '样例乙', tags: ['老客'] })]
    const before = dumpArchive(test_.db)
    const columns = ['name', 'gender', 'birthOn', 'phone', 'address', 'tags', 'contactRefusedOn'] as const
    const result = type(ids, columns, [
      [
        '林样一',
        '女士',
        '88年3月9日',
        '138 0000 8826',
        '浙江省杭州市西湖区样板路 1 号',
        '团购、老客',
        '2026/8/16',
      ],
      ['  林样二 ', '男', '1990', '', null, '', ''],
    ])
    // The second customer has neither a phone nor a refusal to lose.
    expect(result).toMatchObject({ written: 11, unchanged: 2, refused: [] })
    expect(fileOf(ids[0] ?? 0)).toMatchObject({
      ...{ name: '林样一', gender: 'female', birthOn: '1988-03-09', tags: ['老客', '团购'] },
      ...{ phone: '138 0000 8826', contactRefusedOn: '2026-08-16' },
    })
    expect(fileOf(ids[1] ?? 0)).toMatchObject({ name: '林样二', gender: 'male', birthOn: '1990', tags: [] })
    expect(fileOf(ids[0] ?? 0).contactPoints.find(({ kind }) => kind === 'address')?.region?.district).toBe(
      '西湖区',
    )
    const after = dumpArchive(test_.db)
    const undone = undo(result.changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
    undo(undone)
    expect(dumpArchive(test_.db)).toBe(after)
  })

  test('that cannot be read are refused with the reason, and all others are written', () => {
    const [person = 0, company = 0] = [create(), create({ kind: 'company' })]
    const gone = create()
    deleteCustomers(test_.db, [gone], act)
    const result = type(
      [person, company, gone],
      ['name', 'gender', 'birthOn', 'region', 'occupation', 'tags', 'contactRefusedOn', 'kind'],
      [
        ['', '不男不女', '2026-02-30', '西湖区', '教师', '甲'.repeat(51), '2027-01-01', '外星人'],
        ['样例公司', '女', '1988', '火星', 'x'.repeat(101), '、'.repeat(60), null, ''],
        ['样例丁', null, null, null, null, null, null, null],
      ],
    )
    expect(reasons(result)).toEqual([
      ['kind', 'kind-invalid', 0],
      ['kind', 'required', 1],
      ['name', 'required', 0],
      ['name', 'gone', 2],
      ['gender', 'gender-invalid', 0],
      ['gender', 'other-kind', 1],
      ['birthOn', 'birth-date-invalid', 0],
      ['birthOn', 'other-kind', 1],
      ['occupation', 'too-long', 1],
      ['tags', 'too-long', 0],
      ['contactRefusedOn', 'day-invalid', 0],
      ['region', 'region-unknown', 0, 1],
    ])
    expect(result).toMatchObject({ written: 2, unchanged: 1 })
    expect([fileOf(person).occupation, fileOf(company).name]).toEqual(['教师', '样例公司'])
  })

  test('that changed since they were seen are a conflict, unless they hold the typed value already', () => {
    const ids = [create({ occupation: '教师' }), create({ occupation: '医生' })]
    const result = type(ids, ['occupation'], [['律师'], ['医生']], ['会计', '会计'])
    expect(reasons(result)).toEqual([['occupation', 'conflict', 0]])
    expect(result).toMatchObject({ written: 0, unchanged: 1, changeSetId: null })
    expect(fileOf(ids[0] ?? 0).occupation).toBe('教师')
  })

  test('of contact points replace the first and keep the others; an empty one lets the next move up', () => {
    const phones = ['13800000001', '13800000002'].map(value => ({ kind: 'phone' as const, value }))
    const [one = 0, two = 0, three = 0] = [1, 2, 3].map(() => create({ contactPoints: phones }))
    const result = type([one, two, three], ['phone'], [['13800000009'], [''], ['138 0000 0002']])
    const phonesOf = (id: number) => fileOf(id).contactPoints.map(({ value }) => value)
    expect(result.written).toBe(3)
    expect(phonesOf(one)).toEqual(['13800000009', '13800000002'])
    expect(phonesOf(two)).toEqual(['13800000002'])
    expect(phonesOf(three)).toEqual(['138 0000 0002'])
  })

  test('of a region go to the address, also to one that is typed beside them', () => {
    const [one = 0, two = 0] = [
      create({ contactPoints: [{ kind: 'address', value: '样板路 1 号' }] }),
      create(),
    ]
    const columns = ['region', 'address'] as const
    const result = type([one, two], columns, [
      ['杭州西湖区', null],
      ['广东深圳', '样板路 2 号'],
    ])
    expect(result).toMatchObject({ written: 3, refused: [] })
    const regionOf = (id: number) => fileOf(id).contactPoints[0]?.region
    expect(regionOf(one)).toMatchObject({ city: '杭州市', district: '西湖区', confidence: 'corrected' })
    expect(regionOf(two)).toMatchObject({ province: '广东省', city: '深圳市', confidence: 'corrected' })
    expect(reasons(type([create()], ['region'], [['杭州西湖区']]))).toEqual([['region', 'no-address', 0]])
  })

  test('keep emoji, rare characters, right-to-left text, formulas and HTML as text, and drop zero-width spaces', () => {
    const texts = [
      '👨‍👩‍👧 样例',
      '𬭎㛃',
      'مثال שלום',
      '=1+1',
      '<b>样例</b><script>',
      '\u200b样\u200b例\ufeff',
    ]
    const ids = texts.map(() => create())
    type(
      ids,
      ['occupation'],
      texts.map(text => [text]),
    )
    expect(ids.map(id => fileOf(id).occupation)).toEqual([...texts.slice(0, 5), '样例'])
  })

  test('of a megabyte are refused as too long, and what stands beside them is written', () => {
    const id = create()
    const result = type([id], ['occupation', 'source'], [['样'.repeat(1_000_000), '展会']])
    expect(reasons(result)).toEqual([['occupation', 'too-long', 0]])
    expect(fileOf(id)).toMatchObject({ occupation: null, source: '展会' })
  })
})

describe('cells of fields beyond the card', () => {
  const options = ['红', '绿', '蓝'].map(name => ({ optionId: null, name }))

  test('are read by what the field holds: numbers, money, days, choices, yes and no', () => {
    const id = create()
    const columns = [
      ownField({ valueKind: 'number' }),
      ownField({ valueKind: 'money' }),
      ownField({ valueKind: 'day' }),
      ownField({ valueKind: 'choice', options }),
      ownField({ valueKind: 'choices', options }),
      ownField({ valueKind: 'yes-no' }),
    ].map(ownColumn)
    const choices =
      listFields(test_.db)
        .flatMap(group => group.fields)
        .find(field => field.valueKind === 'choices' && ownColumn(field.fieldId) === columns[4])?.options ??
      []
    const keyOf = (name: string) => choices.find(option => option.name === name)?.optionId
    const result = type([id], columns, [['1,234.5', '￥1,234.50', '2026年8月16日', '绿', '蓝、红', '是']])
    expect(result).toMatchObject({ written: 6, refused: [] })
    const fields = fileOf(id).fields
    const heldIn = (at: number) => fields[fieldIdOf(columns[at] ?? '') ?? 0]
    expect([0, 1, 2, 5].map(heldIn)).toEqual([1234.5, 123_450, '2026-08-16', 1])
    expect(heldIn(4)).toEqual([keyOf('红'), keyOf('蓝')])
    const wrong = type([id], columns, [['三', '一百', '2026-02-30', '紫', '红、紫', '也许']])
    expect(wrong.refused.map(({ reason }) => reason)).toEqual([
      'number-invalid',
      'money-invalid',
      'day-invalid',
      'choice-invalid',
      'choice-invalid',
      'choice-invalid',
    ])
    expect(fileOf(id).fields).toEqual(fields)
    const before = dumpArchive(test_.db)
    const cleared = type([id], columns, [['', '', '', '', '', '']])
    expect(fileOf(id).fields).toEqual({})
    undo(cleared.changeSetId)
    expect(dumpArchive(test_.db)).toBe(before)
  })

  test('take the names of built-in choices in both languages', () => {
    const ids = [create(), create()]
    const married = listFields(test_.db)
      .flatMap(group => group.fields)
      .find(({ code }) => code === 'marital-status')
    const column = ownColumn(married?.fieldId ?? 0)
    expect(type(ids, [column], [['已婚'], ['married']]).refused).toEqual([])
    const key = married?.options.find(({ code }) => code === 'married')?.optionId
    expect(ids.map(id => fileOf(id).fields[married?.fieldId ?? 0])).toEqual([key, key])
  })

  test('are refused where the field is required, is for others, or was taken off the form', () => {
    const fieldId = ownField({})
    const id = create({ fields: { [fieldId]: '有' } })
    const column = ownColumn(fieldId)
    saveField(
      test_.db,
      fieldId,
      { name: '样例栏', valueKind: 'text', isRequired: true, defaultValue: null, options: [] },
      act,
    )
    expect(reasons(type([id], [column], [[' ']]))).toEqual([[column, 'required', 0]])
    expect(reasons(type([create({ kind: 'company', fields: {} })], [column], [['有']], ['']))).toEqual([
      [column, 'other-kind', 0],
    ])
    setFieldHidden(test_.db, fieldId, true, act)
    expect(reasons(type([id], [column], [['无']], ['']))).toEqual([[column, 'field-hidden', 0]])
  })
})

test('seeded blocks of odd texts are counted whole and come back byte by byte, one undo each', () => {
  const random = new SeededRandom(220)
  const fieldIds = (['text', 'number', 'money', 'day', 'yes-no'] as const).map(valueKind =>
    ownField({ valueKind }),
  )
  const columns: CellColumn[] = [
    'name',
    'kind',
    'gender',
    'birthOn',
    'phone',
    'address',
    'region',
    'tags',
    ...fieldIds.map(ownColumn),
  ]
  const texts = [
    '',
    ' ',
    '样例',
    '女',
    '企业',
    '个人',
    '13800000001',
    '13800000002',
    '浙江省杭州市西湖区 1 号',
    '杭州西湖区',
    '1988',
    '2026-08-16',
    '12.50',
    '是',
    '甲、乙',
    '=1+1',
  ]
  const ids = Array.from({ length: 6 }, () => create())
  for (let round = 0; round < 100; round++) {
    const before = dumpArchive(test_.db)
    const rows = ids.map(() => columns.map(() => (random.chance(30) ? null : random.pick(texts))))
    const { changeSetId, written, unchanged, refused } = type(ids, columns, rows)
    const asked = rows.flat().filter(text => text !== null).length
    expect(written + unchanged + refused.reduce((sum, cells) => sum + cells.rows.length, 0)).toBe(asked)
    if (changeSetId === null) continue
    // Every other act stays, so that the next one begins from other values.
    if (round % 2 === 0) continue
    undo(changeSetId)
    expect(dumpArchive(test_.db), `round ${round}`).toBe(before)
  }
})

test('a block without a text for each cell, or with a customer twice, is no request', () => {
  const id = create()
  const codeOf = (ids: number[], typed: string[]) => {
    try {
      writeCells(
        test_.db,
        { customerIds: ids, columns: ['name'], typed, seen: packTexts(ids.map(() => '')) },
        later,
      )
    } catch (error) {
      return error instanceof AppError ? error.code : error
    }
    return null
  }
  expect(codeOf([id], [])).toBe('invalid-request')
  expect(codeOf([id], ['[1]'])).toBe('invalid-request')
  expect(codeOf([id], ['{'])).toBe('invalid-request')
  expect(codeOf([id, id], packTexts(['甲', '乙']))).toBe('invalid-request')
})

describe('a new customer of cells', () => {
  test('gets what was typed and the defaults of its fields, as one act', () => {
    const withDefault = ownField({ valueKind: 'text', defaultValue: '默认' })
    const typed = createFromCells(
      test_.db,
      {
        columns: ['name', 'phone', 'address', 'region', 'tags', 'gender'],
        typed: ['林样一', '13800008826', '样板路 1 号', '杭州西湖区', '老客', ''],
      },
      act,
    )
    const file = fileOf(typed.created?.customerId ?? 0)
    expect(file).toMatchObject({ name: '林样一', phone: '13800008826', tags: ['老客'], gender: null })
    expect(file.fields[withDefault]).toBe('默认')
    expect(file.contactPoints.find(({ kind }) => kind === 'address')?.region?.city).toBe('杭州市')
    undo(typed.created?.changeSetId ?? 0)
    expect(() => fileOf(file.customerId)).toThrow()
  })

  test('is not made while a cell cannot be written', () => {
    const typed = createFromCells(test_.db, { columns: ['phone', 'birthOn'], typed: ['1', '某天'] }, act)
    expect(typed).toEqual({
      created: null,
      refused: [
        { column: 'name', reason: 'required', rows: [0] },
        { column: 'birthOn', reason: 'birth-date-invalid', rows: [0] },
      ],
    })
  })
})
