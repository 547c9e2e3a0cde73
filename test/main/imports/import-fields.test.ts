import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editCustomer, getCustomerDraft } from '#main/customers/customer.service.ts'
import { addField, listFields, saveField, setFieldHidden } from '#main/fields/field.service.ts'
import { addFieldGroup } from '#main/fields/field-group.service.ts'
import { undoImport } from '#main/imports/import-undo.service.ts'
import { Previewer } from '#main/imports/preview.service.ts'
import { findSourceOfValue } from '#main/imports/value-source.service.ts'
import { describeFindings } from '#main/quality/describe-finding.ts'
import { listWaitingCells } from '#main/quality/finding.queries.ts'
import { mendFinding } from '#main/quality/mend.service.ts'
import type { FieldDraft, OwnColumn } from '#shared/domain/field.ts'
import { act } from '#test/helpers/builders.ts'
import { exportFrom, withCells } from '#test/helpers/exported-file.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
/** By name: the keys of the fields made for the test. */
let fields: Record<string, number>
let options: Record<string, number>

beforeEach(() => {
  archive = new ImportArchive()
  fields = {}
  const { groupId } = addFieldGroup(archive.db, { name: '样例分组', tab: 'basic', customerKind: null }, act)
  const draft = (name: string, valueKind: FieldDraft['valueKind'], names: string[] = []): FieldDraft => ({
    ...{ name, valueKind, isRequired: false, defaultValue: null },
    options: names.map(option => ({ optionId: null, name: option })),
  })
  for (const field of [
    draft('门店暗号', 'text'),
    draft('身高', 'number'),
    draft('押金', 'money'),
    draft('入会日', 'day'),
    draft('等级', 'choice', ['金卡', '银卡']),
    draft('口味', 'choices', ['甜', '辣', '咸']),
    draft('有车', 'yes-no'),
  ])
    fields[field.name] = addField(archive.db, groupId, field, act).fieldId
  options = Object.fromEntries(
    listFields(archive.db)
      .flatMap(group => group.fields)
      .flatMap(field => field.options.map(option => [option.name ?? '', option.optionId])),
  )
})
afterEach(() => archive.close())

const id = (name: string) => fields[name] ?? 0
const own = (name: string): OwnColumn => `field:${id(name)}`
const valuesOf = (customerId: number) => getCustomerDraft(archive.db, customerId).fields
const storedRows = () =>
  archive.rows('SELECT customer_id, field_id, position, value FROM field_value ORDER BY 1, 2, 3')
const undo = (importBatchId: number | null) =>
  undoImport(
    archive.db,
    { importBatchId: importBatchId ?? 0, edited: null },
    { actor: 'tester', now: archive.now },
    { isCancelled: () => false, progress: () => undefined },
  )

const headers = ['姓名', '手机', '门店暗号', '身高', '押金', '入会日', '等级', '口味', '有车']
const first = [
  headers,
  ['样例甲', '13800000001', '暗号一', '172.5', '¥1,200', '2024年3月5日', '金卡', '辣、甜', '是'],
  ['样例乙', '13800000002', null, null, null, null, null, null, null],
]

