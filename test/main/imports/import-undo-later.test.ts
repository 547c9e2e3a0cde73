import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { createCustomer, editCustomer } from '#main/customers/customer.service.ts'
import { UndoPlanner, undoImport } from '#main/imports/import-undo.service.ts'
import { setTagRule } from '#main/tags/tag-rule.service.ts'
import { followTagRules } from '#main/tags/tag-rule-run.service.ts'
import type { Request } from '#shared/contract/contract.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const job = { isCancelled: () => false, progress: () => undefined }
const act = () => ({ actor: 'tester', now: archive.now })
const undo = (importBatchId: number | null, more: Partial<Request<'imports.undo'>> = {}) =>
  undoImport(archive.db, { importBatchId: importBatchId ?? 0, edited: null, ...more }, act(), job)
const plan = (importBatchId: number | null) => new UndoPlanner(archive.db).preview(importBatchId ?? 0)

const memberHeader = ['买家ID', '姓名', '职业', '备注', '手机', '标签']
const member = (number: number, occupation = '教师', note = '旧') => [
  `u${number}`,
  `样例${number}`,
  occupation,
  note,
  `1380000${String(number).padStart(4, '0')}`,
  '老客',
]
const orderHeader = [
  '订单编号',
  '下单时间',
  '订单状态',
  '买家ID',
  '收货人',
  '商品名称',
  '数量',
  '单价',
  '退款金额',
]
const order = (number: number, buyer: number, status = '待发货', refund: number | null = null) => [
  ...[`S${number}`, `2024-03-0${number} 10:00:00`, status, `u${buyer}`, `样例${buyer}`, '样例奶粉', 1, 100],
  refund,
]

/** The card as it is stored, as the form would hold it. */
const cardOf = (customerId: number): CustomerDraft => {
  const [card] = archive.rows<{ name: string; occupation: string | null; note: string | null }>(
    `SELECT name, occupation, note FROM customer WHERE customer_id = ${customerId}`,
  )
  const contactPoints = archive.rows<{ kind: 'phone' | 'address'; value: string }>(
    `SELECT kind, value FROM contact_point WHERE customer_id = ${customerId} ORDER BY kind DESC, position`,
  )
  const tags = archive
    .rows<{ name: string }>(
      `SELECT name FROM customer_tag JOIN tag USING (tag_id) WHERE customer_id = ${customerId}`,
    )
    .map(tag => tag.name)
  return draftOf({ ...card, contactPoints, tags })
}
const edit = (customerId: number, change: Partial<CustomerDraft>) => {
  const seen = cardOf(customerId)
  editCustomer(archive.db, customerId, { ...seen, ...change }, seen, act())
}
const countOf = (table: string) =>
  archive.rows<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)[0]?.count

describe('values edited since an import', () => {
  it('are kept or reverted row by row, whatever holds for the others', () => {
    archive.import([memberHeader, member(1), member(2), member(3)])
    const { importBatchId } = archive.import(
      [1, 2, 3].map(n => member(n, '医生')).toSpliced(0, 0, memberHeader),
    )
    for (const customerId of [1, 2, 3]) edit(customerId, { occupation: '店主' })
    const choices = [{ table: 'customer', rowId: 2, edited: 'revert' }] as const
    expect(() => undo(importBatchId, { choices: [...choices] })).toThrow('import-conflicts')
    undo(importBatchId, { edited: 'keep', choices: [...choices] })
    expect(archive.rows('SELECT occupation FROM customer ORDER BY customer_id')).toEqual([
      { occupation: '店主' },
      { occupation: '教师' },
      { occupation: '店主' },
    ])
  })

  it('that were kept lead to the value before the import when the edit itself is taken back', () => {
    archive.import([memberHeader, member(1)])
    const { importBatchId } = archive.import([memberHeader, member(1, '医生')])
    edit(1, { occupation: '店主' })
    const [editSet] = archive.rows<{ id: number }>('SELECT max(change_set_id) AS id FROM change_set')
    undo(importBatchId, { edited: 'keep' })
    undoChangeSet(archive.db, {
      changeSetId: editSet?.id ?? 0,
      edited: 'revert',
      actor: 'tester',
      madeAt: archive.now,
    })
    expect(cardOf(1).occupation).toBe('教师')
  })

  it('are listed beyond the first two hundred, page by page', () => {
    const numbers = Array.from({ length: 230 }, (_, index) => index + 1)
    const { importBatchId } = archive.import([memberHeader, ...numbers.map(n => member(n))])
    for (const customerId of numbers) edit(customerId, { note: `新 ${customerId}` })
    const planner = new UndoPlanner(archive.db)
    expect(planner.preview(importBatchId ?? 0)).toMatchObject({ conflictCount: 230 })
    const page = planner.items({ importBatchId: importBatchId ?? 0, start: 200, count: 200 })
    expect(page.conflicts.map(({ now }) => now)).toEqual(numbers.slice(200).map(n => `新 ${n}`))
    expect(page.conflicts[0]).toMatchObject({ table: 'customer', rowId: 201, field: 'note', before: '旧' })
  })
})

