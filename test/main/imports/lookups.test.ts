import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareLookups } from '#main/imports/lookups.queries.ts'
import type { AskedCustomer, Lookups } from '#main/imports/plan/lookups.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { ImportArchive } from '#test/helpers/import-archive.ts'

let archive: ImportArchive
beforeEach(() => {
  archive = new ImportArchive()
  archive.import([
    ['档案编号', '姓名', '手机', '邮箱', '标签', '累计消费', '最近购买日期'],
    ['L1', '林样一', '13800001107', 'lin@example.invalid', '老客、母婴', '120.50', '2024-03-05'],
    ['L2', '林样二', '13800001107', null, null, null, null],
    ['L3', '林样三', '13900002208', null, '老客', null, null],
    ['L4', '林样四', null, null, null, null, null],
  ])
  archive.import(
    [
      ['订单编号', '买家会员名', '下单时间', '实付金额', '宝贝标题', '数量'],
      ['2401', 'buyer-one', '2024-03-05 10:00:00', '20', '样例茶叶', '1'],
      ['2401', 'buyer-one', '2024-03-05 10:00:00', '20', '样例茶杯', '2'],
      ['2402', 'buyer-two', '2024-03-06 10:00:00', '30', '样例茶叶', '3'],
    ],
    { shop: '示例店' },
  )
  archive.db.prepare("UPDATE customer SET merged_into_id = 1 WHERE name = '林样三'").run()
})
afterEach(() => archive.close())

const fresh = () => prepareLookups(archive.db, nameSortKey)
const asked = (rest: Partial<AskedCustomer>): AskedCustomer => ({
  ...{ platform: '', shop: '', buyerId: null, legacyNumber: null, rowKey: null, phoneKeys: [] },
  ...{ customerId: null, ...rest },
})

/** All that a plan can ask about some customers, in order. */
function answers(lookups: Lookups, customers: readonly AskedCustomer[]) {
  return customers.map(({ platform, shop, buyerId, legacyNumber, rowKey, phoneKeys, customerId }) => {
    const found = [
      buyerId === null ? null : lookups.findIdentity('buyer-id', platform, shop, buyerId),
      legacyNumber === null ? null : lookups.findIdentity('legacy-number', platform, shop, legacyNumber),
      rowKey === null ? null : lookups.findIdentity('row-hash', platform, shop, rowKey),
    ]
    const owners = phoneKeys.map(key => lookups.listPhoneOwners(key))
    const ids = [...found.map(identity => identity?.customerId ?? null), ...owners.flat(), customerId]
    const known = ids.flatMap(id => (id === null ? [] : [lookups.getCustomer(id)]))
    return {
      found,
      owners,
      known: known.map(one => ({
        ...one,
        contacts: lookups.listContacts(one.customerId),
        tags: [...lookups.listTags(one.customerId)].toSorted(),
        balances: lookups.listBalances(one.customerId),
      })),
    }
  })
}

describe('asking the archive about many rows at once', () => {
  it('gives the answers that asking for each gives', () => {
    const rowKeys = archive.rows<{ value: string; platform: string; shop: string }>(
      "SELECT value, platform, shop FROM customer_identity WHERE kind = 'row-hash' ORDER BY value",
    )
    const [platform, shop] = [rowKeys[0]?.platform ?? '', rowKeys[0]?.shop ?? '']
    const customers = [
      asked({ platform, shop, legacyNumber: 'L1', phoneKeys: ['13800001107'] }),
      asked({ platform, shop, legacyNumber: 'L9', phoneKeys: ['13800001107', '13700003309'] }),
      asked({ platform, shop, phoneKeys: ['13900002208'] }),
      asked({ platform: 'taobao', shop: '示例店', buyerId: 'buyer-one' }),
      asked({ platform, shop, legacyNumber: 'L\u00001', buyerId: '"\\\n' }),
      asked({ customerId: 4 }),
      asked({ customerId: 3 }),
      ...rowKeys.map(({ value }) => asked({ platform, shop, rowKey: value })),
    ]
    const together = fresh()
    together.expectCustomers(customers)
    const expected = answers(fresh(), customers)
    expect(answers(together, customers)).toEqual(expected)
    expect(rowKeys.length).toBeGreaterThan(3)
    expect(expected[1]?.owners).toEqual([[1, 2], []])
    expect(expected[2]?.known.map(one => one.customerId)).toEqual([1])
  })

  it('answers what was not announced, and what was announced before, all the same', () => {
    const lookups = fresh()
    lookups.expectCustomers([asked({ customerId: 1 })])
    lookups.expectCustomers([asked({ customerId: 2 })])
    const customers = [asked({ customerId: 1 }), asked({ customerId: 2 }), asked({ customerId: 4 })]
    expect(answers(lookups, customers)).toEqual(answers(fresh(), customers))
  })

  it('gives orders and their lines as asking for each does', () => {
    const [order] = archive.rows<{ platform: string; shop: string }>('SELECT platform, shop FROM sales_order')
    const { platform = '', shop = '' } = order ?? {}
    const keys = ['n:2401', 'n:2402', 'n:2499']
    const together = fresh()
    together.expectOrders(keys.map(orderKey => ({ platform, shop, orderKey })))
    together.expectLines([1, 2])
    const all = (lookups: Lookups) => ({
      orders: keys.map(key => lookups.findOrder(platform, shop, key)),
      elsewhere: lookups.findOrder(platform, '另一示例店', 'n:2401'),
      lines: [1, 2].map(orderId => lookups.listLines(orderId)),
    })
    expect(all(together)).toEqual(all(fresh()))
    expect(all(together).lines.map(lines => lines.length)).toEqual([2, 1])
    expect(all(together).orders.map(found => found?.orderId)).toEqual([1, 2, undefined])
  })
})
