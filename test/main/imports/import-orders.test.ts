import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getEditHistory } from '#main/customers/history/history.service.ts'
import { undoImport } from '#main/imports/import-undo.service.ts'
import type { RawCell } from '#main/imports/raw-row.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { saveArchiveSettings } from '#main/settings/setting.service.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const header = [
  '订单编号',
  '子订单编号',
  '下单时间',
  '订单状态',
  '买家ID',
  '收货人',
  '手机',
  '商品名称',
  '数量',
  '单价',
  '本行实付',
  '实付金额',
  '退款金额',
] as const
type Line = Partial<Record<(typeof header)[number], RawCell>>
const line = (values: Line) => header.map(column => values[column] ?? null)
const sheet = (...lines: Line[]) => [header, ...lines.map(line)]
const order = (number: string, day: string, values: Line = {}): Line => ({
  订单编号: number,
  下单时间: `${day} 10:00:00`,
  订单状态: '交易成功',
  买家ID: 'u1',
  收货人: '林样一',
  商品名称: '样例奶粉',
  数量: 1,
  单价: 100,
  ...values,
})
const orders = (columns: string) => archive.rows(`SELECT ${columns} FROM sales_order ORDER BY sales_order_id`)
const lines = (columns: string) => archive.rows(`SELECT ${columns} FROM order_line ORDER BY order_line_id`)
const reasons = () =>
  archive.rows(
    "SELECT row_number, reason, column_index FROM import_row WHERE verdict = 'rejected' ORDER BY import_batch_id DESC, row_number",
  )

describe('the product of a known line', () => {
  it('is learned from a later file that names it for the first time, and the line is then found by it', () => {
    archive.import(sheet(order('1', '2024-03-05', { 子订单编号: '1-1', 商品名称: null })))
    expect(lines('product_id')).toEqual([{ product_id: null }])
    archive.db.prepare('DELETE FROM search_queue').run()
    const named = sheet(order('1', '2024-03-05', { 子订单编号: '1-1', 商品名称: '样例奶粉' }))
    expect(archive.import(named)).toMatchObject({ updated: 1, ordersUpdated: 1, linesCreated: 0 })
    expect(lines('product_id')).toEqual([{ product_id: 1 }])
    expect(archive.rows('SELECT * FROM search_queue')).toEqual([{ customer_id: 1, is_card_new: 0 }])
  })
})

describe('what an order file queues for the search index', () => {
  it('is the purchases of a customer of before, the card where that changed, nothing for a status alone', () => {
    const queue = () => {
      const rows = archive.rows('SELECT customer_id, is_card_new FROM search_queue ORDER BY 1')
      archive.db.prepare('DELETE FROM search_queue').run()
      return rows
    }
    archive.import(sheet(order('1', '2024-03-05', { 订单状态: '买家已付款，等待卖家发货' })))
    expect(queue()).toEqual([{ customer_id: 1, is_card_new: 1 }])
    archive.import(sheet(order('1', '2024-03-05')))
    expect(queue()).toEqual([])
    archive.import(sheet(order('2', '2024-03-06', { 商品名称: '样例湿巾' })))
    expect(queue()).toEqual([{ customer_id: 1, is_card_new: 0 }])
    archive.import(sheet(order('3', '2024-03-07', { 手机: '13800001107' })))
    expect(queue()).toEqual([{ customer_id: 1, is_card_new: 1 }])
  })
})

