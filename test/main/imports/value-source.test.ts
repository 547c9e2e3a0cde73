import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { undoImport } from '#main/imports/import-undo.service.ts'
import { findSourceOfValue } from '#main/imports/value-source.service.ts'
import type { ValueSubject } from '#shared/domain/value-source.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const sourceOf = (customerId: number, subject: ValueSubject) =>
  findSourceOfValue(archive.db, customerId, subject)
const card = (field: 'name' | 'occupation' | 'note') => ({ of: 'card', field }) as const
const members = (...rows: (string | number | null)[][]) => [
  ['样例店会员表'],
  ['会员ID', '姓名', '职业', '手机1', '手机2', '省', '市', '地址', '标签', '累计消费', '订单数'],
  ...rows,
]
const first = members(
  ['m1', '样例甲', '教师', '13800000001', null, '浙江省', '杭州市', '样例路 1 号', '老客', 120, 2],
  ['m2', '样例乙', '医生', null, '13800000002', null, null, null, '新客', null, null],
)

describe('the source of a value', () => {
  it('is the cell of the file from which it was read, with its address and heading', () => {
    const { importBatchId } = archive.import(first)
    expect(sourceOf(2, card('occupation'))).toEqual({
      origin: 'import',
      ...{ madeAt: archive.now, actor: 'tester', importBatchId, fileName: 'table-1.csv', sheetName: '' },
      ...{ isUndone: false, rowCount: 1 },
      rows: [{ rowNumber: 4, cells: [{ address: 'C4', header: '职业', text: '医生' }] }],
    })
    expect(sourceOf(2, { of: 'contact', kind: 'phone', value: '13800000002' })).toMatchObject({
      rows: [{ cells: [{ address: 'E4', header: '手机2', text: '13800000002' }] }],
    })
    expect(sourceOf(1, { of: 'tag', name: '老客' })).toMatchObject({ rows: [{ cells: [{ address: 'I3' }] }] })
    expect(
      sourceOf(1, { of: 'identity', kind: 'buyer-id', platform: '', shop: '', value: 'm1' }),
    ).toMatchObject({ rows: [{ cells: [{ address: 'A3', text: 'm1' }] }] })
    expect(sourceOf(1, { of: 'balance', openingBalanceId: 1 })).toMatchObject({
      rows: [
        {
          cells: [
            { address: 'J3', text: '120' },
            { address: 'K3', text: '2' },
          ],
        },
      ],
    })
  })

  it('that was put together of several cells is all of them', () => {
    archive.import(first)
    const [address] = archive.rows<{ value: string }>(
      "SELECT value FROM contact_point WHERE kind = 'address'",
    )
    expect(sourceOf(1, { of: 'contact', kind: 'address', value: address?.value ?? '' })).toMatchObject({
      rows: [{ rowNumber: 3, cells: [{ address: 'F3' }, { address: 'G3' }, { address: 'H3' }] }],
    })
  })

  it('is the row that won among several rows of one customer', () => {
    archive.import(members(['m1', '样例甲', '教师'], ['m1', '样例甲', null], ['m1', '样例甲', '司机']))
    const [{ occupation } = { occupation: '' }] = archive.rows<{ occupation: string }>(
      'SELECT occupation FROM customer',
    )
    const row = occupation === '教师' ? 3 : 5
    expect(sourceOf(1, card('occupation'))).toMatchObject({
      rowCount: 1,
      rows: [{ rowNumber: row, cells: [{ address: `C${row}`, text: occupation }] }],
    })
    // The row in the middle changed nothing: its cells are not kept.
    expect(sourceOf(1, card('name'))).toMatchObject({
      rowCount: 2,
      rows: [{ rowNumber: 3 }, { rowNumber: 5 }],
    })
  })

  it('is the newest writing: a later import, an edit by hand, and after their undo the one before', () => {
    const one = archive.import(first)
    const two = archive.import(members(['m1', '样例甲', '店主']))
    expect(sourceOf(1, card('occupation'))).toMatchObject({
      importBatchId: two.importBatchId,
      rows: [{ rowNumber: 3, cells: [{ text: '店主' }] }],
    })
    expect(sourceOf(1, card('name'))).toMatchObject({ importBatchId: one.importBatchId })
    undoImport(
      archive.db,
      { importBatchId: two.importBatchId ?? 0, edited: null },
      { actor: 'tester', now: archive.now },
      { isCancelled: () => false, progress: () => undefined },
    )
    expect(sourceOf(1, card('occupation'))).toMatchObject({
      importBatchId: one.importBatchId,
      rows: [{ cells: [{ text: '教师' }] }],
    })
    const seen = draftOf({ name: '样例乙', occupation: '医生', tags: ['新客'] })
    const phone = { kind: 'phone', value: '13800000002' } as const
    const act = { actor: '店员', now: '2026-09-01T00:00:00.000Z' }
    editCustomer(
      archive.db,
      2,
      { ...seen, occupation: '画家', contactPoints: [phone, { kind: 'phone', value: '13900000009' }] },
      { ...seen, contactPoints: [phone] },
      act,
    )
    const byHand = { origin: 'edit', madeAt: act.now, actor: '店员', kind: 'customer-edited' }
    expect(sourceOf(2, card('occupation'))).toMatchObject(byHand)
    expect(sourceOf(2, { of: 'contact', kind: 'phone', value: '13900000009' })).toMatchObject(byHand)
    expect(sourceOf(2, { of: 'contact', ...phone })).toMatchObject({ importBatchId: one.importBatchId })
  })

  it('of an order and its lines is the rows of that order alone', () => {
    const header = ['订单编号', '下单时间', '订单状态', '买家ID', '商品名称', '数量', '单价', '退款金额']
    archive.import([
      header,
      ['S1', '2024-03-01', '待发货', 'b1', '样例奶粉', 1, 100, null],
      ['S1', '2024-03-01', '待发货', 'b1', '样例尿裤', 2, 50, null],
      ['S2', '2024-03-02', '待发货', 'b1', '样例奶粉', 1, 100, null],
    ])
    const later = archive.import([header, ['S2', '2024-03-02', '交易成功', 'b1', '样例奶粉', 1, 100, 30]])
    const order = (salesOrderId: number, field: 'status' | 'refunded' | 'paid' | null) =>
      sourceOf(1, { of: 'order', salesOrderId, field })
    expect(order(1, 'paid')).toMatchObject({
      importBatchId: 1,
      rowCount: 2,
      rows: [{ rowNumber: 2 }, { rowNumber: 3 }],
    })
    expect(order(2, 'status')).toMatchObject({
      importBatchId: later.importBatchId,
      rows: [{ rowNumber: 2, cells: [{ address: 'C2', header: '订单状态', text: '交易成功' }] }],
    })
    expect(order(2, 'paid')).toMatchObject({ importBatchId: 1, rows: [{ rowNumber: 4 }] })
    expect(sourceOf(1, { of: 'line', salesOrderId: 1, lineNumber: 2 })).toMatchObject({
      rowCount: 1,
      rows: [{ rowNumber: 3, cells: [{ address: 'E3', text: '样例尿裤' }, { text: '2' }, { text: '50' }] }],
    })
  })

  it('is still the cell of the file when the value came by a merge, also by way of a third file', () => {
    archive.import(first)
    archive.import(members(['m3', '样例丙', null, '13800000003', null, null, null, null, null, null, null]))
    const act = { actor: 'operator', now: '2026-11-22T08:00:00.000Z' }
    for (const [survivorId, otherId] of [
      [2, 1],
      [3, 2],
    ] as const)
      mergeCustomers(archive.db, { survivorId, otherIds: [otherId], sources: {}, importBatchId: null }, act)
    const balanceId = getCustomerFile(archive.db, 3, 0).openingBalances[0]?.openingBalanceId ?? 0
    const cells = (subject: ValueSubject) => {
      const source = sourceOf(3, subject)
      return source.origin === 'import' ? source.rows.flatMap(row => row.cells.map(cell => cell.address)) : []
    }
    // The survivor of both had no occupation: it is the first file's, and so is its source.
    expect(cells(card('occupation'))).toEqual(['C4'])
    expect(cells({ of: 'identity', kind: 'buyer-id', platform: '', shop: '', value: 'm1' })).toEqual(['A3'])
    expect(cells({ of: 'tag', name: '老客' })).toEqual(['I3'])
    expect(cells({ of: 'contact', kind: 'phone', value: '13800000001' })).toEqual(['D3'])
    expect(cells({ of: 'balance', openingBalanceId: balanceId })).toEqual(['J3', 'K3'])
  })

  it('is unknown where there is none, and another customer has no say', () => {
    archive.import(first)
    expect(sourceOf(1, { of: 'tag', name: '没有' })).toEqual({ origin: 'unknown' })
    expect(sourceOf(2, { of: 'tag', name: '老客' })).toEqual({ origin: 'unknown' })
  })

  it('names the import also when its cells were dropped', () => {
    const { importBatchId } = archive.import(first)
    archive.db.prepare('DELETE FROM import_cells').run()
    expect(sourceOf(1, card('name'))).toMatchObject({
      origin: 'import',
      importBatchId,
      rows: [],
      rowCount: 0,
    })
  })
})
