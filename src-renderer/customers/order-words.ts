import type { Translation } from '#renderer/i18n/use-translation.ts'
import { isRevenueStatus, type OrderLine, type SalesOrder } from '#shared/domain/sales-order.ts'

/** What has to be said of an order beside its money; null for an ordinary one. */
export function orderMark(order: SalesOrder, { t, tCode }: Pick<Translation, 't' | 'tCode'>): string | null {
  if (order.isCancellation) return t('customers.orders.cancellation')
  if (!isRevenueStatus(order.status)) return tCode(`order-status.${order.status}`)
  if (order.refundedMinor === 0) return null
  return order.refundedMinor >= order.paidMinor
    ? t('customers.orders.allRefunded')
    : t('customers.orders.partRefunded')
}

/**
 * What has to be said of one item: what holds for its whole order, or that it was given back. A refund that names no item stands on
 * the order's first.
 */
export function lineMark(
  order: SalesOrder,
  line: OrderLine | null,
  words: Pick<Translation, 't' | 'tCode'>,
): string | null {
  const mark = orderMark(order, words)
  if (mark !== words.t('customers.orders.partRefunded')) return mark
  const isNamed = order.lines.some(one => one.refundedMinor > 0)
  const isThis = isNamed ? (line?.refundedMinor ?? 0) > 0 : line === null || line === order.lines[0]
  return isThis ? mark : null
}