describe('an order file', () => {
  it('creates customers, orders, lines and products, and their totals', () => {
    const outcome = archive.import(
      sheet(
        order('1001', '2024-03-05', { 手机: '13800001107', 商品名称: '样例奶粉', 数量: 2, 单价: '98.50' }),
        order('1001', '2024-03-05', { 手机: '13800001107', 商品名称: '样例纸尿裤', 数量: 1, 单价: 60 }),
        order('1002', '2024-03-09', { 买家ID: 'u2', 收货人: '陈样二' }),
      ),
      { platform: 'taobao', shop: '样例小店' },
    )
    expect(outcome).toMatchObject({
      rows: 3,
      created: 3,
      customersCreated: 2,
      ordersCreated: 2,
      linesCreated: 3,
      rowsWithoutCustomer: 0,
    })
    expect(
      orders(
        'customer_id, platform, shop, order_key, order_number, ordered_on, ordered_at_local, status, status_text, is_cancellation, is_counted, paid_minor, refunded_minor, net_minor, receiver_name, receiver_phone',
      ),
    ).toEqual([
      {
        customer_id: 1,
        platform: 'taobao',
        shop: '样例小店',
        order_key: 'n:1001',
        order_number: '1001',
        ordered_on: '2024-03-05',
        ordered_at_local: '2024-03-05T10:00:00',
        status: 'completed',
        status_text: '交易成功',
        is_cancellation: 0,
        is_counted: 1,
        paid_minor: 25700,
        refunded_minor: 0,
        net_minor: 25700,
        receiver_name: '林样一',
        receiver_phone: '13800001107',
      },
      {
        customer_id: 2,
        platform: 'taobao',
        shop: '样例小店',
        order_key: 'n:1002',
        order_number: '1002',
        ordered_on: '2024-03-09',
        ordered_at_local: '2024-03-09T10:00:00',
        status: 'completed',
        status_text: '交易成功',
        is_cancellation: 0,
        is_counted: 1,
        paid_minor: 10000,
        refunded_minor: 0,
        net_minor: 10000,
        receiver_name: '陈样二',
        receiver_phone: null,
      },
    ])
    expect(
      lines('sales_order_id, line_number, title, quantity, unit_price_micro, net_minor, product_id'),
    ).toEqual([
      {
        sales_order_id: 1,
        line_number: 1,
        title: '样例奶粉',
        quantity: 2,
        unit_price_micro: 98_500_000,
        net_minor: 19700,
        product_id: 1,
      },
      {
        sales_order_id: 1,
        line_number: 2,
        title: '样例纸尿裤',
        quantity: 1,
        unit_price_micro: 60_000_000,
        net_minor: 6000,
        product_id: 2,
      },
      {
        sales_order_id: 2,
        line_number: 1,
        title: '样例奶粉',
        quantity: 1,
        unit_price_micro: 100_000_000,
        net_minor: 10000,
        product_id: 1,
      },
    ])
    expect(archive.rows('SELECT * FROM customer_total')).toEqual([
      {
        customer_id: 1,
        order_count: 1,
        spend_minor: 25700,
        return_count: 0,
        first_on: '2024-03-05',
        last_on: '2024-03-05',
      },
      {
        customer_id: 2,
        order_count: 1,
        spend_minor: 10000,
        return_count: 0,
        first_on: '2024-03-09',
        last_on: '2024-03-09',
      },
    ])
  })

  it('imported twice changes nothing, also when the lines of an order stand apart', () => {
    const table = sheet(
      order('1', '2024-03-05', { 商品名称: '甲' }),
      order('2', '2024-03-06', { 商品名称: '甲' }),
      order('1', '2024-03-05', { 商品名称: '甲' }),
      order('1', '2024-03-05', { 商品名称: '乙' }),
    )
    const first = archive.import(table)
    expect(first).toMatchObject({ created: 4, ordersCreated: 2, linesCreated: 4 })
    const before = archive.dump()
    expect(verdictsOf(archive.import(table))).toEqual({
      rows: 4,
      created: 0,
      updated: 0,
      unchanged: 4,
      rejected: 0,
    })
    expect(archive.dump()).toEqual(before)
  })

  it('that overlaps an earlier one adds only what is new and takes over what went on', () => {
    const month = (status: string, ...numbers: number[]) =>
      sheet(...numbers.map(number => order(String(number), `2024-0${number}-05`, { 订单状态: status })))
    archive.import(month('买家已付款，等待卖家发货', 1, 2, 3))
    const outcome = archive.import([...month('交易成功', 2, 3), line(order('4', '2024-04-05'))])
    expect(outcome).toMatchObject({
      rows: 3,
      created: 1,
      updated: 2,
      unchanged: 0,
      ordersCreated: 1,
      ordersUpdated: 2,
    })
    expect(orders('order_number, status')).toEqual([
      { order_number: '1', status: 'paid' },
      { order_number: '2', status: 'completed' },
      { order_number: '3', status: 'completed' },
      { order_number: '4', status: 'completed' },
    ])
  })

  it('from before does not set a status back', () => {
    archive.import(sheet(order('1', '2024-03-05', { 订单状态: '交易成功' })))
    const older = archive.import(sheet(order('1', '2024-03-05', { 订单状态: '等待买家付款', 单价: 80 })))
    expect(older.unchanged).toBe(1)
    expect(orders('status, paid_minor')).toEqual([{ status: 'completed', paid_minor: 10000 }])
  })

  it('without order numbers knows its rows again by what stands in them', () => {
    const table = [
      ['日期', '客户', '手机', '商品', '金额'],
      ['2024-03-05', '林样一', '13800001107', '样例茶叶', 30],
      ['2024-03-05', '林样一', '13800001107', '样例茶叶', 30],
    ]
    expect(archive.import(table)).toMatchObject({ created: 2, customersCreated: 1, ordersCreated: 2 })
    expect(archive.import(table).unchanged).toBe(2)
  })

  it('keeps rows without a customer as sales to nobody known', () => {
    const table = sheet(order('1', '2024-03-05', { 买家ID: null, 收货人: null }), order('2', '2024-03-05'))
    expect(archive.import(table)).toMatchObject({ created: 2, customersCreated: 1, rowsWithoutCustomer: 1 })
    expect(archive.import(table)).toMatchObject({ unchanged: 2, rowsWithoutCustomer: 1 })
    expect(orders('customer_id')).toEqual([{ customer_id: null }, { customer_id: 1 }])
  })
})

