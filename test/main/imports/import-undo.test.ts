import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editCustomer } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { searchImports } from '#main/imports/import-history.service.ts'
import { UndoPlanner, undoImport } from '#main/imports/import-undo.service.ts'
import { listRejected } from '#main/imports/rejected-rows.service.ts'
import type { CustomerDraft } from '#shared/domain/customer.ts'
import { everyImport } from '#shared/domain/import-history.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

const historyOf = (db: ReadableDb, count: number) =>
  searchImports(db, { filter: everyImport, start: 0, count }).batches

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const job = { isCancelled: () => false, progress: () => undefined }
const undo = (importBatchId: number | null, edited: 'keep' | 'revert' | null = null) =>
  undoImport(
    archive.db,
    { importBatchId: importBatchId ?? 0, edited },
    { actor: 'tester', now: archive.now },
    job,
  )

const previewUndo = (db: ImportArchive['db'], importBatchId: number) =>
  new UndoPlanner(db).preview(importBatchId)

const header = [
  '订单编号',
  '下单时间',
  '订单状态',
  '买家ID',
  '昵称',
  '收货人',
  '手机',
  '收货地址',
  '商品名称',
  '数量',
  '单价',
  '退款金额',
]
const order = (number: number, buyer: string, status: string, refund: number | null = null) => [
  String(number),
  `2024-03-0${number} 10:00:00`,
  status,
  buyer,
  `昵称${buyer}`,
  `样例${buyer}`,
  null,
  `样例路 ${number} 号`,
  '样例奶粉',
  1,
  100,
  refund,
]
const march = [header, order(1, 'u1', '待发货'), order(2, 'u2', '待发货')]
const april = [
  header,
  order(1, 'u1', '交易成功', 30),
  order(2, 'u2', '待发货'),
  order(3, 'u1', '待发货'),
  order(4, 'u3', '待发货'),
]

