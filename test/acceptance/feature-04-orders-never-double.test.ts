import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportOutcome } from '#shared/contract/imports.contract.ts'
import { sized } from '#test/helpers/acceptance-size.ts'
import { ImportArchive, verdictsOf } from '#test/helpers/import-archive.ts'
import { writeBytes } from '#test/helpers/workbook-builder.ts'

/** One order as the shop's platform exports it; a month later it may stand there with a refund. */
type ShopOrder = {
  readonly number: string
  readonly month: number
  readonly buyer: number
  readonly paid: number
  refunded: number
}

const perMonth = sized(20_000)
const buyerCount = sized(9_000)
const shop = { platform: 'taobao', shop: '样例小店' } as const
const archive = new ImportArchive()
afterAll(() => archive.close())

/** Numbers of 18 digits, all different; amounts in whole yuan so that sums can be made in any order. */
const shopOrders: ShopOrder[] = [1, 2, 3, 4].flatMap(month =>
  Array.from({ length: perMonth }, (_, index) => ({
    number: `2024${String(month).padStart(2, '0')}${String(100_000_000_000 + 7 * index)}`,
    month,
    buyer: (31 * index + 7 * month) % buyerCount,
    paid: 20 + ((17 * index + month) % 300),
    refunded: 0,
  })),
)

/** The seller's export of some months as it reads on the day it is made: UTF-8, one order a line. */
function exportMonths(months: readonly number[]): string {
  const headings = '订单编号,买家会员名,收货人姓名,联系手机,订单状态,订单创建时间,买家实际支付金额,退款金额'
  const lines = shopOrders
    .filter(order => months.includes(order.month))
    .map(({ number, month, buyer, paid, refunded }) =>
      [
        ...[number, `buyer_${buyer}`, `样例${buyer}`, `1380${String(buyer).padStart(7, '0')}`],
        refunded === paid ? '交易关闭' : '交易成功',
        `2024-${String(month).padStart(2, '0')}-15 10:00:00`,
        ...[paid.toFixed(2), refunded.toFixed(2)],
      ].join(','),
    )
  return writeBytes(`${headings}\r\n${lines.join('\r\n')}\r\n`, `orders-${months.join('-')}.csv`)
}

async function drop(file: string): Promise<ImportOutcome> {
  return archive.commit(await archive.stageFile(file), shop)
}

const count = (sql: string) => archive.rows<{ n: number }>(sql)[0]?.n
const totalsOf = (buyer: number) =>
  archive.rows(
    `SELECT order_count, spend_minor, return_count FROM customer_total JOIN customer_identity USING (customer_id)
     WHERE kind = 'buyer-id' AND value = 'buyer_${buyer}'`,
  )[0]
const ordersOf = (buyer: number, months: readonly number[]) =>
  shopOrders.filter(order => order.buyer === buyer && months.includes(order.month))

let firstFile = ''
let first: ImportOutcome
let refundedOrders: ShopOrder[] = []
beforeAll(async () => {
  firstFile = exportMonths([1, 2, 3])
  first = await drop(firstFile)
})

it('January to March enter once each', () => {
  const rows = 3 * perMonth
  expect(verdictsOf(first)).toEqual({ rows, created: rows, updated: 0, unchanged: 0, rejected: 0 })
  expect(count('SELECT count(*) AS n FROM sales_order')).toBe(rows)
})

it('February to April then bring April, and say how many were known and how many changed by refund', async () => {
  refundedOrders = shopOrders.filter((order, index) => order.month === 3 && index % 10 === 0)
  for (const [index, order] of refundedOrders.entries())
    order.refunded = index % 2 === 0 ? order.paid : Math.floor(order.paid / 2)
  const second = await drop(exportMonths([2, 3, 4]))
  expect(verdictsOf(second)).toEqual({
    rows: 3 * perMonth,
    created: perMonth,
    updated: refundedOrders.length,
    unchanged: 2 * perMonth - refundedOrders.length,
    rejected: 0,
  })
  expect(second).toMatchObject({ ordersCreated: perMonth, ordersUpdated: refundedOrders.length })
})

it('there are as many orders as order numbers', () => {
  const distinct = new Set(shopOrders.map(order => order.number)).size
  expect(count('SELECT count(*) AS n FROM sales_order')).toBe(distinct)
  expect(count('SELECT count(DISTINCT order_number) AS n FROM sales_order')).toBe(distinct)
})

it('a refunded order lowers its customer’s sum and raises the return count', () => {
  for (const refunded of refundedOrders.slice(0, 6)) {
    const orders = ordersOf(refunded.buyer, [1, 2, 3, 4])
    const whole = orders.filter(order => order.refunded === order.paid)
    expect(totalsOf(refunded.buyer)).toEqual({
      order_count: orders.length - whole.length,
      spend_minor: 100 * orders.reduce((sum, order) => sum + order.paid - order.refunded, 0),
      return_count: orders.filter(order => order.refunded > 0).length,
    })
  }
})

it('the revenue of all is what was paid less what was given back', () => {
  const net = shopOrders.reduce((sum, order) => sum + order.paid - order.refunded, 0)
  expect(count('SELECT sum(spend_minor) AS n FROM customer_total')).toBe(100 * net)
})

it('the older file dropped after the newer one changes nothing', async () => {
  const before = archive.dump()
  const again = await drop(firstFile)
  expect(verdictsOf(again)).toMatchObject({ created: 0, updated: 0, rejected: 0, unchanged: 3 * perMonth })
  expect(archive.dump()).toEqual(before)
})

it('the same numbers of another shop are asked about, and stand beside these once that is confirmed', async () => {
  const file = exportMonths([4])
  const other = { platform: 'taobao', shop: '样例二店' }
  const stagingId = await archive.stageFile(file)
  expect(() => archive.commit(stagingId, other)).toThrow('shop-differs')
  const outcome = archive.commit(stagingId, { ...other, isShopConfirmed: true })
  expect(outcome).toMatchObject({ ordersCreated: perMonth, rejected: 0 })
  expect(count('SELECT count(*) AS n FROM sales_order')).toBe(5 * perMonth)
})