describe('the money of an order', () => {
  it('stated on every line counts once and is spread over the lines', () => {
    archive.import(
      sheet(
        order('1', '2024-03-05', { 商品名称: '甲', 单价: 10, 实付金额: 25 }),
        order('1', '2024-03-05', { 商品名称: '乙', 单价: 10, 实付金额: 25 }),
        order('1', '2024-03-05', { 商品名称: '丙', 单价: 10, 实付金额: 25 }),
      ),
      { mapping: { '11': 'orderPaid' } },
    )
    expect(orders('paid_minor, net_minor')).toEqual([{ paid_minor: 2500, net_minor: 2500 }])
    expect(lines('net_minor')).toEqual([{ net_minor: 834 }, { net_minor: 833 }, { net_minor: 833 }])
  })

  it('that differs between its lines rejects the order, and the others go in', () => {
    const outcome = archive.import(
      sheet(
        order('1', '2024-03-05', { 实付金额: 25 }),
        order('1', '2024-03-05', { 实付金额: 26 }),
        order('2', '2024-03-06', { 实付金额: 25, 买家ID: 'u2' }),
      ),
      { mapping: { '11': 'orderPaid' } },
    )
    expect(verdictsOf(outcome)).toEqual({ rows: 3, created: 1, updated: 0, unchanged: 0, rejected: 2 })
    expect(reasons()).toEqual([
      { row_number: 2, reason: 'order-values-differ', column_index: 11 },
      { row_number: 3, reason: 'order-values-differ', column_index: 11 },
    ])
    expect(archive.rows('SELECT value FROM customer_identity')).toEqual([{ value: 'u2' }])
  })

  it('is lowered by a refund that a later file brings, and a wholly refunded order counts no more', () => {
    const file = (refund: number | null) => sheet(order('1', '2024-03-05', { 退款金额: refund }))
    const options = { mapping: { '12': 'orderRefunded' } } as const
    archive.import(file(null), options)
    expect(archive.import(file(30), options)).toMatchObject({ updated: 1, ordersUpdated: 1 })
    expect(orders('refunded_minor, net_minor, is_counted')).toEqual([
      { refunded_minor: 3000, net_minor: 7000, is_counted: 1 },
    ])
    archive.import(file(100), options)
    expect(orders('refunded_minor, net_minor, is_counted')).toEqual([
      { refunded_minor: 10000, net_minor: 0, is_counted: 0 },
    ])
    expect(archive.rows('SELECT refunded_on, is_date_known, refunded_minor FROM refund')).toEqual([
      { refunded_on: '2026-08-16', is_date_known: 0, refunded_minor: 3000 },
      { refunded_on: '2026-08-16', is_date_known: 0, refunded_minor: 7000 },
    ])
    expect(archive.rows('SELECT order_count, spend_minor, return_count FROM customer_total')).toEqual([
      { order_count: 0, spend_minor: 0, return_count: 1 },
    ])
    expect(archive.import(file(30), options).unchanged).toBe(1)
    expect(lines('net_minor, refunded_minor')).toEqual([{ net_minor: 0, refunded_minor: 10000 }])
  })

  it('of a document whose lines are all negative is a cancellation that lowers spend and counts as no order', () => {
    archive.import(
      sheet(
        order('1', '2024-03-05'),
        order('2', '2024-03-06', { 数量: -1 }),
        order('C3', '2024-03-07', { 单价: 5 }),
      ),
    )
    expect(orders('order_number, is_cancellation, is_counted, net_minor')).toEqual([
      { order_number: '1', is_cancellation: 0, is_counted: 1, net_minor: 10000 },
      { order_number: '2', is_cancellation: 1, is_counted: 0, net_minor: -10000 },
      { order_number: 'C3', is_cancellation: 0, is_counted: 1, net_minor: 500 },
    ])
    expect(archive.rows('SELECT order_count, spend_minor FROM customer_total')).toEqual([
      { order_count: 2, spend_minor: 500 },
    ])
  })

  it('that is unpaid or closed counts nowhere', () => {
    archive.import(
      sheet(
        order('1', '2024-03-05', { 订单状态: '等待买家付款' }),
        order('2', '2024-03-06', { 订单状态: '交易关闭' }),
      ),
    )
    expect(archive.rows('SELECT order_count, spend_minor FROM customer_total')).toEqual([
      { order_count: 0, spend_minor: 0 },
    ])
  })
})

