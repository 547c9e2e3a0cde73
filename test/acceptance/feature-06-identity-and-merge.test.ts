import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCustomer, getCustomerFile } from '#main/customers/customer.service.ts'
import { DuplicateFinder } from '#main/identities/duplicates/duplicate-finder.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { previewSplit, splitMerge } from '#main/identities/split.service.ts'
import { searchCustomers } from '#main/search/search.service.ts'
import { indexQueuedCustomers } from '#main/search/search-index.service.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import { sized } from '#test/helpers/acceptance-size.ts'
import { draftOf } from '#test/helpers/builders.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

const archive = new ImportArchive()
afterAll(() => archive.close())

const shop = { platform: 'taobao', shop: '样例小店', kind: 'orders' } as const
const header = [
  '订单编号',
  '下单时间',
  '订单状态',
  '买家ID',
  '昵称',
  '收货人',
  '手机',
  '收货地址',
  '实付金额',
]
const row = (number: number, buyer: string, nick: string, name: string, phone: string, address: string) => [
  ...[`2024${number}`, `2024-03-${String(number % 28 || 28).padStart(2, '0')} 10:00:00`, '交易成功'],
  ...[buyer, nick, name, phone, address, 100],
]

const march = [
  header,
  // 1. One phone, two names.
  row(1, 'u1', '小林', '林样一', '13800001107', '样例市东样板路 1 号'),
  row(2, 'u2', '阿样', '王示例', '13800001107', '示例市西样板路 2 号'),
  // 2. Two masked phones of different people.
  row(3, 'u3', '三三', '张样三', '138****1234', '样例市南样板路 3 号'),
  row(4, 'u4', '四四', '李样四', '138****1234', '样例市北样板路 4 号'),
  // 3. A platform ID that comes again with a new nick.
  row(5, 'u5', '旧昵称', '陈样五', '13900005555', '样例市中样板路 5 号'),
  // 4. Father and son at one address.
  row(6, 'u6', '老赵', '赵样父', '13700006666', '样例市新样板路 6 号 601 室'),
  row(7, 'u7', '小赵', '赵样子', '13700007777', '样例市新样板路 6 号 601 室'),
]
const april = [header, row(8, 'u5', '新昵称', '陈样五', '13900005555', '样例市中样板路 5 号')]

const finder = new DuplicateFinder(archive.db)
const find = () => finder.find({ isCancelled: () => false, progress: () => undefined })
const pairs = () => {
  const page = finder.page({ reason: null, importBatchId: null, start: 0, count: 200 })
  return (page?.pairs ?? []).map(({ survivor, other, reasons, confidence }) => ({
    names: [survivor.name, other.name].sort(),
    reasons: reasons.map(reason => reason.code),
    shown: reasons.map(reason => reason.value),
    confidence,
  }))
}
const idOf = (name: string) =>
  archive.rows<{ id: number }>(`SELECT customer_id AS id FROM customer WHERE name = '${name}'`)[0]?.id ?? 0
const ordersOf = (customerId: number) =>
  getCustomerFile(archive.db, customerId, 50).orders.map(order => order.orderNumber)
const operator = { actor: 'operator', now: '2026-11-22T08:00:00.000Z' }
const mergeIdOf = (customerId: number) =>
  archive.rows<{ id: number }>(
    `SELECT customer_merge_id AS id FROM customer_merge WHERE customer_id = ${customerId} AND split_change_set_id IS NULL`,
  )[0]?.id ?? 0

beforeAll(() => {
  archive.import(march, shop)
  archive.import(april, shop)
})

it('the same platform ID with a new nick is one customer whose nick was updated', () => {
  expect(archive.rows("SELECT value, nickname FROM customer_identity WHERE value = 'u5'")).toEqual([
    { value: 'u5', nickname: '新昵称' },
  ])
  expect(ordersOf(idOf('陈样五'))).toHaveLength(2)
})

it('one phone with two names is proposed, father and son are asked about, masked phones never', () => {
  find()
  expect(pairs()).toEqual([
    {
      names: ['林样一', '王示例'],
      reasons: ['phone'],
      shown: ['138****1107'],
      confidence: 'medium',
    },
    { names: ['赵样子', '赵样父'], reasons: ['address'], shown: ['样例市新样板****'], confidence: 'low' },
  ])
})

it('merged, ordered again and split, both files are back and the new order is where one says', () => {
  const [first, second] = [idOf('林样一'), idOf('王示例')]
  const secondNumber = getCustomerFile(archive.db, second, 0).archiveNumber
  const before = archive.dump()
  mergeCustomers(
    archive.db,
    { survivorId: first, otherIds: [second], sources: {}, importBatchId: null },
    operator,
  )
  find()
  expect(pairs().map(pair => pair.confidence)).toEqual(['low'])

  // Both buyer IDs lead to the one file now.
  archive.import([header, row(9, 'u2', '阿样', '王示例', '13800001107', '示例市西样板路 2 号')], shop)
  archive.import([header, row(10, 'u1', '小林', '林样一', '13800001107', '样例市东样板路 1 号')], shop)
  expect(ordersOf(first).sort()).toEqual(['20241', '202410', '20242', '20249'])

  indexQueuedCustomers(archive.db, 1000)
  const found = searchCustomers(archive.db, secondNumber, 5).hits
  expect(found.map(hit => [hit.customer.customerId, hit.matches[0]?.field])).toEqual([[first, 'mergedFile']])

  const asked = previewSplit(archive.db, mergeIdOf(second))
  expect(asked.later.map(part => [part.label, part.proposed, part.reason])).toEqual([
    ['20249', 'other', 'buyer-id'],
    ['202410', 'survivor', 'buyer-id'],
  ])
  const given = asked.later.find(part => part.label === '202410')
  splitMerge(
    archive.db,
    {
      mergeId: mergeIdOf(second),
      choices: { ...proposedSplit, parts: [{ kind: 'order', id: given?.id ?? 0, side: 'other' }] },
    },
    operator,
  )
  expect(ordersOf(first)).toEqual(['20241'])
  expect(ordersOf(second).sort()).toEqual(['202410', '20242', '20249'])
  const after = archive.dump()
  for (const table of ['contact_point', 'customer_identity', 'customer_tag'])
    expect(after[table]).toEqual(before[table])
  const cards = (dump: Record<string, unknown[]>) =>
    dump.customer?.map(card => ({ ...(card as object), updated_at: null, facts_on: null }))
  expect(cards(after)).toEqual(cards(before))
})

it('a large archive is searched as well: every planted pair, and nothing else', () => {
  const planted = sized(5_000)
  const strangers = sized(100_000)
  const members = [['会员编号', '姓名', '手机', '地址']]
  for (let index = 0; index < strangers; index++)
    members.push([
      ...[
        `S${index}`,
        `路人${index}`,
        `1510${String(index).padStart(7, '0')}`,
        `样例市远样板路 ${index} 号院`,
      ],
    ])
  archive.import(members, { kind: 'customers' })
  for (let index = 0; index < planted; index++)
    createCustomer(
      archive.db,
      draftOf({
        name: `路人${index}`,
        contactPoints: [{ kind: 'phone', value: `+86 1510${String(index).padStart(7, '0')}` }],
      }),
      operator,
    )
  find()
  const page = finder.page({ reason: 'phone-and-name', importBatchId: null, start: 0, count: 1 })
  expect(page?.total).toBe(planted)
  expect(page?.safeCount).toBe(planted)
  expect(finder.page({ reason: null, importBatchId: null, start: 0, count: 1 })?.total).toBe(2 + planted)
})
