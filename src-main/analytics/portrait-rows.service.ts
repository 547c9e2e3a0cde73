import { getCustomerRows } from '#main/customers/customer.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { getEntries } from '#main/entries/entry.service.ts'
import type { PortraitRows, PortraitRowsRequest } from '#shared/domain/portrait.ts'
import { listOrdersById } from './portrait.queries.ts'

/** Reads the rows behind a sentence of a portrait; those that went into the bin since are missing. */
export function getPortraitRows(db: ReadableDb, request: PortraitRowsRequest): PortraitRows {
  const none: PortraitRows = { orders: [], customers: [], entries: [] }
  switch (request.kind) {
    case 'orders':
      return { ...none, orders: listOrdersById(db, request.ids).map(toOrder) }
    case 'customers':
      return { ...none, customers: getCustomerRows(db, request.ids).map(toCustomer) }
    case 'entries': {
      const entries = new Map(getEntries(db, request.customerId).map(entry => [entry.entryId, entry]))
      return { ...none, entries: request.ids.flatMap(id => entries.get(id) ?? []) }
    }
  }
}

function toOrder(order: ReturnType<typeof listOrdersById>[number]): PortraitRows['orders'][number] {
  return {
    ...{ salesOrderId: order.sales_order_id, orderNumber: order.order_number },
    ...{ customerId: order.customer_id, customerName: order.customer_name },
    ...{ orderedAtLocal: order.ordered_at_local, platform: order.platform, shop: order.shop },
    ...{ netMinor: order.net_minor, items: JSON.parse(order.titles) as string[] },
  }
}

function toCustomer(row: ReturnType<typeof getCustomerRows>[number]): PortraitRows['customers'][number] {
  const { customerId, archiveNumber, name, isContactRefused, total } = row
  const { orderCount, spendMinor } = total
  return { customerId, archiveNumber, name, isContactRefused, orderCount, spendMinor }
}