describe('a row of an order file is rejected', () => {
  it('for a missing date, missing money, a damaged number and an error value, with the cell', () => {
    const outcome = archive.import(
      sheet(
        { ...order('1', '2024-03-05'), 下单时间: null },
        { ...order('2', '2024-03-05'), 单价: null },
        order(Number('202403051234567890') as never, '2024-03-05'),
        { ...order('4', '2024-03-05'), 下单时间: '不详' },
        { ...order('5', '2024-03-05'), 单价: { error: '#VALUE!' } },
        { 商品名称: '合计', 单价: 500 },
        order('7', '2024-03-05'),
      ),
    )
    expect(verdictsOf(outcome)).toEqual({ rows: 7, created: 1, updated: 0, unchanged: 0, rejected: 6 })
    expect(reasons()).toEqual([
      { row_number: 2, reason: 'date-missing', column_index: 2 },
      { row_number: 3, reason: 'money-missing', column_index: 11 },
      { row_number: 4, reason: 'number-damaged-by-excel', column_index: 0 },
      { row_number: 5, reason: 'date-unreadable', column_index: 2 },
      { row_number: 6, reason: 'error-cell', column_index: 9 },
      { row_number: 7, reason: 'sum-row', column_index: null },
    ])
  })

  it('when its line could be either of two known ones', () => {
    archive.import(sheet(order('1', '2024-03-05', { 数量: 1 }), order('1', '2024-03-05', { 数量: 3 })))
    const outcome = archive.import(sheet(order('1', '2024-03-05', { 数量: 2 })))
    expect(outcome.rejected).toBe(1)
    expect(reasons()).toEqual([{ row_number: 2, reason: 'line-ambiguous', column_index: null }])
  })
})

