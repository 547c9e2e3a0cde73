import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { analyseBaskets } from '#main/analytics/basket.service.ts'
import { KeptColumns } from '#main/analytics/kept-columns.service.ts'
import { createCustomer, deleteCustomers } from '#main/customers/customer.service.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import { act, draftOf, insertOrder } from '#test/helpers/builders.ts'
import { openTestDatabase, type TestDatabase } from '#test/helpers/test-database.ts'

const day = (text: string) => CalendarDate.parse(text)
const request = {
  ...{ fromOn: null, asOf: day('2026-11-22'), by: 'order' as const, minimumCount: 2, minimumSupport: 0 },
  ...{ minimumConfidence: 0, minimumLift: 0, mostItems: 3 },
}
let archive: TestDatabase

type Order = {
  readonly customerId: number | null
  readonly products: readonly number[]
  readonly orderedOn?: string
  readonly status?: 'paid' | 'unpaid'
}
function order({ customerId, products, orderedOn = '2026-05-05', status = 'paid' }: Order): number {
  const orderId = insertOrder(archive.db, { customerId, orderedOn, netMinor: 100 * products.length, status })
  for (const [index, product] of products.entries())
    archive.db
      .prepare(
        `INSERT INTO order_line (sales_order_id, line_number, product_id, title, quantity, net_minor, refunded_minor)
         VALUES (?, ?, ?, '样例', 1, 100, 0)`,
      )
      .run(orderId, index + 1, product)
  return orderId
}

beforeAll(() => {
  archive = openTestDatabase()
  for (const name of ['纸尿裤', '湿巾', '奶瓶'])
    archive.db
      .prepare("INSERT INTO product (platform, shop, product_key, name) VALUES ('taobao', '', ?, ?)")
      .run(name, name)
  const [one, two, gone] = [1, 2, 3].map(
    n => createCustomer(archive.db, draftOf({ name: `样例${n}` }), act).customerId,
  )
  order({ customerId: one ?? 0, products: [1, 2] })
  order({ customerId: one ?? 0, products: [1, 2, 1] })
  order({ customerId: two ?? 0, products: [1] })
  order({ customerId: two ?? 0, products: [3], orderedOn: '2026-07-07' })
  order({ customerId: null, products: [1, 3] })
  // None of these is a basket: not paid, after the day, of a deleted customer, without lines.
  order({ customerId: two ?? 0, products: [1, 2], status: 'unpaid' })
  order({ customerId: two ?? 0, products: [1, 2], orderedOn: '2026-11-23' })
  order({ customerId: gone ?? 0, products: [1, 2] })
  order({ customerId: two ?? 0, products: [] })
  // Wholly returned: the order stays, the product was not bought.
  const returned = order({ customerId: two ?? 0, products: [2, 3] })
  archive.db
    .prepare(
      'UPDATE order_line SET net_minor = 0, refunded_minor = 100 WHERE sales_order_id = ? AND product_id = 2',
    )
    .run(returned)
  deleteCustomers(archive.db, [gone ?? 0], act)
})
afterAll(() => archive.close())

const words = (asked: Parameters<typeof analyseBaskets>[2]) =>
  analyseBaskets(archive.readable, new KeptColumns(archive.readable), asked).rules.map(
    ({ left, right, count, leftCount }) =>
      `${left.map(({ name }) => name).join('+')}→${right.name} ${count}/${leftCount}`,
  )

describe('what an archive bought together', () => {
  test('D12: by order: paid and not returned until the day; sales without a customer too', () => {
    const { basketCount, productCount } = analyseBaskets(
      archive.readable,
      new KeptColumns(archive.readable),
      request,
    )
    // Orders with nappies: 4, of which 2 with wipes.
    expect([basketCount, productCount]).toEqual([6, 3])
    expect(words(request)).toEqual(['湿巾→纸尿裤 2/2', '纸尿裤→湿巾 2/4'])
  })

  test('D12: by customer: all that each bought counts as one basket', () => {
    const { basketCount } = analyseBaskets(archive.readable, new KeptColumns(archive.readable), {
      ...request,
      by: 'customer',
    })
    expect(basketCount).toBe(2)
    expect(words({ ...request, by: 'customer', minimumCount: 1 })).toEqual([
      '湿巾→纸尿裤 1/1',
      '纸尿裤→湿巾 1/2',
      '奶瓶→纸尿裤 1/1',
      '纸尿裤→奶瓶 1/2',
    ])
  })

  test('D12: a pair that fewer bought than the least number is hidden; days before the first do not count', () => {
    expect(words({ ...request, minimumCount: 3 })).toEqual([])
    expect(
      analyseBaskets(archive.readable, new KeptColumns(archive.readable), {
        ...request,
        fromOn: day('2026-06-01'),
      }).basketCount,
    ).toBe(1)
  })

  test('D12: what came back later was bought on that day, and no more on the day it came back', () => {
    const orderId = order({ customerId: null, products: [2, 3], orderedOn: '2026-09-09' })
    archive.db
      .prepare('UPDATE order_line SET net_minor = 0, refunded_minor = 100 WHERE sales_order_id = ?')
      .run(orderId)
    archive.db
      .prepare('UPDATE sales_order SET is_counted = 0, net_minor = 0 WHERE sales_order_id = ?')
      .run(orderId)
    archive.db
      .prepare(
        "INSERT INTO refund (sales_order_id, refunded_on, is_date_known, refunded_minor) VALUES (?, '2026-10-10', 1, 200)",
      )
      .run(orderId)
    const bought = (asOf: string) =>
      analyseBaskets(archive.readable, new KeptColumns(archive.readable), {
        ...request,
        fromOn: day('2026-09-01'),
        asOf: day(asOf),
      }).basketCount
    expect([bought('2026-10-09'), bought('2026-10-10')]).toEqual([1, 0])
  })
})