describe('fields of the operator’s own', () => {
  test('are guessed by the name of the heading, read by their kind, and stored in the order of the field', () => {
    const outcome = archive.import(first)
    expect(verdictsOf(outcome)).toMatchObject({ created: 2, rejected: 0 })
    expect(valuesOf(1)).toEqual({
      ...{ [id('门店暗号')]: '暗号一', [id('身高')]: 172.5, [id('押金')]: 120_000 },
      ...{ [id('入会日')]: '2024-03-05', [id('等级')]: options.金卡, [id('有车')]: 1 },
      [id('口味')]: [options.甜, options.辣],
    })
    expect(valuesOf(2)).toEqual({})
  })

  test('leave a cell blank that does not fit, count why, keep the row and list it in the data check', () => {
    const outcome = archive.import([
      headers,
      ['样例甲', '13800000001', 'x'.repeat(10_001), '高', '一些', '某天', '铂金', '甜、酸', '也许'],
    ])
    expect(verdictsOf(outcome)).toMatchObject({ created: 1, rejected: 0 })
    expect(valuesOf(1)).toEqual({})
    expect(Object.fromEntries(outcome.cellIssues.map(({ code, count }) => [code, count]))).toEqual({
      ...{ 'text-too-long': 1, 'number-unreadable': 1, 'money-unreadable': 1, 'date-unreadable': 1 },
      'choice-unknown': 3,
    })
    const waiting = listWaitingCells(archive.db, 'unread', null)
    expect(waiting.map(({ field }) => field).sort()).toEqual(headers.slice(2).map(own).sort())
    const level = waiting.find(({ field }) => field === own('等级'))
    const [finding] = describeFindings(archive.db, 'unread', [level?.id ?? 0], act.now)
    expect(finding).toMatchObject({ field: own('等级'), reason: 'cell-issue.choice-unknown' })
    expect(finding?.cell).toMatchObject({ address: 'G2', text: '铂金' })
    mendFinding(
      archive.db,
      {
        ...{ kind: 'unread', findingId: level?.id ?? 0, field: own('等级'), seen: null, typed: '银卡' },
        source: { sourceOptionId: null, methodOptionId: null, planId: null, verifier: null },
      },
      act,
    )
    expect(valuesOf(1)).toEqual({ [id('等级')]: options.银卡 })
    expect(listWaitingCells(archive.db, 'unread', null)).toHaveLength(6)
  })

  test('of a field that is off the form are left out, and its waiting cells are not listed', () => {
    archive.import([headers.slice(0, 4), ['样例甲', '13800000001', null, '高']])
    setFieldHidden(archive.db, id('身高'), true, act)
    expect(listWaitingCells(archive.db, 'unread', null)).toEqual([])
    archive.import([headers.slice(0, 4), ['样例乙', '13800000002', '暗号二', '165']])
    expect(storedRows()).toEqual([{ customer_id: 2, field_id: id('门店暗号'), position: 0, value: '暗号二' }])
  })

  test('that are not for this kind of customer stay blank and are counted', () => {
    const industry = listFields(archive.db)
      .flatMap(group => group.fields)
      .find(({ code }) => code === 'industry')
    const outcome = archive.import([
      ['姓名', '客户类别', '所在行业'],
      ['样例店', '企业', '零售'],
      ['样例甲', '个人', '零售'],
    ])
    expect(storedRows()).toMatchObject([{ customer_id: 1, field_id: industry?.fieldId }])
    expect(outcome.cellIssues).toEqual([{ code: 'field-of-other-kind', count: 1 }])
  })

  test('a judgement about a person is never taken from a file, whatever it is mapped to', () => {
    const judged = listFields(archive.db)
      .flatMap(group => group.fields)
      .find(({ code }) => code === 'psychology')
    archive.import(
      [
        ['姓名', '消费心理'],
        ['样例甲', '求实'],
      ],
      { mapping: { 1: `field:${judged?.fieldId ?? 0}` } },
    )
    expect(storedRows()).toEqual([])
  })

  test('change only from newer rows, or as was chosen for the column', () => {
    archive.import(first)
    const second = [headers.slice(0, 4), ['样例甲', '13800000001', '暗号二', '180']]
    const policies = { [own('门店暗号')]: 'fill-blanks', [own('身高')]: 'overwrite' } as const
    const outcome = archive.import(second, { policies })
    expect(verdictsOf(outcome)).toMatchObject({ updated: 1 })
    expect(valuesOf(1)).toMatchObject({ [id('门店暗号')]: '暗号一', [id('身高')]: 180 })
  })

  test('are remembered with the mapping under a heading of another name', () => {
    archive.import(
      [
        ['姓名', '手机', '代号'],
        ['样例甲', '13800000001', 'A'],
      ],
      {
        ...{ mapping: { 2: own('门店暗号') }, platform: 'taobao', shop: '样例店' },
      },
    )
    archive.import(
      [
        ['手机', '代号', '姓名'],
        ['13800000002', 'B', '样例乙'],
      ],
      {
        ...{ platform: 'taobao', shop: '样例店' },
      },
    )
    expect(valuesOf(2)).toEqual({ [id('门店暗号')]: 'B' })
  })
})

