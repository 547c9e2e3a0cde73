import { afterEach, beforeEach, expect, it } from 'vitest'
import { undoChangeSet } from '#main/changes/undo.service.ts'
import { getCustomerFile } from '#main/customers/customer.service.ts'
import { filesOfCustomer } from '#main/identities/compared-file.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { splitIdentity } from '#main/identities/split-identity.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const act = { actor: 'operator', now: '2026-11-22T08:00:00.000Z' }
const shop = { platform: 'taobao', shop: '一店', kind: 'orders' } as const
const heading = ['订单编号', '下单时间', '买家ID', '昵称', '收货人', '手机', '实付金额']
const order = (number: string, buyer: string | null, nick: string | null, paid: number) => [
  ...[number, '2026-03-01 10:00', buyer, nick, '林样一', '13800001107', paid],
]

/** One customer with buyer IDs u1 and u2 of one shop, as a merge leaves it. */
function twoBuyers(): void {
  archive.import([heading, order('甲1', 'u1', '小林', 100), order('甲2', 'u1', '小林', 50)], shop)
  archive.import([heading, order('乙1', 'u2', '阿样', 70)], shop)
  mergeCustomers(archive.db, { survivorId: 1, otherIds: [2], sources: {}, importBatchId: null }, act)
}

const identityId = (value: string, customerId = 1) =>
  filesOfCustomer(archive.db, customerId).identities.find(one => one.value === value)?.identityId ?? 0
const split = (value: string, name: string | null = null) =>
  splitIdentity(archive.db, { identityId: identityId(value), name }, act)
const fileOf = (customerId: number) => getCustomerFile(archive.db, customerId, 50)
const ordersOf = (customerId: number) =>
  fileOf(customerId)
    .orders.map(one => one.orderNumber)
    .sort()
const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
  return 'nothing was thrown'
}

it('a buyer ID goes into a new file with the orders whose file had it; the sums of both follow', () => {
  twoBuyers()
  const done = split('u2')
  expect(done).toMatchObject({ customerId: 3, orderCount: 1 })
  expect([ordersOf(1), ordersOf(3)]).toEqual([['甲1', '甲2'], ['乙1']])
  expect([fileOf(1), fileOf(3)].map(({ total }) => [total.orderCount, total.spendMinor])).toEqual([
    [2, 15_000],
    [1, 7_000],
  ])
  expect(filesOfCustomer(archive.db, 3).identities.map(one => one.value)).toEqual(['u2'])
  expect(done.archiveNumber).toBe(fileOf(3).archiveNumber)
})

it('contact points and tags stay with the old file', () => {
  twoBuyers()
  split('u2')
  expect(fileOf(1).contactPoints.map(point => point.value)).toEqual(['13800001107'])
  expect(fileOf(3).contactPoints).toEqual([])
})

it('the new file is named as asked, else by the nickname, else like the old one', () => {
  twoBuyers()
  expect(fileOf(split('u2', '样例乙').customerId).name).toBe('样例乙')
  expect(fileOf(split('u1').customerId).name).toBe('小林')
  archive.import([heading, order('丙1', 'u3', null, 30)], { ...shop, shop: '二店' })
  const [buyer] = archive.rows<{ id: number; customer_id: number }>(
    "SELECT customer_identity_id AS id, customer_id FROM customer_identity WHERE value = 'u3'",
  )
  const { name } = fileOf(buyer?.customer_id ?? 0)
  expect(
    fileOf(splitIdentity(archive.db, { identityId: buyer?.id ?? 0, name: null }, act).customerId).name,
  ).toBe(name)
})

it('orders of which no file tells the buyer go along with the only buyer ID of their shop, and stay with several', () => {
  const plain = ['订单编号', '下单时间', '收货人', '手机', '实付金额']
  const nameless = (number: string) => [plain, [number, '2026-04-01 10:00', '林样一', '13800001107', 20]]
  archive.import([heading, order('甲1', 'u1', null, 100)], shop)
  archive.import(nameless('甲3'), shop)
  archive.import(nameless('丁1'), { ...shop, shop: '二店' })
  expect(ordersOf(1)).toEqual(['丁1', '甲1', '甲3'])
  const { customerId } = split('u1')
  expect([ordersOf(1), ordersOf(customerId)]).toEqual([['丁1'], ['甲1', '甲3']])
})

it('is taken back as one act: the new file is gone, orders and buyer ID are where they were', () => {
  twoBuyers()
  const before = archive.dump()
  const { changeSetId } = split('u2')
  undoChangeSet(archive.db, { changeSetId, edited: 'revert', actor: 'operator', madeAt: act.now })
  expect(archive.dump()).toEqual(before)
})

it('refuses what is no buyer ID, and what is not there', () => {
  archive.import([
    ['档案编号', '姓名', '手机'],
    ['旧-7', '林样一', '13800001107'],
  ])
  expect(codeOf(() => split('旧-7'))).toBe('invalid-request')
  expect(codeOf(() => split('没有'))).toBe('not-found')
})
