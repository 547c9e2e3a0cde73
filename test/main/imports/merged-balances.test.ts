import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getCustomerFile } from '#main/customers/customer.service.ts'
import { mergeCustomers } from '#main/identities/merge.service.ts'
import { splitMerge } from '#main/identities/split.service.ts'
import { proposedSplit } from '#shared/domain/customer-merge.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

/*
 * Two files of one old archive, each with its sums, become one customer: the balances stay two (DECISIONS 45), and whatever
 * comes again of that archive goes to the one it belongs to.
 */
let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
})
afterEach(() => archive.close())

const heading = ['会员ID', '姓名', '手机', '累计消费', '消费次数', '最近购买']
const row = (buyer: string | null, phone: string, spend: number, count: number, last: string) => [
  ...[buyer, '林样一', phone, spend, count, last],
]
const one = row('u1', '13800001107', 100, 1, '2024-03-05')
const other = row('u2', '13900002208', 200, 2, '2024-03-06')

const act = { actor: 'operator', now: '2026-11-22T08:00:00.000Z' }
const merge = () =>
  mergeCustomers(archive.db, { survivorId: 1, otherIds: [2], sources: {}, importBatchId: null }, act)
const balances = () =>
  archive
    .rows<{ spend_minor: number; order_count: number }>(
      'SELECT spend_minor, order_count FROM opening_balance ORDER BY opening_balance_id',
    )
    .map(({ spend_minor, order_count }) => [spend_minor / 100, order_count])
const spent = () => getCustomerFile(archive.db, 1, 0).total.spendMinor / 100

describe('sums of two files that were merged', () => {
  beforeEach(() => {
    archive.import([heading, one, other])
    merge()
  })

  it('are both there, in the order in which they came, and are added once', () => {
    const file = getCustomerFile(archive.db, 1, 0)
    expect(file.openingBalances.map(balance => balance.spendMinor)).toEqual([10_000, 20_000])
    expect(spent()).toBe(300)
  })

  it('do not change when the same rows come again, in whatever order and file', () => {
    expect(archive.import([heading, one, other]).unchanged).toBe(2)
    expect(
      archive.import([
        [...heading, '备注'],
        [...other, ''],
        [...one, ''],
      ]),
    ).toMatchObject({
      ...{ updated: 0, rejected: 0, cellIssues: [] },
    })
    expect(balances()).toEqual([
      [100, 1],
      [200, 2],
    ])
  })

  it('are each replaced by newer ones of their own buyer, whichever row comes first', () => {
    const newOne = row('u1', '13800001107', 150, 2, '2024-06-05')
    const newOther = row('u2', '13900002208', 260, 3, '2024-06-06')
    archive.import([heading, newOther, newOne])
    expect(balances()).toEqual([
      [150, 2],
      [260, 3],
    ])
    expect(spent()).toBe(410)
  })

  it('are told apart by a phone that only one of the files had', () => {
    const plain = ['姓名', '手机', '累计消费', '消费次数', '最近购买']
    archive.import([plain, ['林样一', '13900002208', 280, 4, '2024-07-01']])
    expect(balances()).toEqual([
      [100, 1],
      [280, 4],
    ])
  })

  it('both give way to the orders that take their place', () => {
    const orders = [
      ['订单编号', '下单时间', '买家ID', '收货人', '实付金额'],
      ['甲1', '2024-03-01 10:00', 'u2', '林样一', 120],
    ]
    archive.import(orders, { shop: '', balance: 'replace' })
    expect([balances().map(([spend]) => spend), spent()]).toEqual([[0, 0], 120])
  })

  it('go back to their files with a split, with what came meanwhile', () => {
    archive.import([heading, row('u2', '13900002208', 260, 3, '2024-06-06')])
    splitMerge(archive.db, { mergeId: 1, choices: proposedSplit }, act)
    expect([spent(), getCustomerFile(archive.db, 2, 0).total.spendMinor / 100]).toEqual([100, 260])
  })
})

describe('a row of which nothing tells to which of the merged files it belongs', () => {
  const plain = ['姓名', '手机', '累计消费', '消费次数', '最近购买']
  const sums = (spend: number, count: number, last: string) => ['林样一', '13800001107', spend, count, last]

  beforeEach(() => {
    // Both files had the one phone, so it tells nothing.
    archive.import([heading, one, row('u2', '13800001107', 200, 2, '2024-03-06')])
    expect(archive.rows('SELECT 1 FROM customer')).toHaveLength(2)
    merge()
  })

  it('changes no sums and says so, unless it says what one of them says', () => {
    expect(archive.import([plain, sums(999, 9, '2024-08-01')]).cellIssues).toEqual([
      { code: 'balance-of-merged', count: 1 },
    ])
    expect(archive.import([plain, sums(200, 2, '2024-03-06')]).cellIssues).toEqual([])
    expect(balances()).toEqual([
      [100, 1],
      [200, 2],
    ])
  })
})

it('sums that only the survivor had are not replaced by those of the file that was merged into it', () => {
  archive.import([heading, one])
  archive.import([heading.slice(0, 3), ['u2', '林样一', '13900002208']])
  merge()
  const outcome = archive.import([heading, other])
  expect(outcome.cellIssues).toEqual([{ code: 'balance-of-merged', count: 1 }])
  expect(balances()).toEqual([[100, 1]])
})