describe('the lines of a known order', () => {
  it('are found by their sub-order number whatever else changed', () => {
    const file = (quantity: number, ...later: Line[]) =>
      sheet(
        order('1', '2024-03-05', { 子订单编号: '1-1', 数量: quantity }),
        order('1', '2024-03-05', { 子订单编号: '1-2', 数量: 1 }),
        ...later,
      )
    archive.import(file(1))
    const later = order('2', '2024-03-06', { 订单状态: '交易关闭', 单价: 0 })
    expect(verdictsOf(archive.import(file(2, later)))).toEqual({
      rows: 3,
      created: 1,
      updated: 2,
      unchanged: 0,
      rejected: 0,
    })
    expect(lines('sub_order_number, quantity, net_minor')).toEqual([
      { sub_order_number: '1-1', quantity: 2, net_minor: 20000 },
      { sub_order_number: '1-2', quantity: 1, net_minor: 10000 },
      { sub_order_number: null, quantity: 1, net_minor: 0 },
    ])
    expect(orders('paid_minor')).toEqual([{ paid_minor: 30000 }, { paid_minor: 0 }])
  })

  it('stay when a later file lacks them, and new ones are added', () => {
    archive.import(
      sheet(order('1', '2024-03-05', { 商品名称: '甲' }), order('1', '2024-03-05', { 商品名称: '乙' })),
    )
    const outcome = archive.import(sheet(order('1', '2024-03-05', { 商品名称: '丙' })))
    expect(outcome).toMatchObject({ created: 1, linesCreated: 1, ordersCreated: 0, ordersUpdated: 1 })
    expect(lines('line_number, title')).toEqual([
      { line_number: 1, title: '甲' },
      { line_number: 2, title: '乙' },
      { line_number: 3, title: '丙' },
    ])
    expect(orders('paid_minor')).toEqual([{ paid_minor: 30000 }])
  })

  it('are not doubled when another export lists all items in one row', () => {
    archive.import(
      sheet(
        order('1', '2024-03-05', { 商品名称: '甲', 单价: 40 }),
        order('1', '2024-03-05', { 商品名称: '乙', 单价: 60 }),
      ),
    )
    const outcome = archive.import(
      sheet(order('1', '2024-03-05', { 商品名称: '甲，乙', 数量: 2, 单价: null, 实付金额: 100 })),
      {
        mapping: { '11': 'orderPaid' },
      },
    )
    expect(outcome.unchanged).toBe(1)
    expect(lines('title')).toEqual([{ title: '甲' }, { title: '乙' }])
  })
})