describe('a preview of own fields', () => {
  test('shows what a commit does, value by value', () => {
    archive.import(first)
    const stagingId = archive.stage([
      headers,
      ['样例甲', '13800000001', '暗号一', '173', '¥1,200', '2024-03-05', '银卡', '甜', '否'],
    ])
    const previewer = new Previewer(archive.context)
    const preview = previewer.preview(stagingId, { shop: '' })
    expect(preview.columns.map(({ field }) => field)).toEqual([
      ...['name', 'phone'],
      ...headers.slice(2).map(own),
    ])
    expect(preview.counts).toMatchObject({ updated: 1, unchanged: 0 })
    expect(preview.rows[0]?.changes).toEqual([
      { columnIndex: 3, before: '[172.5]', after: '[173]' },
      { columnIndex: 6, before: `[${options.金卡}]`, after: `[${options.银卡}]` },
      { columnIndex: 7, before: `[${options.甜},${options.辣}]`, after: `[${options.甜}]` },
      { columnIndex: 8, before: '[1]', after: '[0]' },
    ])
    const outcome = archive.commit(stagingId, { shop: '' }, { previewRevision: preview.revision })
    expect(outcome.stages.valuesChanged).toBe(4)
    expect(valuesOf(1)).toMatchObject({ [id('身高')]: 173, [id('口味')]: [options.甜], [id('有车')]: 0 })
  })

  test('says of each cell that will be blank why', () => {
    const stagingId = archive.stage([
      headers,
      ['样例甲', '13800000001', '暗号一', '高', '一些', '2024-03-05', '铂金', '甜', '否'],
    ])
    const { rows } = new Previewer(archive.context).preview(stagingId, { shop: '' })
    expect(rows[0]?.blanks).toEqual([
      { columnIndex: 3, code: 'number-unreadable' },
      { columnIndex: 4, code: 'money-unreadable' },
      { columnIndex: 6, code: 'choice-unknown' },
    ])
  })

  test('the same file twice changes nothing', () => {
    archive.import(first)
    const before = storedRows()
    expect(verdictsOf(archive.import(first))).toMatchObject({ unchanged: 2 })
    expect(storedRows()).toEqual(before)
  })
})

describe('an import of own fields that is taken back', () => {
  test('puts the old values back, row by row, and removes what it added', () => {
    archive.import(first)
    const before = storedRows()
    const { importBatchId } = archive.import([
      headers,
      ['样例甲', '13800000001', '暗号二', '173', null, null, null, '咸', null],
      ['样例乙', '13800000002', '暗号三', '160', null, null, null, '甜、咸', null],
    ])
    expect(storedRows()).not.toEqual(before)
    undo(importBatchId)
    expect(storedRows()).toEqual(before)
  })

  test('removes the values of those whom it created with them', () => {
    const { importBatchId } = archive.import(first)
    undo(importBatchId)
    expect(storedRows()).toEqual([])
  })
})

test('the source of an own value is the cell it was read from', () => {
  archive.import(first)
  expect(findSourceOfValue(archive.db, 1, { of: 'own', fieldId: id('口味') })).toMatchObject({
    origin: 'import',
    rows: [{ rowNumber: 2, cells: [{ address: 'H2', header: '口味', text: '辣、甜' }] }],
  })
})

describe('a list with own fields', () => {
  const columns = () => ['archiveNumber', 'name', ...headers.slice(2).map(own), 'ownCustomerKey'] as const

  for (const format of ['xlsx', 'csv'] as const)
    for (const language of ['zh-CN', 'en'] as const)
      test(`comes back unchanged as ${format} in ${language}, and brings what was edited in it`, async () => {
        archive.import(first)
        const before = storedRows()
        const choices = { format, customerColumns: [...columns()] }
        const { file, table } = await exportFrom(archive, choices, { language })
        expect(table[0]?.slice(2, 9)).toEqual(headers.slice(2))
        const same = archive.commit(await archive.stageFile(file))
        expect(verdictsOf(same)).toMatchObject({ unchanged: 2, updated: 0 })
        expect(storedRows()).toEqual(before)
        const edited = withCells(table, [{ row: 0, header: '身高', cell: 180 }])
        expect(verdictsOf(archive.import(edited))).toMatchObject({ updated: 1, unchanged: 1 })
        expect(valuesOf(1)).toMatchObject({ [id('身高')]: 180, [id('门店暗号')]: '暗号一' })
      })

  test('tells fields of one name apart by their groups, and masks an ID number', async () => {
    saveField(
      archive.db,
      id('门店暗号'),
      { name: '客户姓名', valueKind: 'text', isRequired: false, defaultValue: null, options: [] },
      act,
    )
    archive.import([
      ['姓名', '手机', '客户姓名（样例分组）'],
      ['样例甲', '13800000001', '11010519491231002X'],
    ])
    const { table } = await exportFrom(archive, { customerColumns: ['name', own('门店暗号')] })
    expect(table).toEqual([
      ['客户姓名', '客户姓名（样例分组）'],
      ['样例甲', '1****************X'],
    ])
  })

  test('leaves out a column that is off the form', async () => {
    archive.import(first)
    setFieldHidden(archive.db, id('身高'), true, act)
    const { table } = await exportFrom(archive, { customerColumns: ['name', own('身高'), own('门店暗号')] })
    expect(table[0]).toEqual(['客户姓名', '门店暗号'])
  })
})

test('a value edited by hand after the import is asked about', () => {
  const { importBatchId } = archive.import(first)
  const seen = getCustomerDraft(archive.db, 1)
  const typed = { ...seen, fields: { ...seen.fields, [id('身高')]: 181 } }
  editCustomer(archive.db, 1, typed, seen, act)
  expect(() => undo(importBatchId)).toThrow('import-conflicts')
})
