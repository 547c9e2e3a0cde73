import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editCustomer } from '#main/customers/customer.service.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const header = ['档案编号', '客户姓名', '性别', '出生时期', '职业', '联系电话', '住址', '电子邮箱'] as const
const person = (name: string | null, phone: string | null, rest: Record<string, string> = {}) => {
  const values: Record<string, string | null> = { 客户姓名: name, 联系电话: phone, ...rest }
  return header.map(column => values[column] ?? null)
}
const names = () =>
  archive.rows<{ name: string }>('SELECT name FROM customer ORDER BY customer_id').map(row => row.name)

describe('a customer file', () => {
  it('fills the card, the contact points, the tags and the archive number', () => {
    const outcome = archive.import([
      [
        '姓名',
        '性别',
        '生日',
        '职业',
        '手机',
        '备用电话',
        '地址',
        '邮箱',
        '微信',
        '标签',
        '备注',
        '来源',
        '客户类型',
      ],
      [
        '林样一',
        '女',
        '88.3.9',
        '教师',
        '138 0000 1107',
        '0571-88886666',
        '样例市示例路 1 号',
        'lin@example.invalid',
        'lin-yang',
        '老客，母婴',
        '怕辣',
        '展会',
        null,
      ],
      ['示例贸易有限公司', null, null, null, '13900002208', null, null, null, null, null, null, null, '企业'],
    ])
    expect(verdictsOf(outcome)).toEqual({ rows: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 })
    expect(outcome.customersCreated).toBe(2)
    expect(
      archive.rows(
        'SELECT archive_number, kind, card_type, name, gender, birth_on, occupation, source, note FROM customer',
      ),
    ).toEqual([
      {
        archive_number: 'X-000001',
        kind: 'individual',
        card_type: 'active',
        name: '林样一',
        gender: 'female',
        birth_on: '1988-03-09',
        occupation: '教师',
        source: '展会',
        note: '怕辣',
      },
      {
        archive_number: 'Q-000001',
        kind: 'company',
        card_type: 'active',
        name: '示例贸易有限公司',
        gender: null,
        birth_on: null,
        occupation: null,
        source: null,
        note: null,
      },
    ])
    expect(
      archive.rows(
        'SELECT kind, position, value, match_key FROM contact_point WHERE customer_id = 1 ORDER BY contact_point_id',
      ),
    ).toEqual([
      { kind: 'phone', position: 0, value: '13800001107', match_key: '13800001107' },
      { kind: 'phone', position: 1, value: '0571-88886666', match_key: '057188886666' },
      { kind: 'address', position: 0, value: '样例市示例路 1 号', match_key: '样例市示例路1号' },
      { kind: 'email', position: 0, value: 'lin@example.invalid', match_key: 'lin@example.invalid' },
      { kind: 'wechat', position: 0, value: 'lin-yang', match_key: 'lin-yang' },
    ])
    expect(
      archive.rows('SELECT name FROM tag JOIN customer_tag USING (tag_id) WHERE customer_id = 1'),
    ).toEqual([{ name: '老客' }, { name: '母婴' }])
    expect(archive.rows('SELECT customer_id FROM customer_total ORDER BY 1')).toEqual([
      { customer_id: 1 },
      { customer_id: 2 },
    ])
    expect(archive.rows('SELECT customer_id FROM search_queue ORDER BY 1')).toEqual([
      { customer_id: 1 },
      { customer_id: 2 },
    ])
  })

  it('is found below title rows, and its sum row is rejected', () => {
    const outcome = archive.import([
      ['样例小店客户表'],
      ['制表：2024年3月5日'],
      ['姓名', '电话', '累计消费（元）'],
      ['林样一', '13800001107', '1,234.50'],
      ['合计', null, '1,234.50'],
    ])
    expect(verdictsOf(outcome)).toEqual({ rows: 2, created: 1, updated: 0, unchanged: 0, rejected: 1 })
    expect(archive.rows('SELECT row_number, verdict, reason FROM import_row')).toEqual([
      { row_number: 4, verdict: 'created', reason: null },
      { row_number: 5, verdict: 'rejected', reason: 'sum-row' },
    ])
  })

  it('imports a bad cell as blank and rejects a row only for its key or its money', () => {
    const outcome = archive.import([
      ['姓名', '手机', '生日', '会员ID', '累计消费'],
      ['林样一', '没有手机', '农历八月', 'a1', 10],
      ['林样二', '13800001107', null, Number('202403051234567890'), 10],
      ['林样三', '13800001108', null, 'a3', '约 500'],
      [null, null, '1988', null, null],
      [null, null, null, 'a5', null],
    ])
    expect(verdictsOf(outcome)).toEqual({ rows: 5, created: 2, updated: 0, unchanged: 0, rejected: 3 })
    expect(
      archive.rows("SELECT row_number, reason, column_index FROM import_row WHERE verdict = 'rejected'"),
    ).toEqual([
      { row_number: 3, reason: 'number-damaged-by-excel', column_index: 3 },
      { row_number: 4, reason: 'money-unreadable', column_index: 4 },
      { row_number: 5, reason: 'name-and-keys-missing', column_index: null },
    ])
    expect(names()).toEqual(['林样一', 'a5'])
  })

  it('imported twice changes nothing the second time', () => {
    const table = [
      header,
      person('林样一', '13800001107', { 住址: '样例路 1 号', 职业: '教师' }),
      person('林样二', null),
      person('林样二', null),
      person('林样三', '138****1107'),
    ]
    const first = archive.import(table)
    expect(verdictsOf(first)).toEqual({ rows: 4, created: 4, updated: 0, unchanged: 0, rejected: 0 })
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

  it('updates filled fields from a newer file, fills blank ones, and clears nothing', () => {
    archive.import([header, person('林样一', '13800001107', { 职业: '教师', 住址: '样例路 1 号' })])
    const outcome = archive.import([header, person('林样一', '13800001107', { 职业: '医生', 性别: '女' })])
    expect(verdictsOf(outcome)).toEqual({ rows: 1, created: 0, updated: 1, unchanged: 0, rejected: 0 })
    expect(outcome.customersUpdated).toBe(1)
    expect(archive.rows('SELECT occupation, gender FROM customer')).toEqual([
      { occupation: '医生', gender: 'female' },
    ])
    expect(archive.rows("SELECT value FROM contact_point WHERE kind = 'address'")).toEqual([
      { value: '样例路 1 号' },
    ])
    expect(
      archive.rows(
        "SELECT table_name, column_name, before, after FROM change WHERE column_name <> 'updated_at' ORDER BY change_id",
      ),
    ).toEqual([
      { table_name: 'customer', column_name: 'gender', before: null, after: 'female' },
      { table_name: 'customer', column_name: 'occupation', before: '教师', after: '医生' },
    ])
  })

  it('imported again after a newer one changes nothing', () => {
    const older = [header, person('林样一', '13800001107', { 职业: '教师' })]
    const newer = [header, person('林样一', '13800001107', { 职业: '医生' })]
    archive.import(older)
    archive.import(newer)
    expect(verdictsOf(archive.import(older))).toEqual({
      rows: 1,
      created: 0,
      updated: 0,
      unchanged: 1,
      rejected: 0,
    })
    expect(archive.rows('SELECT occupation FROM customer')).toEqual([{ occupation: '医生' }])
  })

  it('leaves what was corrected by hand when the same file comes again', () => {
    const table = [header, person('林样一', '13800001107', { 职业: '教师' })]
    archive.import(table)
    archive.db.prepare("UPDATE customer SET name = '林样乙', occupation = '律师'").run()
    expect(archive.import(table).unchanged).toBe(1)
    expect(archive.rows('SELECT name, occupation FROM customer')).toEqual([
      { name: '林样乙', occupation: '律师' },
    ])
  })

  it('fills a column that is mapped only the second time', () => {
    const table = [
      ['姓名', '电话', '行业'],
      ['林样一', '13800001107', '教师'],
    ]
    archive.import(table)
    const outcome = archive.import(table, { mapping: { '2': 'occupation' } })
    expect(outcome.updated).toBe(1)
    expect(archive.rows('SELECT occupation FROM customer')).toEqual([{ occupation: '教师' }])
  })
})

describe('who is who', () => {
  it('joins by phone when the name is equal, missing or fits a mask, and else opens a new file', () => {
    const outcome = archive.import([
      header,
      person('林样一', '13800001107'),
      person('林样一', '+86 138-0000-1107', { 职业: '教师' }),
      person(null, '13800001107', { 性别: '女' }),
      person('林*', '13800001107'),
      person('陈样二', '13800001107'),
    ])
    expect(verdictsOf(outcome)).toEqual({ rows: 5, created: 2, updated: 2, unchanged: 1, rejected: 0 })
    expect(names()).toEqual(['林样一', '陈样二'])
  })

  it('never joins on a masked or a virtual number', () => {
    const outcome = archive.import([
      header,
      person('林样一', '138****1107'),
      person('陈样二', '138****1107'),
      person('林样一', '138****1107', { 职业: '教师' }),
      person('王样三', '18400001107-8023'),
      person('王样三', '18400001107-8024', { 职业: '教师' }),
    ])
    expect(outcome.customersCreated).toBe(5)
  })

  it('lets a buyer ID decide: a new nick and a new name are updates', () => {
    const table = (nick: string, name: string) => [
      ['会员ID', '昵称', '姓名', '手机'],
      ['u1', nick, name, '13800001107'],
    ]
    archive.import(table('甲猫', '林样一'))
    const outcome = archive.import(table('乙猫', '林样乙'))
    expect(verdictsOf(outcome)).toEqual({ rows: 1, created: 0, updated: 1, unchanged: 0, rejected: 0 })
    expect(archive.rows("SELECT value, nickname FROM customer_identity WHERE kind = 'buyer-id'")).toEqual([
      { value: 'u1', nickname: '乙猫' },
    ])
    expect(names()).toEqual(['林样乙'])
  })

  it('keeps two buyer IDs of one shop apart although phone and name are the same', () => {
    const outcome = archive.import([
      ['会员ID', '姓名', '手机'],
      ['u1', '林样一', '13800001107'],
      ['u2', '林样一', '13800001107'],
    ])
    expect(outcome.customersCreated).toBe(2)
  })

  it('knows a number of another archive within its source only', () => {
    const table = [header, person('林样一', null, { 档案编号: 'A-7' })]
    archive.import(table, { shop: '甲店' })
    expect(
      archive.import([header, person('林样一', null, { 档案编号: 'A-7', 性别: '女' })], { shop: '甲店' })
        .updated,
    ).toBe(1)
    expect(
      archive.import([header, person('林样一', null, { 档案编号: 'A-7', 职业: '教师' })], { shop: '乙店' })
        .created,
    ).toBe(1)
    expect(archive.rows('SELECT legacy_number FROM customer')).toEqual([
      { legacy_number: 'A-7' },
      { legacy_number: 'A-7' },
    ])
  })

  it('joins rows that only have a name when that is asked for', () => {
    const table = [
      ['姓名', '职业'],
      ['林样一', '教师'],
      ['林样一', '医生'],
    ]
    expect(archive.import(table, { matchNames: true }).customersCreated).toBe(1)
    expect(
      archive.import(
        [
          ['姓名', '性别'],
          ['林样一', '女'],
        ],
        { matchNames: true },
      ).updated,
    ).toBe(1)
    expect(
      archive.import([
        ['姓名', '性别'],
        ['林样一', '男'],
      ]).created,
    ).toBe(1)
  })

  it('proposes to bring back a customer who is in the bin', () => {
    const table = [header, person('林样一', '13800001107')]
    archive.import(table)
    archive.db.prepare("UPDATE customer SET deleted_at = '2026-08-15T00:00:00.000Z'").run()
    const refused = archive.import(table)
    expect(refused.rejected).toBe(1)
    expect(archive.rows("SELECT reason FROM import_row WHERE verdict = 'rejected'")).toEqual([
      { reason: 'in-bin' },
    ])
    expect(archive.import(table, { restoreFromBin: true }).updated).toBe(1)
    expect(archive.rows('SELECT deleted_at FROM customer')).toEqual([{ deleted_at: null }])
  })
})

describe('what was typed by hand', () => {
  it('stays when documents of earlier days come, and gives way to later ones', () => {
    const ledger = (name: string, day: string) => [
      ['订单编号', '下单时间', '买家ID', '收货人', '实付金额'],
      [`甲${day}`, `${day} 10:00`, 'u1', name, 5],
    ]
    archive.import(ledger('样例甲', '2024-03-01'), { shop: '' })
    const seen = draftOf({ kind: 'individual', cardType: 'active', name: '样例甲' })
    editCustomer(archive.db, 1, { ...seen, name: '样例乙' }, seen, {
      actor: 'operator',
      now: '2024-04-10T01:00:00.000Z',
    })
    const name = () => archive.rows('SELECT name FROM customer')
    archive.import(ledger('样例丙', '2024-04-09'), { shop: '' })
    expect(name()).toEqual([{ name: '样例乙' }])
    archive.import(ledger('样例丁', '2024-04-11'), { shop: '' })
    expect(name()).toEqual([{ name: '样例丁' }])
  })
})

describe('the sums of an old archive', () => {
  const sums = (spend: number, count: number, last: string) => [
    ['会员ID', '姓名', '累计消费', '消费次数', '退货次数', '首次购买', '最近购买'],
    ['u1', '林样一', spend, count, 1, '2020-01-05', last],
  ]

  it('become the opening balance of their source and enter the totals', () => {
    archive.import(sums(1234.5, 7, '2024-03-05'))
    expect(
      archive.rows(
        'SELECT platform, shop, order_count, spend_minor, return_count, first_on, last_on, covers_until_on FROM opening_balance',
      ),
    ).toEqual([
      {
        platform: '',
        shop: '',
        order_count: 7,
        spend_minor: 123450,
        return_count: 1,
        first_on: '2020-01-05',
        last_on: '2024-03-05',
        covers_until_on: '2024-03-05',
      },
    ])
    expect(
      archive.rows('SELECT order_count, spend_minor, return_count, first_on, last_on FROM customer_total'),
    ).toEqual([
      { order_count: 7, spend_minor: 123450, return_count: 1, first_on: '2020-01-05', last_on: '2024-03-05' },
    ])
  })

  it('are replaced by newer ones and stay when older ones come', () => {
    archive.import(sums(1000, 7, '2024-03-05'))
    expect(archive.import(sums(1500, 9, '2024-06-05')).updated).toBe(1)
    expect(archive.import(sums(900, 6, '2024-01-05')).unchanged).toBe(1)
    expect(archive.rows('SELECT order_count, spend_minor, last_on FROM opening_balance')).toEqual([
      { order_count: 9, spend_minor: 150000, last_on: '2024-06-05' },
    ])
  })

  it('never come back for days of which orders took their place', () => {
    archive.import(sums(199, 2, '2024-03-05'))
    const orders = [
      ['订单编号', '下单时间', '买家ID', '收货人', '实付金额'],
      ['甲1', '2024-03-01 10:00', 'u1', '林样一', 120],
      ['甲2', '2024-03-05 10:00', 'u1', '林样一', 79],
    ]
    archive.import(orders, { shop: '', balance: 'replace' })
    const totals = () => archive.rows('SELECT order_count, spend_minor FROM customer_total')
    expect(totals()).toEqual([{ order_count: 2, spend_minor: 19900 }])
    expect(archive.import(sums(199, 2, '2024-03-05'))).toMatchObject({ unchanged: 1, cellIssues: [] })
    expect(archive.import(sums(260, 3, '2024-04-05'))).toMatchObject({
      unchanged: 1,
      cellIssues: [{ code: 'balance-covered-by-orders', count: 1 }],
    })
    expect(totals()).toEqual([{ order_count: 2, spend_minor: 19900 }])
  })

  it('do not grow over orders that came after them', () => {
    archive.import(sums(199, 2, '2024-03-05'))
    const order = [
      ['订单编号', '下单时间', '买家ID', '收货人', '实付金额'],
      ['甲3', '2024-03-20 10:00', 'u1', '林样一', 50],
    ]
    archive.import(order, { shop: '' })
    expect(archive.import(sums(249, 3, '2024-03-20')).unchanged).toBe(1)
    expect(archive.rows('SELECT order_count, spend_minor FROM customer_total')).toEqual([
      { order_count: 3, spend_minor: 24900 },
    ])
  })

  it('of one shop stand beside the orders of another', () => {
    const order = [
      ['订单编号', '下单时间', '会员ID', '收货人', '手机', '实付金额'],
      ['甲3', '2024-01-20 10:00', 'u1', '林样一', '13800000001', 50],
    ]
    archive.import(order, { platform: 'taobao', shop: '样例一店' })
    const table = sums(199, 2, '2024-03-05').map((row, index) => [
      ...row,
      index === 0 ? '手机' : '13800000001',
    ])
    expect(archive.import(table, { platform: 'taobao', shop: '样例二店' }).updated).toBe(1)
    expect(archive.rows('SELECT order_count, spend_minor FROM customer_total')).toEqual([
      { order_count: 3, spend_minor: 24900 },
    ])
  })

  it('are of another currency when most of them are marked so, and the file is refused', () => {
    const table = [
      ['姓名', '累计消费'],
      ['林样一', '$5'],
      ['林样二', 'US$7'],
    ]
    expect(() => archive.import(table)).toThrow('currency-differs')
    expect(archive.rows('SELECT * FROM customer')).toEqual([])
  })
})