describe('the customers of orders', () => {
  it('take over newer facts of a new order, never older ones', () => {
    archive.import(
      sheet(order('2', '2024-03-09', { 收货人: '林样乙' }), order('1', '2024-03-05', { 收货人: '林样一' })),
    )
    expect(archive.rows('SELECT name, facts_on FROM customer')).toEqual([
      { name: '林样乙', facts_on: '2024-03-09' },
    ])
    archive.import(sheet(order('3', '2024-03-07', { 收货人: '林样丙' })))
    expect(archive.rows('SELECT name FROM customer')).toEqual([{ name: '林样乙' }])
    archive.import(sheet(order('4', '2024-03-12', { 收货人: '林样丁' })))
    expect(archive.rows('SELECT name FROM customer')).toEqual([{ name: '林样丁' }])
  })

  it('with masked numbers only are never joined', () => {
    const masked = (number: string, name: string) =>
      order(number, '2024-03-05', { 买家ID: null, 收货人: name, 手机: '138****1107' })
    const table = sheet(masked('1', '林样一'), masked('2', '陈样二'))
    expect(archive.import(table).customersCreated).toBe(2)
    expect(archive.import(table)).toMatchObject({ unchanged: 2, customersCreated: 0 })
  })

  it('are those of a customer file when buyer ID or phone say so', () => {
    archive.import([
      ['姓名', '手机'],
      ['林样一', '13800001107'],
    ])
    archive.import(sheet(order('1', '2024-03-05', { 手机: '13800001107' })), {
      platform: 'taobao',
      shop: '甲店',
    })
    archive.import(sheet(order('9', '2024-03-06', { 收货人: null })), { platform: 'taobao', shop: '甲店' })
    expect(orders('customer_id')).toEqual([{ customer_id: 1 }, { customer_id: 1 }])
    expect(
      archive.rows("SELECT kind, platform, shop, value FROM customer_identity WHERE kind = 'buyer-id'"),
    ).toEqual([{ kind: 'buyer-id', platform: 'taobao', shop: '甲店', value: 'u1' }])
  })

  it('in the bin keep their orders out until they are brought back', () => {
    archive.import(sheet(order('1', '2024-03-05')))
    archive.db.prepare("UPDATE customer SET deleted_at = '2026-08-15T00:00:00.000Z'").run()
    const next = sheet(order('2', '2024-03-06'))
    expect(archive.import(next).rejected).toBe(1)
    expect(archive.import(next, { restoreFromBin: true }).created).toBe(1)
    expect(archive.rows('SELECT deleted_at FROM customer')).toEqual([{ deleted_at: null }])
  })
})

describe('what has to be decided first', () => {
  it('is the shop of an order file', () => {
    expect(() => archive.commit(archive.stage(sheet(order('1', '2024-03-05'))))).toThrow(
      'import-mapping-incomplete',
    )
  })

  it('is a shop under which the order numbers are not known', () => {
    const table = sheet(order('1', '2024-03-05'))
    archive.import(table, { shop: '甲店' })
    expect(() => archive.import(table, { shop: '乙店' })).toThrow('shop-differs')
    expect(archive.import(table, { shop: '乙店', isShopConfirmed: true }).created).toBe(1)
  })

  it('is what happens to orders that an opening balance covers', () => {
    const sums = [
      ['会员ID', '姓名', '累计消费', '消费次数', '最近购买'],
      ['u1', '林样一', 500, 3, '2024-03-05'],
    ]
    archive.import(sums)
    const table = sheet(order('1', '2024-03-05'), order('2', '2024-03-06'))
    expect(() => archive.import(table)).toThrow('balance-overlaps')
    expect(archive.rows('SELECT * FROM sales_order')).toEqual([])
    const skipped = archive.import(table, { balance: 'skip' })
    expect(verdictsOf(skipped)).toEqual({ rows: 2, created: 1, updated: 0, unchanged: 0, rejected: 1 })
    expect(reasons()).toEqual([{ row_number: 2, reason: 'covered-by-balance', column_index: null }])
    expect(archive.import(table, { balance: 'replace' })).toMatchObject({ created: 1, unchanged: 1 })
    expect(archive.rows('SELECT order_count, spend_minor FROM customer_total')).toEqual([
      { order_count: 2, spend_minor: 20000 },
    ])
  })

  it('is nothing in a dry run, which counts and writes nothing', () => {
    const stagingId = archive.stage(sheet(order('1', '2024-03-05')))
    const before = archive.dump()
    const dry = archive.commit(stagingId, { shop: '' }, { isDryRun: true })
    expect(dry.importBatchId).toBeNull()
    expect(archive.dump()).toEqual(before)
    const { elapsedMs: _dry, importBatchId: _none, ...expected } = dry
    const { elapsedMs: _wet, importBatchId: _id, ...counts } = archive.commit(stagingId, { shop: '' })
    expect(counts).toEqual(expected)
  })

  it('is cancelled at any moment without a trace', () => {
    const stagingId = archive.stage(
      sheet(...Array.from({ length: 3000 }, (_, index) => order(String(index), '2024-03-05'))),
    )
    for (const allowed of [0, 1, 3, 6, 9, 12]) {
      let asked = 0
      expect(() =>
        archive.commit(stagingId, { shop: '' }, { isCancelled: () => asked++ >= allowed }),
      ).toThrow('cancelled')
      expect(archive.rows('SELECT count(*) AS count FROM sales_order')).toEqual([{ count: 0 }])
      expect(archive.rows('SELECT count(*) AS count FROM import_batch')).toEqual([{ count: 0 }])
    }
    expect(archive.commit(stagingId, { shop: '' }).created).toBe(3000)
  })
})

