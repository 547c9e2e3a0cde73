import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { CustomerId } from './customer.ts'
import { LineDetails } from './line-details.ts'

export const OrderStatus = z.enum(['unpaid', 'paid', 'shipped', 'completed', 'closed'])
export type OrderStatus = z.infer<typeof OrderStatus>

/**
 * Says whether money of an order with this status is revenue. Unpaid and closed orders count nowhere.
 *
 * Example: isRevenueStatus('shipped') -> true; isRevenueStatus('closed') -> false
 */
export function isRevenueStatus(status: OrderStatus): boolean {
  return status === 'paid' || status === 'shipped' || status === 'completed'
}

/**
 * Says whether an order counts as a purchase in recency and order count: revenue status, no cancellation document,
 * not wholly refunded. An order of 0 that was never refunded counts.
 *
 * Example: isCountedOrder({ status: 'paid', isCancellation: false, paidMinor: 500, refundedMinor: 500 }) -> false
 */
export function isCountedOrder(order: {
  readonly status: OrderStatus
  readonly isCancellation: boolean
  readonly paidMinor: number
  readonly refundedMinor: number
}): boolean {
  if (!isRevenueStatus(order.status) || order.isCancellation) return false
  return order.refundedMinor === 0 || order.refundedMinor < order.paidMinor
}

/** One item of an order. `netMinor` is its share of the order's money. */
export const OrderLine = z.object({
  orderLineId: z.int().positive(),
  lineNumber: z.int(),
  title: z.string(),
  attributes: z.string().nullable(),
  quantity: z.number(),
  /** Integer of 10^-6 major units. */
  unitPriceMicro: z.int().nullable(),
  netMinor: z.int(),
  refundedMinor: z.int(),
  /** Other items are of the same product. */
  isOfProduct: z.boolean(),
  details: LineDetails.nullable(),
  /** `toPictureValue` of a stored picture. */
  picture: z.string().nullable(),
})
export type OrderLine = z.infer<typeof OrderLine>

/** One purchase with its lines, newest first where there are several. */
export const SalesOrder = z.object({
  salesOrderId: z.int().positive(),
  customerId: CustomerId.nullable(),
  platform: z.string(),
  shop: z.string(),
  orderNumber: z.string().nullable(),
  orderedOn: CalendarDate,
  orderedAtLocal: z.string(),
  status: OrderStatus,
  statusText: z.string().nullable(),
  isCancellation: z.boolean(),
  isCounted: z.boolean(),
  paidMinor: z.int(),
  refundedMinor: z.int(),
  netMinor: z.int(),
  note: z.string().nullable(),
  /** Where the goods went and what for. */
  flowNote: z.string().nullable(),
  lines: z.array(OrderLine),
})
export type SalesOrder = z.infer<typeof SalesOrder>

/** Sums of an old archive that holds no single orders (期初). */
export const OpeningBalance = z.object({
  openingBalanceId: z.int().positive(),
  platform: z.string(),
  shop: z.string(),
  orderCount: z.int(),
  spendMinor: z.int(),
  returnCount: z.int(),
  firstOn: CalendarDate.nullable(),
  lastOn: CalendarDate.nullable(),
  coversUntilOn: CalendarDate,
})
export type OpeningBalance = z.infer<typeof OpeningBalance>

/** What is typed of where the goods of an order went and what for; null for nothing. */
export const FlowNote = z.string().max(2000, { error: 'too-long' }).nullable()
export type FlowNote = z.infer<typeof FlowNote>
