import type { Generated } from 'kysely'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

/** One purchase; `is_cancellation` marks a document of negative lines, `is_counted` one that counts in F. */
export interface SalesOrderTable {
  sales_order_id: Generated<number>
  /** Null for a sale without a known customer (散客). */
  customer_id: number | null
  platform: string
  shop: string
  /** `n:` + order number, or `h:` + hash of the row where the file has no number. */
  order_key: string
  order_number: string | null
  ordered_on: CalendarDate
  /** As written in the document: YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, local time of the shop. */
  ordered_at_local: string
  status: 'unpaid' | 'paid' | 'shipped' | 'completed' | 'closed'
  status_text: string | null
  is_cancellation: number
  is_counted: number
  paid_minor: number
  refunded_minor: number
  /** paid_minor - refunded_minor */
  net_minor: number
  receiver_name: string | null
  receiver_phone: string | null
  receiver_address: string | null
  note: string | null
  /** Where the goods went and what for. */
  flow_note: Generated<string | null>
  /** Day up to which the file reached whose values it has; null for orders of before that was kept. */
  facts_on: string | null
  import_batch_id: number | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}

/** One item of an order. */
export interface OrderLineTable {
  order_line_id: Generated<number>
  sales_order_id: number
  line_number: number
  sub_order_number: string | null
  product_id: number | null
  title: string
  attributes: string | null
  quantity: number
  /** Integer of 10^-6 major units. */
  unit_price_micro: number | null
  net_minor: number
  refunded_minor: number
  /** LineDetails as JSON. */
  details: Generated<string | null>
  /** `toPictureValue` of a stored picture. */
  picture: Generated<string | null>
}

/** Money given back for an order or one of its lines. */
export interface RefundTable {
  refund_id: Generated<number>
  sales_order_id: number
  order_line_id: number | null
  refunded_on: CalendarDate
  is_date_known: number
  refunded_minor: number
}

/** What a shop sells; `product_key` is its identity within platform and shop. */
export interface ProductTable {
  product_id: Generated<number>
  platform: string
  shop: string
  product_key: string
  name: string
  external_id: string | null
  sku: string | null
  merchant_code: string | null
  category: string | null
}

/** Sums of an old archive that has no single orders. */
export interface OpeningBalanceTable {
  opening_balance_id: Generated<number>
  customer_id: number
  platform: string
  shop: string
  order_count: number
  spend_minor: number
  return_count: number
  first_on: CalendarDate | null
  last_on: CalendarDate | null
  covers_until_on: CalendarDate
}

/** Totals per customer over orders and opening balances, kept by the code that writes orders. */
export interface CustomerTotalTable {
  customer_id: number
  order_count: number
  spend_minor: number
  return_count: number
  first_on: CalendarDate | null
  last_on: CalendarDate | null
}
