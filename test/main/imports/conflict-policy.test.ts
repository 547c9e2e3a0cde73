import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importReaderQueries } from '#main/imports/import.handlers.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import type { ConflictPolicies } from '#shared/domain/conflict-policy.ts'
import { ImportArchive, type Table, verdictsOf } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const header = ['会员编号', '姓名', '性别', '职业', '地址', '手机', '标签']
const card = (...cells: RawCell[]) => ['M1', '林样一', ...cells]
const importCards = (rows: Table, policies: ConflictPolicies = {}) =>
  archive.import([header, ...rows], { policies })
const addresses = () =>
  archive
    .rows<{ value: string }>("SELECT value FROM contact_point WHERE kind = 'address' ORDER BY position")
    .map(row => row.value)
const stored = () => archive.rows('SELECT gender, occupation FROM customer')[0]

/** What the preview says of the same table, before it is imported. */
const previewOf = (rows: Table, policies: ConflictPolicies) => {
  const queries = importReaderQueries({
    db: archive.database.readable,
    archivePath: archive.archivePath,
    key: archive.database.key,
    now: () => archive.now,
  })
  const stagingId = archive.stage([header, ...rows])
  return queries['imports.preview']({ stagingId, options: { shop: '', policies } })
}

describe('a column whose blanks only are filled', () => {
  it('changes no value that is there, and gives one to who has none', () => {
    importCards([card('男', '教师', '样例路 1 号'), ['M2', '陈样二', null, null, null]])
    const next = [card('女', '医生', '样例路 9 号'), ['M2', '陈样二', '女', '医生', '样例路 8 号']]
    const policies = { gender: 'fill-blanks', occupation: 'fill-blanks', address: 'fill-blanks' } as const
    expect(previewOf(next, policies).counts).toMatchObject({ updated: 1, unchanged: 1 })
    expect(verdictsOf(importCards(next, policies))).toMatchObject({ updated: 1, unchanged: 1 })
    expect(archive.rows('SELECT name, gender, occupation FROM customer')).toEqual([
      { name: '林样一', gender: 'male', occupation: '教师' },
      { name: '陈样二', gender: 'female', occupation: '医生' },
    ])
    expect(addresses()).toEqual(['样例路 1 号', '样例路 8 号'])
  })

  it('takes a name that only stands in for one as blank', () => {
    archive.import([
      ['手机', '会员编号'],
      ['13800001107', 'M1'],
    ])
    importCards([card()], { name: 'fill-blanks' })
    expect(archive.rows('SELECT name FROM customer')).toEqual([{ name: '林样一' }])
  })
})

describe('a column that is skipped', () => {
  it('touches no known customer, not even where it is blank, and fills new ones', () => {
    importCards([card('男', null, null)])
    const next = [card('女', '医生', '样例路 9 号', '13800001107', '老客'), ['M2', '陈样二', '女', '医生']]
    const skip = { gender: 'skip', occupation: 'skip', address: 'skip', phone: 'skip', tags: 'skip' } as const
    expect(verdictsOf(importCards(next, skip))).toMatchObject({ created: 1, updated: 0, unchanged: 1 })
    expect(stored()).toEqual({ gender: 'male', occupation: null })
    expect(addresses()).toEqual([])
  })
})