describe('taking back an import', () => {
  it('leaves the archive as it was, and the same file then gives the same counts', () => {
    archive.import(march)
    const before = archive.dump()
    const first = archive.import(april)
    expect(verdictsOf(first)).toEqual({ rows: 4, created: 2, updated: 1, unchanged: 1, rejected: 0 })
    expect(previewUndo(archive.db, first.importBatchId ?? 0)).toMatchObject({
      customersRemoved: 1,
      ordersRemoved: 2,
      customersRestored: 1,
      ordersRestored: 1,
      conflictCount: 0,
    })
    expect(undo(first.importBatchId)).toMatchObject({
      customersRemoved: 1,
      ordersRemoved: 2,
      customersRestored: 1,
      ordersRestored: 1,
      kept: 0,
    })
    expect(archive.dump()).toEqual(before)
    const { importBatchId: _one, elapsedMs: _ms, ...again } = archive.import(april)
    const { importBatchId: _two, elapsedMs: _first, ...expected } = first
    expect(again).toEqual(expected)
  })

  it('of an empty archive leaves it empty, and archive numbers are not given again', () => {
    const { importBatchId } = archive.import(march)
    undo(importBatchId)
    for (const [table, rows] of Object.entries(archive.dump())) expect([table, rows]).toEqual([table, []])
    archive.import(march)
    expect(archive.rows('SELECT archive_number FROM customer')).toEqual([
      { archive_number: 'X-000003' },
      { archive_number: 'X-000004' },
    ])
  })

  it('counts customers of before by all that hangs on them, and nothing that is not shown', () => {
    const table = (phone: string | null, tag: string | null, spend: number | null) => [
      ['会员ID', '姓名', '手机', '标签', '累计消费'],
      ['u1', '样例甲', phone, null, null],
      ['u2', '样例乙', null, tag, null],
      ['u3', '样例丙', null, null, spend],
      ['u4', '样例丁', null, null, null],
    ]
    archive.import(table(null, null, null))
    const { importBatchId } = archive.import(table('13800000001', '样例标签', 50))
    const expected = { customersRemoved: 0, customersRestored: 3, ordersRemoved: 0, ordersRestored: 0 }
    expect(previewUndo(archive.db, importBatchId ?? 0)).toMatchObject(expected)
    expect(undo(importBatchId)).toMatchObject(expected)
  })

  it('says of customers on whom later orders hang that they stay', () => {
    const members = [
      ['买家ID', '姓名'],
      ['u1', '样例甲'],
      ['u2', '样例乙'],
      ['u9', '样例丙'],
    ]
    const { importBatchId } = archive.import(members)
    archive.import(march)
    const expected = { customersRemoved: 1, ordersRemoved: 0 }
    expect(previewUndo(archive.db, importBatchId ?? 0)).toMatchObject({ ...expected, customersStaying: 2 })
    expect(undo(importBatchId)).toMatchObject(expected)
    expect(archive.rows('SELECT count(*) AS count FROM customer')).toEqual([{ count: 2 }])
  })

  it('does not count as restored what stays as it was edited', () => {
    const member = (name: string) => [
      ['会员ID', '姓名'],
      ['u1', name],
    ]
    archive.import(member('样例甲'))
    const { importBatchId } = archive.import(member('样例乙'))
    archive.db.prepare("UPDATE customer SET name = '手改'").run()
    expect(undo(importBatchId, 'keep')).toMatchObject({ customersRestored: 0, kept: 1 })
  })

  it('names the customer of an edited order line', () => {
    archive.import(march)
    const { importBatchId } = archive.import(april)
    archive.db.prepare('UPDATE order_line SET refunded_minor = 1 WHERE order_line_id = 1').run()
    expect(previewUndo(archive.db, importBatchId ?? 0).conflicts).toMatchObject([
      { customerId: 1, label: 'X-000001 样例u1', field: 'refunded_minor', now: '1', before: '0' },
    ])
  })

  it('happens once', () => {
    const { importBatchId } = archive.import(march)
    undo(importBatchId)
    expect(() => undo(importBatchId)).toThrow('import-already-undone')
    expect(() => undo(999)).toThrow('not-found')
    expect(historyOf(archive.db, 10)).toMatchObject([
      { importBatchId, state: 'undone', undoneAt: archive.now },
    ])
  })

  it('asks about values that were edited since, and keeps or reverts them by choice', () => {
    for (const edited of ['keep', 'revert'] as const) {
      const other = new ImportArchive()
      other.import(march)
      const { importBatchId } = other.import([
        header,
        [...order(3, 'u1', '待发货').slice(0, 5), '样例乙', ...order(3, 'u1', '待发货').slice(6)],
      ])
      expect(other.rows('SELECT name FROM customer WHERE customer_id = 1')).toEqual([{ name: '样例乙' }])
      other.db.prepare("UPDATE customer SET name = '手改' WHERE customer_id = 1").run()
      const undoOther = (choice: 'keep' | 'revert' | null) =>
        undoImport(
          other.db,
          { importBatchId: importBatchId ?? 0, edited: choice },
          { actor: 'tester', now: other.now },
          job,
        )
      expect(previewUndo(other.db, importBatchId ?? 0)).toMatchObject({
        conflictCount: 1,
        conflicts: [{ customerId: 1, label: 'X-000001 手改', field: 'name', now: '手改', before: '样例u1' }],
      })
      expect(() => undoOther(null)).toThrow('import-conflicts')
      undoOther(edited)
      expect(other.rows('SELECT name FROM customer WHERE customer_id = 1')).toEqual([
        { name: edited === 'keep' ? '手改' : '样例u1' },
      ])
      expect(other.rows('SELECT count(*) AS count FROM sales_order')).toEqual([{ count: 2 }])
      other.close()
    }
  })

  it('counts an edit of the card once, although keys and times change with it', () => {
    archive.import(march)
    const act = { actor: 'tester', now: archive.now }
    const card = (): CustomerDraft => ({
      ...{
        kind: 'individual',
        cardType: 'active',
        name: '样例u3',
        gender: null,
        birthOn: null,
        idNumber: null,
        occupation: null,
      },
      ...{ source: null, note: null, contactRefusedOn: null, contactPoints: [], tags: [], fields: {} },
    })
    const { importBatchId } = archive.import([header, order(3, 'u3', '待发货')])
    const seen = { ...card(), contactPoints: [{ kind: 'address' as const, value: '样例路 3 号' }] }
    editCustomer(archive.db, 3, { ...seen, name: '手改' }, seen, act)
    const preview = previewUndo(archive.db, importBatchId ?? 0)
    expect(preview.conflicts.map(({ field, now, before }) => [field, now, before])).toEqual([
      ['name', '手改', '样例u3'],
    ])
    expect(preview.conflictCount).toBe(1)
    expect(() => undo(importBatchId)).toThrow('import-conflicts')
    undo(importBatchId, 'keep')
    expect(archive.rows('SELECT name FROM customer WHERE customer_id = 3')).toEqual([{ name: '手改' }])
    expect(archive.rows('SELECT count(*) AS count FROM sales_order WHERE customer_id = 3')).toEqual([
      { count: 0 },
    ])
  })

  it('cancelled half way changes nothing', () => {
    const { importBatchId } = archive.import(march)
    const before = archive.dump()
    let asked = 0
    const impatient = { isCancelled: () => asked++ > 1, progress: () => undefined }
    expect(() =>
      undoImport(
        archive.db,
        { importBatchId: importBatchId ?? 0, edited: null },
        { actor: 'tester', now: archive.now },
        impatient,
      ),
    ).toThrow('cancelled')
    expect(archive.dump()).toEqual(before)
  })
})

describe('the history', () => {
  it('lists imports with their counts, newest first', () => {
    archive.import(march, { platform: 'taobao', shop: '样例小店' })
    archive.import(april, { platform: 'taobao', shop: '样例小店' })
    const [newest, oldest] = historyOf(archive.db, 10)
    expect(newest).toMatchObject({
      kind: 'orders',
      platform: 'taobao',
      shop: '样例小店',
      fileName: 'table-2.csv',
      counts: {
        rows: 4,
        created: 2,
        updated: 1,
        unchanged: 1,
        rejected: 0,
        ordersCreated: 2,
        linesCreated: 2,
      },
    })
    expect(oldest?.importBatchId).toBe(1)
    expect(historyOf(archive.db, 1)).toHaveLength(1)
  })

  it('gives the rejected rows back with their cells and reasons', () => {
    const { importBatchId } = archive.import([
      header,
      order(1, 'u1', '待发货'),
      ['2', '不详', null, 'u2', null, null, null, null, '样例奶粉', 1, 100],
    ])
    expect(listRejected(archive.db, importBatchId ?? 0)).toMatchObject({
      fileName: 'table-1.csv',
      mark: expect.stringMatching(/^〔[0-9a-f]+〕$/),
      headers: header,
      rows: [
        {
          rowNumber: 3,
          verdict: 'rejected',
          cells: ['2', '不详', '', 'u2', '', '', '', '', '样例奶粉', '1', '100', ''],
          changes: [],
          reason: 'date-unreadable',
          reasonCell: 'B3',
          blanks: [],
          reasonText: '不详',
        },
      ],
    })
  })
})