describe('a customer whom an import created', () => {
  it.each(['keep', 'revert'] as const)('and to whom a phone was added by hand: %s the whole card', edited => {
    const { importBatchId } = archive.import([memberHeader, member(1), member(2)])
    edit(1, { contactPoints: [...cardOf(1).contactPoints, { kind: 'phone', value: '13900000001' }] })
    expect(plan(importBatchId).conflicts).toMatchObject([
      { customerId: 1, field: '*', now: '13900000001', before: null },
    ])
    expect(undo(importBatchId, { edited })).toMatchObject({ customersRemoved: edited === 'keep' ? 1 : 2 })
    expect(countOf('contact_point')).toBe(edited === 'keep' ? 2 : 0)
    if (edited === 'keep') expect(cardOf(1)).toMatchObject({ occupation: '教师', tags: ['老客'] })
  })

  it('and on whom later orders hang keeps the name and the keys, and loses the rest', () => {
    const { importBatchId } = archive.import([memberHeader, member(1), member(2)])
    archive.import([orderHeader, order(1, 1)])
    expect(plan(importBatchId)).toMatchObject({
      customersRemoved: 1,
      customersStaying: 1,
      staying: [{ customerId: 1, orderCount: 1 }],
    })
    expect(undo(importBatchId)).toMatchObject({ customersRemoved: 1, customersStripped: 1 })
    expect(cardOf(1)).toMatchObject({
      name: '样例1',
      occupation: null,
      note: null,
      contactPoints: [],
      tags: [],
    })
    // The same buyer is found again by the ID that stayed.
    archive.import([orderHeader, order(2, 1)])
    expect([countOf('customer'), countOf('sales_order')]).toEqual([1, 2])
  })

  it('loses the resident ID number as well', () => {
    // An artificial number with its right check character.
    const table = [
      [...memberHeader, '身份证号'],
      [...member(1), '11010519491231002X'],
    ]
    const { importBatchId } = archive.import(table, { mapping: { [memberHeader.length]: 'idNumber' } })
    archive.import([orderHeader, order(1, 1)])
    const idNumber = () => archive.rows('SELECT id_number FROM customer')
    expect(idNumber()).toEqual([{ id_number: '11010519491231002X' }])
    undo(importBatchId)
    expect(idNumber()).toEqual([{ id_number: null }])
  })

  it('and whom a later import changed keeps what that one brought, until it is taken back too', () => {
    const empty = archive.dump()
    const first = archive.import([memberHeader, member(1)])
    const second = archive.import([memberHeader, member(1, '医生')])
    undo(first.importBatchId)
    expect(cardOf(1)).toMatchObject({ name: '样例1', occupation: '医生', note: null })
    undo(second.importBatchId)
    expect(archive.dump()).toEqual(empty)
  })
})

describe('an order that an import created', () => {
  it('stays when a later import changed it, and goes when that one is taken back too', () => {
    const empty = archive.dump()
    const first = archive.import([orderHeader, order(1, 1), order(2, 2)])
    const second = archive.import([orderHeader, order(1, 1, '交易成功', 30)])
    expect(plan(first.importBatchId)).toMatchObject({
      ordersRemoved: 1,
      ordersStaying: 1,
      customersStaying: 1,
    })
    undo(first.importBatchId)
    expect(archive.rows('SELECT order_number, status, refunded_minor FROM sales_order')).toEqual([
      { order_number: 'S1', status: 'completed', refunded_minor: 3000 },
    ])
    undo(second.importBatchId)
    expect(archive.dump()).toEqual(empty)
  })

  it('is gone with all others whichever of two overlapping imports is taken back first', () => {
    const empty = archive.dump()
    const march = [orderHeader, order(1, 1), order(2, 2)]
    const april = [orderHeader, order(2, 2, '交易成功'), order(3, 1)]
    for (const isNewestFirst of [true, false]) {
      const batches = [archive.import(march), archive.import(april)]
      for (const { importBatchId } of isNewestFirst ? batches.toReversed() : batches) undo(importBatchId)
      expect(archive.dump()).toEqual(empty)
    }
  })
})

describe('a customer entered by hand', () => {
  it('to whom orders were imported cannot be un-created: the answer has a name and nothing changes', () => {
    const { changeSetId, customerId } = createCustomer(
      archive.db,
      draftOf({ name: '样例1', contactPoints: [{ kind: 'phone', value: '13800000001' }] }),
      act(),
    )
    const header = ['订单编号', '下单时间', '收货人', '手机', '商品名称', '数量', '单价']
    archive.import([header, ['S1', '2024-03-01', '样例1', '13800000001', '样例奶粉', 1, 100]])
    expect(archive.rows('SELECT customer_id FROM sales_order')).toEqual([{ customer_id: customerId }])
    const before = archive.dump()
    expect(() =>
      undoChangeSet(archive.db, { changeSetId, edited: 'revert', actor: 'tester', madeAt: archive.now }),
    ).toThrow('undo-blocked')
    expect(archive.dump()).toEqual(before)
  })
})

describe('tags that a rule put on imported customers', () => {
  it('are no edits: an import is taken back without a question, whole, and its customers do not stay for them', () => {
    const made = createCustomer(archive.db, draftOf({ tags: ['老师'] }), act())
    const [tag] = archive.rows<{ id: number }>('SELECT tag_id AS id FROM tag')
    const tagId = tag?.id ?? 0
    const rule = {
      match: 'all' as const,
      groups: [[{ field: 'occupation' as const, test: 'is' as const, text: '教师' }]],
    }
    setTagRule(archive.db, tagId, rule, act())
    const before = archive.dump()
    const { importBatchId } = archive.import([memberHeader, member(1), member(2)])
    const imported = archive
      .rows<{ id: number }>('SELECT customer_id AS id FROM customer ORDER BY id')
      .map(({ id }) => id)
      .filter(id => id !== made.customerId)
    const change = { tagId, rule: JSON.stringify(rule), customerIds: imported, customerTagIds: [] }
    followTagRules(archive.db, [change], act())
    expect(archive.rows('SELECT by_rule FROM customer_tag WHERE by_rule = 1')).toHaveLength(2)
    expect(plan(importBatchId)).toMatchObject({ conflictCount: 0 })
    undo(importBatchId)
    expect(archive.dump()).toEqual(before)
  })
})
