import type { ReadableDb } from '#main/database/db.ts'
import type { CardType, CustomerKind, Gender } from '#shared/domain/customer.ts'
import type { OrderStatus } from '#shared/domain/sales-order.ts'

/** A customer's card and totals as they are exported. */
export type CardRow = {
  readonly customer_id: number
  readonly archive_number: string
  readonly kind: CustomerKind
  readonly card_type: CardType
  readonly name: string
  readonly gender: Gender | null
  readonly birth_on: string | null
  readonly id_number: string | null
  readonly occupation: string | null
  readonly source: string | null
  readonly note: string | null
  readonly legacy_number: string | null
  readonly contact_refused_on: string | null
  readonly created_at: string
  readonly updated_at: string
  readonly order_count: number | null
  readonly spend_minor: number | null
  readonly return_count: number | null
  readonly first_on: string | null
  readonly last_on: string | null
}

/** An order with its customer. */
export type OrderRow = {
  readonly sales_order_id: number
  readonly customer_id: number | null
  readonly platform: string
  readonly shop: string
  readonly order_key: string
  readonly order_number: string | null
  readonly ordered_at_local: string
  readonly status: OrderStatus
  readonly status_text: string | null
  readonly paid_minor: number
  readonly refunded_minor: number
  readonly receiver_name: string | null
  readonly receiver_phone: string | null
  readonly receiver_address: string | null
  readonly note: string | null
  readonly flow_note: string | null
  readonly customer_number: string | null
  readonly customer_name: string | null
  readonly is_refused: number
}

/** A line with its product. `refunded_on` is the day of its first refund. */
export type LineRow = {
  readonly sales_order_id: number
  readonly sub_order_number: string | null
  readonly title: string
  readonly attributes: string | null
  readonly quantity: number
  readonly unit_price_micro: number | null
  readonly net_minor: number
  readonly refunded_minor: number
  readonly external_id: string | null
  readonly sku: string | null
  readonly merchant_code: string | null
  readonly category: string | null
}

/** The statements of an export; public for the query-plan test. */
export const exportSql = {
  cards: `SELECT customer.customer_id, archive_number, kind, card_type, name, gender, birth_on, id_number, occupation, source, note,
    legacy_number, contact_refused_on, created_at, updated_at, order_count, spend_minor, return_count, first_on, last_on
    FROM json_each(?) AS wanted CROSS JOIN customer ON customer.customer_id = wanted.value
    LEFT JOIN customer_total ON customer_total.customer_id = customer.customer_id
    WHERE deleted_at IS NULL ORDER BY wanted.key`,
  contacts: `SELECT customer_id, contact_point.kind, contact_point.value FROM json_each(?) AS wanted
    CROSS JOIN contact_point ON customer_id = wanted.value ORDER BY wanted.key, position`,
  tags: `SELECT customer_id, name FROM json_each(?) AS wanted CROSS JOIN customer_tag ON customer_id = wanted.value
    CROSS JOIN tag USING (tag_id) ORDER BY wanted.key, customer_tag_id`,
  buyers: `SELECT customer_id, platform, shop, customer_identity.value, nickname FROM json_each(?) AS wanted
    CROSS JOIN customer_identity ON customer_id = wanted.value AND kind = 'buyer-id'
    ORDER BY wanted.key, customer_identity_id`,
  ordersAfter: orderSql('sales_order_id > ? AND', 'sales_order_id LIMIT ?'),
  // By key: the order of the day would be another one, and a sort of them all.
  ordersOfNobodyAfter: orderSql(
    'sales_order_id > ? AND +sales_order.customer_id IS NULL AND',
    'sales_order_id LIMIT ?',
  ),
  ordersOfCustomers: orderSql(
    'sales_order.customer_id IN (SELECT value FROM json_each(?) AS wanted) AND',
    'sales_order.customer_id, ordered_on, sales_order_id',
  ),
  lines: `SELECT sales_order_id, sub_order_number, title, attributes, quantity, unit_price_micro, net_minor,
    refunded_minor, external_id, sku, merchant_code, category
    FROM json_each(?) AS wanted CROSS JOIN order_line ON sales_order_id = wanted.value
    LEFT JOIN product ON product.product_id = order_line.product_id ORDER BY wanted.key, line_number`,
  refundDays: `SELECT sales_order_id, min(refunded_on) FROM json_each(?) AS wanted
    CROSS JOIN refund ON sales_order_id = wanted.value WHERE is_date_known = 1 GROUP BY sales_order_id`,
} as const

