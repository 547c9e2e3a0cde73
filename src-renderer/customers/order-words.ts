import type { Translation } from '#renderer/i18n/use-translation.ts'
import { isRevenueStatus, type SalesOrder } from '#shared/domain/sales-order.ts'

/** What has to be said of an order beside its money; null for an ordinary one. */
export function orderMark(order: SalesOrder, { t, tCode }: Pick<Translation, 't' | 'tCode'>): string | null {
  if (order.isCancellation) return t('customers.orders.cancellation')
  if (!isRevenueStatus(order.status)) return tCode(`order-status.${order.status}`)
  if (order.refundedMinor === 0) return null
  return order.refundedMinor >= order.paidMinor
    ? t('customers.orders.allRefunded')
    : t('customers.orders.partRefunded')
}