describe('a column of attributes of items', () => {
  const attributed = (attributes: string) => [
    [...header, '商品属性'],
    [...line(order('1', '2024-03-05', { 子订单编号: '1-1' })), attributes],
  ]
  const find = (text: string) => searchCustomers(archive.db, text, 10).total

  it('is kept as it was written and split by its names into what the item is like, for the trade of the shop', () => {
    saveArchiveSettings(archive.db, { trade: 'home' })
    const imported = archive.import(attributed('颜色分类:藏青;尺码:M;套餐:一'))
    const details = '{"trade":"home","values":{"colour":"藏青","size":"M"}}'
    expect(lines('attributes, details')).toEqual([{ attributes: '颜色分类:藏青;尺码:M;套餐:一', details }])
    expect(find('藏青')).toBe(1)
    expect(archive.import(attributed('颜色分类:墨绿'))).toMatchObject({ ordersUpdated: 0 })
    expect(lines('details')).toEqual([{ details }])
    const importBatchId = imported.importBatchId ?? 0
    const job = { isCancelled: () => false, progress: () => undefined }
    undoImport(archive.db, { importBatchId, edited: null }, { actor: 'tester', now: archive.now }, job)
    expect([lines('details'), find('藏青')]).toEqual([[], 0])
  })

  it('says nothing of the item where no name in it is known', () => {
    archive.import(attributed('白色 M'))
    expect(lines('attributes, details')).toEqual([{ attributes: '白色 M', details: null }])
  })
})

describe('a column of where goods went', () => {
  const flowing = (day: string, flow: string | null, status = '交易成功') => [
    [...header, '市场流向'],
    [...line(order('1', '2024-03-05', { 子订单编号: '1-1', 订单状态: status })), flow],
    [...line(order('2', day, { 子订单编号: '2-1' })), null],
  ]
  const flows = () => orders('flow_note').map(row => row.flow_note)
  const find = (text: string) => searchCustomers(archive.db, text, 10).total

  it('is noted with its order, found, told in the history of the customer when a later file changes it, and taken back', () => {
    archive.import(flowing('2024-03-06', '送给样例县的亲戚', '已发货'))
    expect([flows(), find('样例县')]).toEqual([['送给样例县的亲戚', null], 1])
    while (indexQueuedCustomers(archive.db, 100) > 0);
    const later = archive.import(flowing('2024-04-06', '转卖到示范市'))
    expect([flows(), find('示范市'), find('样例县')]).toEqual([['转卖到示范市', null], 1, 0])
    const [entry] = getEditHistory(archive.db, 1, 10).entries
    expect(entry).toMatchObject({ kind: 'import', importBatchId: later.importBatchId })
    expect(entry?.lines).toMatchObject([
      { subject: { of: 'flowNote', order: '1' }, before: '送给样例县的亲戚', after: '转卖到示范市' },
    ])
    const job = { isCancelled: () => false, progress: () => undefined }
    const importBatchId = later.importBatchId ?? 0
    undoImport(archive.db, { importBatchId, edited: null }, { actor: 'tester', now: archive.now }, job)
    expect(flows()).toEqual(['送给样例县的亲戚', null])
  })

  it('takes nothing away where a later file says nothing', () => {
    archive.import(flowing('2024-03-06', '自用'))
    archive.import(flowing('2024-04-06', null))
    expect(flows()).toEqual(['自用', null])
  })
})