function orderSql(condition: string, order: string): string {
  return `SELECT sales_order_id, sales_order.customer_id, platform, shop, order_key, order_number, ordered_at_local,
    status, status_text, paid_minor, refunded_minor, receiver_name, receiver_phone, receiver_address,
    sales_order.note, flow_note, customer.archive_number AS customer_number, customer.name AS customer_name,
    customer.contact_refused_on IS NOT NULL AS is_refused
    FROM sales_order LEFT JOIN customer ON customer.customer_id = sales_order.customer_id
    WHERE ${condition} sales_order.deleted_at IS NULL AND customer.deleted_at IS NULL ORDER BY ${order}`
}

/** Prepares the reads of an export, each for a few hundred rows at once. */
export function prepareExportReads(db: ReadableDb) {
  const cards = db.prepareRead<CardRow>(exportSql.cards)
  const contacts = db.prepareReadArrays<[number, ContactKind, string]>(exportSql.contacts)
  const tags = db.prepareReadArrays<[number, string]>(exportSql.tags)
  const buyers = db.prepareReadArrays<[number, string, string, string, string | null]>(exportSql.buyers)
  const ordersAfter = db.prepareRead<OrderRow>(exportSql.ordersAfter)
  const ordersOfNobodyAfter = db.prepareRead<OrderRow>(exportSql.ordersOfNobodyAfter)
  const ordersOfCustomers = db.prepareRead<OrderRow>(exportSql.ordersOfCustomers)
  const lines = db.prepareRead<LineRow>(exportSql.lines)
  const refundDays = db.prepareReadArrays<[number, string]>(exportSql.refundDays)
  return {
    cards: (ids: readonly number[]) => cards.all(JSON.stringify(ids)),
    contacts: (ids: readonly number[]) => contacts.all(JSON.stringify(ids)),
    tags: (ids: readonly number[]) => tags.all(JSON.stringify(ids)),
    buyers: (ids: readonly number[]) => buyers.all(JSON.stringify(ids)),
    ordersAfter: (orderId: number, count: number) => ordersAfter.all(orderId, count),
    ordersOfNobodyAfter: (orderId: number, count: number) => ordersOfNobodyAfter.all(orderId, count),
    ordersOfCustomers: (ids: readonly number[]) => ordersOfCustomers.all(JSON.stringify(ids)),
    lines: (orderIds: readonly number[]) => lines.all(JSON.stringify(orderIds)),
    refundDays: (orderIds: readonly number[]) => refundDays.all(JSON.stringify(orderIds)),
  }
}

type ContactKind = 'phone' | 'address' | 'email' | 'wechat'

/** What an export reads with. */
export type ExportReads = ReturnType<typeof prepareExportReads>

/** Lists all customers outside the bin by archive number. */
export function listExportedIds(db: ReadableDb): number[] {
  return db
    .prepareReadArrays<[number]>(
      'SELECT customer_id FROM customer WHERE deleted_at IS NULL ORDER BY archive_number',
    )
    .all()
    .map(([id]) => id)
}

/** Counts the orders outside the bin; for progress. */
export function countExportedOrders(db: ReadableDb): number {
  return (
    db.prepareReadArrays<[number]>('SELECT count(*) FROM sales_order WHERE deleted_at IS NULL').get()?.[0] ??
    0
  )
}
