import type { ReadableDb } from '#main/database/db.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { lineCountedOn, orderCountedOn } from './counted-orders.queries.ts'

/**
 * One line of an order, or an order without lines: `isLine` 0 and the rest null. Units: minor units; 10^-6 major units; pieces. The
 * order's money is as of the day: what came back later was paid then.
 */
export type PortraitLine = readonly [
  orderId: number,
  customerId: number | null,
  orderedOn: CalendarDate,
  hour: string,
  platform: string,
  shop: string,
  netMinor: number,
  refundedMinor: number,
  isLine: number,
  productId: number | null,
  category: string | null,
  brand: string | null,
  quantity: number | null,
  listedMicro: number | null,
  grossMinor: number | null,
]

const refundedLater = `iif(sales_order.refunded_minor = 0, 0, (SELECT coalesce(sum(refund.refunded_minor), 0) FROM refund
    WHERE refund.sales_order_id = sales_order.sales_order_id AND refunded_on > ?))`

/** The lines of orders that counted on a day, the oldest day first. Public for the query-plan test. */
export const portraitLinesSql = {
  customer: linesSql('sales_order.customer_id = ? AND ordered_on BETWEEN ? AND ?'),
  all: linesSql('ordered_on BETWEEN ? AND ?'),
}

function linesSql(condition: string): string {
  return `SELECT sales_order.sales_order_id, sales_order.customer_id, ordered_on, substr(ordered_at_local, 12, 2),
  sales_order.platform, sales_order.shop, sales_order.net_minor + ${refundedLater},
  sales_order.refunded_minor - ${refundedLater}, order_line_id IS NOT NULL, product_id, nullif(product.category, ''),
  json_extract(details, '$.values.brand'), quantity, unit_price_micro, order_line.net_minor + order_line.refunded_minor
FROM sales_order LEFT JOIN customer ON customer.customer_id = sales_order.customer_id
LEFT JOIN order_line ON order_line.sales_order_id = sales_order.sales_order_id AND ${lineCountedOn}
LEFT JOIN product USING (product_id)
WHERE ${condition} AND ${orderCountedOn}
ORDER BY ordered_on`
}

type Days = { readonly fromOn: CalendarDate | null; readonly asOf: CalendarDate }

/** Walks through the lines of orders that counted on a day, of one customer or (null) of all. */
export function iteratePortraitLines(
  db: ReadableDb,
  customerId: number | null,
  { fromOn, asOf }: Days,
): Iterable<PortraitLine> {
  const days = [fromOn ?? '0001-01-01', asOf] as const
  const sql = customerId === null ? portraitLinesSql.all : portraitLinesSql.customer
  const owner = customerId === null ? [] : [customerId]
  return db.prepareReadArrays<PortraitLine>(sql).iterate(asOf, asOf, asOf, ...owner, ...days, asOf)
}

/** What was paid for products, line by line, in orders that counted on a day; public for the query-plan test. */
export const pricesOfProductsSql = `SELECT product_id, quantity, unit_price_micro, order_line.net_minor + order_line.refunded_minor
FROM json_each(?) AS wanted CROSS JOIN order_line ON product_id = wanted.value
CROSS JOIN sales_order USING (sales_order_id) LEFT JOIN customer ON customer.customer_id = sales_order.customer_id
WHERE ordered_on BETWEEN ? AND ? AND ${orderCountedOn} AND ${lineCountedOn}`

/** One line of a product. Units: pieces, 10^-6 major units, minor units before refunds. */
export type ProductPrice = readonly [
  productId: number,
  quantity: number,
  listedMicro: number | null,
  paidMinor: number,
]

/** Reads what was paid for some products by everybody. */
export function iteratePricesOfProducts(
  db: ReadableDb,
  productIds: readonly number[],
  { fromOn, asOf }: Days,
): Iterable<ProductPrice> {
  const statement = db.prepareReadArrays<ProductPrice>(pricesOfProductsSql)
  return statement.iterate(JSON.stringify(productIds), fromOn ?? '0001-01-01', asOf, asOf, asOf)
}

/** Documents of a customer that take sales back; public for the query-plan test. */
export const cancellationsSql = `SELECT sales_order_id, ordered_on, net_minor FROM sales_order
WHERE customer_id = ? AND ordered_on BETWEEN ? AND ? AND status IN ('paid', 'shipped', 'completed')
  AND is_cancellation = 1 AND deleted_at IS NULL ORDER BY ordered_on`

/** Lists a customer's documents that take sales back, the oldest first. */
export function listCancellations(db: ReadableDb, customerId: number, { fromOn, asOf }: Days) {
  return db
    .prepareReadArrays<readonly [orderId: number, orderedOn: CalendarDate, netMinor: number]>(
      cancellationsSql,
    )
    .all(customerId, fromOn ?? '0001-01-01', asOf)
}

/** Orders by their keys, with their buyers; public for the query-plan test. */
export const ordersByIdSql = `SELECT sales_order_id, sales_order.customer_id, customer.name AS customer_name, order_number,
  ordered_at_local, platform, shop, net_minor,
  (SELECT json_group_array(title) FROM order_line WHERE order_line.sales_order_id = sales_order.sales_order_id) AS titles
FROM json_each(?) AS wanted CROSS JOIN sales_order ON sales_order_id = wanted.value
LEFT JOIN customer ON customer.customer_id = sales_order.customer_id
WHERE sales_order.deleted_at IS NULL AND customer.deleted_at IS NULL ORDER BY wanted.key`

type StoredOrder = {
  readonly sales_order_id: number
  readonly customer_id: number | null
  readonly customer_name: string | null
  readonly order_number: string | null
  readonly ordered_at_local: string
  readonly platform: string
  readonly shop: string
  readonly net_minor: number
  readonly titles: string
}

/** Lists orders in the order of their keys; those in the bin are missing. */
export function listOrdersById(db: ReadableDb, orderIds: readonly number[]): StoredOrder[] {
  return db.prepareRead<StoredOrder>(ordersByIdSql).all(JSON.stringify(orderIds))
}