describe('a column that overwrites', () => {
  it('takes the place of the first address, and of what is newer', () => {
    importCards([card('男', '教师', '样例路 1 号')])
    const [customer] = archive.rows<{ customer_id: number }>('SELECT customer_id FROM customer')
    archive.db
      .prepare("UPDATE customer SET facts_on = '2099-01-01' WHERE customer_id = ?")
      .run(customer?.customer_id ?? 0)
    const next = [card('女', null, '样例路 9 号')]
    expect(importCards(next).updated).toBe(1)
    expect(stored()).toEqual({ gender: 'male', occupation: '教师' })
    expect(addresses()).toEqual(['样例路 1 号', '样例路 9 号'])
    const last = [card('女', null, '样例路 7 号')]
    const policies = { gender: 'overwrite', address: 'overwrite', occupation: 'overwrite' } as const
    const shown = previewOf(last, policies)
    expect(shown.rows[0]?.changes).toEqual([
      { columnIndex: 2, before: 'male', after: 'female' },
      { columnIndex: 4, before: '样例路 1 号', after: '样例路 7 号' },
    ])
    importCards(last, policies)
    expect(stored()).toEqual({ gender: 'female', occupation: '教师' })
    expect(addresses()).toEqual(['样例路 7 号', '样例路 9 号'])
    expect(importCards(last, policies)).toMatchObject({ updated: 0, unchanged: 1 })
  })

  it('keeps two numbers of one cell side by side', () => {
    importCards([card(null, null, null, '13800001107')])
    importCards([card(null, null, null, '13900002208/13900003309')], { phone: 'overwrite' })
    expect(archive.rows("SELECT value FROM contact_point WHERE kind = 'phone' ORDER BY position")).toEqual([
      { value: '13900002208' },
      { value: '13900003309' },
    ])
  })
})

const orderHeader = ['订单编号', '下单时间', '订单状态', '买家ID', '实付金额', '卖家备注', '商品名称']
const order = (number: string, day: string, paid: number, status: string | null = null, note = '甲') => [
  number,
  day,
  status,
  'u1',
  paid,
  note,
  '样例茶叶',
]
const importOrders = (rows: Table, policies: ConflictPolicies = {}) =>
  archive.import([orderHeader, ...rows], { shop: '样例小店', platform: 'taobao', policies })
const known = (columns = 'paid_minor') =>
  archive.rows(`SELECT ${columns} FROM sales_order WHERE order_number = '1'`)[0]

describe('two files that contradict each other about what was paid', () => {
  it('leave the sum as it is when they reach equally far, and count a conflict', () => {
    importOrders([order('1', '2024-03-05', 100), order('2', '2024-03-09', 50)])
    const again = [order('1', '2024-03-05', 90), order('2', '2024-03-09', 50)]
    for (let time = 0; time < 2; time++) {
      const outcome = importOrders(again)
      expect(outcome).toMatchObject({ unchanged: 2, updated: 0 })
      expect(outcome.cellIssues).toEqual([{ code: 'order-money-conflict', count: 1 }])
      expect(known()).toEqual({ paid_minor: 10000 })
    }
  })

  it('give the sum of the one that reaches further, in whatever order they come', () => {
    const march = [order('1', '2024-03-05', 100), order('2', '2024-03-09', 50)]
    const april = [order('1', '2024-03-05', 90), order('3', '2024-04-02', 50)]
    importOrders(march)
    expect(importOrders(april)).toMatchObject({ updated: 1, created: 1, cellIssues: [] })
    expect(importOrders(march)).toMatchObject({ updated: 0, unchanged: 2, cellIssues: [] })
    expect(known()).toEqual({ paid_minor: 9000 })
  })

  it('give the sum of the file when that was chosen', () => {
    importOrders([order('1', '2024-03-05', 100)])
    expect(importOrders([order('1', '2024-03-05', 90)], { orderPaid: 'overwrite' }).updated).toBe(1)
    expect(known()).toEqual({ paid_minor: 9000 })
    const later = [order('1', '2024-03-05', 80, '交易成功'), order('2', '2024-05-05', 1)]
    importOrders(later, { orderPaid: 'skip' })
    expect(known('paid_minor, status')).toEqual({ paid_minor: 9000, status: 'completed' })
  })
})

describe('the status and the note of a known order', () => {
  it('step back only when the file is to overwrite them', () => {
    importOrders([order('1', '2024-03-05', 100, '交易成功')])
    const earlier = [order('1', '2024-03-05', 100, '待发货', '乙')]
    expect(importOrders(earlier).unchanged).toBe(1)
    importOrders(earlier, { orderStatus: 'overwrite', orderNote: 'overwrite' })
    expect(known('status, status_text, note')).toEqual({ status: 'paid', status_text: '待发货', note: '乙' })
    importOrders([order('1', '2024-03-05', 100, '已发货', '丙')], { orderStatus: 'skip', orderNote: 'skip' })
    expect(known('status, note')).toEqual({ status: 'paid', note: '乙' })
  })
})
