import { type Act, changeTogether } from '#main/changes/change-log.service.ts'
import { raiseRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb, WritableDb } from '#main/database/db.ts'
import { queueForIndexing } from '#main/search/search-queue.service.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { AppError } from '#shared/contract/app-error.ts'
import type { ArchiveStats } from '#shared/domain/archive.ts'
import { formatMinor } from '#shared/domain/money.ts'
import type { FlowNote, OpeningBalance, OrderLine, SalesOrder } from '#shared/domain/sales-order.ts'
import { toStoredTextOrNull } from '#shared/domain/text.ts'
import { readDetails } from './line-details.service.ts'
import {
  countArchive,
  countOrdersOfCustomer,
  findOrder,
  listBalancesOfCustomer,
  listLinesOfOrders,
  listOrdersOfCustomer,
  sumArchive,
  updateFlowNote,
} from './sales-order.queries.ts'

/** Lists a customer's newest orders with their lines, and how many there are in all. */
export function listSalesOrders(
  db: ReadableDb,
  customerId: number,
  limit: number,
): { readonly orders: SalesOrder[]; readonly total: number } {
  const stored = limit > 0 ? listOrdersOfCustomer(db, customerId, limit) : []
  const linesByOrder = new Map<number, OrderLine[]>()
  if (stored.length > 0)
    for (const line of listLinesOfOrders(
      db,
      stored.map(order => order.sales_order_id),
    )) {
      const lines = linesByOrder.get(line.sales_order_id) ?? []
      linesByOrder.set(line.sales_order_id, lines)
      lines.push({
        orderLineId: line.order_line_id,
        lineNumber: line.line_number,
        title: line.title,
        attributes: line.attributes,
        quantity: line.quantity,
        unitPriceMicro: line.unit_price_micro,
        netMinor: line.net_minor,
        refundedMinor: line.refunded_minor,
        isOfProduct: line.product_id !== null,
        details: readDetails(line.details),
        picture: line.picture,
      })
    }
  return {
    total: stored.length < limit ? stored.length : countOrdersOfCustomer(db, customerId),
    orders: stored.map(order => ({
      salesOrderId: order.sales_order_id,
      customerId: order.customer_id,
      platform: order.platform,
      shop: order.shop,
      orderNumber: order.order_number,
      orderedOn: order.ordered_on,
      orderedAtLocal: order.ordered_at_local,
      status: order.status,
      statusText: order.status_text,
      isCancellation: order.is_cancellation === 1,
      isCounted: order.is_counted === 1,
      paidMinor: order.paid_minor,
      refundedMinor: order.refunded_minor,
      netMinor: order.net_minor,
      note: order.note,
      flowNote: order.flow_note,
      lines: linesByOrder.get(order.sales_order_id) ?? [],
    })),
  }
}

/**
 * Writes where the goods of an order went and what for.
 *
 * Errors: not-found, also for an order in the bin; conflict when another note stands there than was seen.
 * Empty: changeSetId null when nothing changed.
 */
export function saveFlowNote(
  db: WritableDb,
  typed: { readonly salesOrderId: number; readonly seen: FlowNote; readonly flowNote: FlowNote },
  { actor, now }: Act,
  kind: 'flow-noted' | 'value-put-back' = 'flow-noted',
) {
  const { salesOrderId, seen } = typed
  const flowNote = toStoredTextOrNull(typed.flowNote)
  const changeSetId = changeTogether(db, { kind, actor, madeAt: now }, recorder => {
    const order = findOrder(db, salesOrderId)
    if (!order) throw new AppError('not-found')
    if (order.flow_note !== seen && order.flow_note !== flowNote)
      throw new AppError('conflict', { fields: 'flowNote' })
    recorder.updated('sales_order', salesOrderId, 'flow_note', order.flow_note, flowNote)
    if (recorder.count === 0) return
    updateFlowNote(db, salesOrderId, flowNote)
    if (order.customer_id !== null) queueForIndexing(db, [order.customer_id])
    raiseRevision(db, 'customers')
  })
  return { changeSetId }
}

/** Lists a customer's opening balances. */
export function listOpeningBalances(db: ReadableDb, customerId: number): OpeningBalance[] {
  return listBalancesOfCustomer(db, customerId).map(balance => ({
    openingBalanceId: balance.opening_balance_id,
    platform: balance.platform,
    shop: balance.shop,
    orderCount: balance.order_count,
    spendMinor: balance.spend_minor,
    returnCount: balance.return_count,
    firstOn: balance.first_on,
    lastOn: balance.last_on,
    coversUntilOn: balance.covers_until_on,
  }))
}

/** Counts what the archive holds. */
export function getArchiveCounts(db: ReadableDb) {
  return countArchive(db)
}

/**
 * Sums the archive for `stats`: orders without cancellation documents, which are counted apart; revenue is the net of
 * all revenue documents, cancellations included. Opening balances are no orders and are not in it.
 *
 * Empty: counts and sums of 0, dates null.
 */
export function getArchiveStats(db: ReadableDb): ArchiveStats {
  const { currency } = getArchiveSettings(db)
  const counts = countArchive(db)
  const sums = sumArchive(db)
  const revenueMinor = sums.revenue_minor ?? 0
  const revenueWithCustomerMinor = sums.revenue_with_customer_minor ?? 0
  return {
    customers: counts.customers,
    orders: sums.orders,
    cancellations: sums.cancellations,
    orderLines: counts.orderLines,
    currency,
    revenueMinor,
    revenue: formatMinor(revenueMinor, currency),
    revenueWithCustomerMinor,
    revenueWithCustomer: formatMinor(revenueWithCustomerMinor, currency),
    firstOrderOn: sums.first_on,
    lastOrderOn: sums.last_on,
  }
}
