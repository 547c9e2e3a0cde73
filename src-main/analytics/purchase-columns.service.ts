import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import { iterateRefunds, listBalances } from './purchase.queries.ts'
import type { OpeningBalanceColumns } from './rfm/opening-balances.ts'
import { noOrderDay, type PurchaseColumns } from './rfm/rfm-columns.ts'
import type { RefundColumns } from './rfm/rfm-metrics.ts'
import { loadCustomers, loadRows, orderRows, placesOf } from './source-columns.service.ts'
import { findLastChangeId, readAtOneMoment } from './stored-columns.queries.ts'
import {
  type CustomerColumns,
  getSourceState,
  type OrderColumns,
  type PackedColumns,
  packColumns,
} from './stored-columns.service.ts'

/** Everything that the analyses of an archive start from, as columns. */
export type ArchiveColumns = {
  /** Ascending; `knownFromDay` is the first day on which the archive can know of the customer. */
  readonly customerIds: Int32Array
  readonly knownFromDay: Int32Array
  readonly isContactRefused: Uint8Array
  readonly purchases: PurchaseColumns
  /** The orders that the purchases are; null where they were not asked for. */
  readonly orderIds: Int32Array | null
  readonly refunds: RefundColumns
  readonly balances: OpeningBalanceColumns
}

/** The columns, and what the writer should store of them so that the next reading is fast; null when that does not pay. */
export type LoadedColumns = { readonly columns: ArchiveColumns; readonly packed: PackedColumns | null }

/** Fewer orders are read row by row in no time. */
const fewestStored = 20_000

/**
 * Reads the columns out of the archive: the stored ones with what changed since, or row by row.
 *
 * Shape: customers in the bin and their orders are left out; sales without a customer stay, with index -1. The purchases
 * are in no order that means anything.
 * Empty: an empty archive gives columns of length 0.
 * Cost: row by row about 2 µs per order; stored about 0.05 µs, and 5 µs for each order that changed since. They are to be
 * stored anew when more than a hundredth changed.
 */
export function loadArchiveColumns(
  db: ReadableDb,
  {
    fewest = fewestStored,
    isIdNeeded = false,
  }: { readonly fewest?: number; readonly isIdNeeded?: boolean } = {},
): LoadedColumns {
  return readAtOneMoment(db, () => {
    const states = {
      customer: getSourceState(db, 'customer'),
      sales_order: getSourceState(db, 'sales_order'),
    }
    const isOld = Object.values(states).some(
      ({ stored, changedCount }) => !stored || changedCount > stored.row_count / 100,
    )
    const refunds = [...iterateRefunds(db)]
    const customers = loadCustomers(db, states.customer)
    const hasIds = isIdNeeded || isOld || refunds.length > 0
    const orders = loadRows(db, states.sales_order, orderRows, hasIds)
    const packed =
      isOld && orders.orderId.length >= fewest
        ? {
            revision: getRevision(db),
            lastChangeId: findLastChangeId(db),
            sources: [packColumns(db, 'customer', customers), packColumns(db, 'sales_order', orders)],
          }
        : null
    return { columns: toArchiveColumns(db, customers, orders, refunds, hasIds), packed }
  })
}

function toArchiveColumns(
  db: ReadableDb,
  customers: CustomerColumns,
  orders: OrderColumns,
  refunds: readonly (readonly [number, string, number])[],
  hasIds: boolean,
): ArchiveColumns {
  const indexOf = indexById(customers.customerId)
  const knownFromDay = customers.createdDay
  const { purchases, orderIds } = toPurchases(orders, indexOf, knownFromDay)
  const balances = loadBalances(db, indexOf)
  lower(
    knownFromDay,
    balances.customerIndex,
    balances.firstOnDay.map((day, at) => (day === noOrderDay ? (balances.coversUntilDay[at] ?? day) : day)),
  )
  return {
    customerIds: customers.customerId,
    knownFromDay,
    isContactRefused: customers.isContactRefused,
    purchases,
    orderIds: hasIds ? orderIds : null,
    refunds: toRefunds(refunds, orderIds),
    balances,
  }
}

/** Index of a customer by id; -1 for none, -2 for an id that takes no part. */
function indexById(customerIds: Int32Array): Int32Array {
  const byId = new Int32Array((customerIds.at(-1) ?? 0) + 1).fill(-2)
  for (let index = 0; index < customerIds.length; index++) byId[customerIds[index] ?? 0] = index
  byId[0] = -1
  return byId
}

/** Turns the customers of orders into indexes, in the same memory, and lowers the days from which they are known. */
function toPurchases(
  orders: OrderColumns,
  indexOf: Int32Array,
  knownFromDay: Int32Array,
): { purchases: PurchaseColumns; orderIds: Int32Array } {
  const { orderId, customerId: customerIndex, orderedOnDay, netMinor, isCounted } = orders
  let isComplete = true
  for (let at = 0; at < customerIndex.length; at++) {
    const index = indexOf[customerIndex[at] ?? 0] ?? -2
    customerIndex[at] = index
    if (index < 0) isComplete &&= index === -1
    else {
      const day = orderedOnDay[at] ?? 0
      if (day < (knownFromDay[index] ?? 0)) knownFromDay[index] = day
    }
  }
  if (isComplete)
    return { purchases: { customerIndex, orderedOnDay, netMinor, isCounted }, orderIds: orderId }
  const isKept = (_value: number, at: number) => customerIndex[at] !== -2
  return {
    orderIds: orderId.filter(isKept),
    purchases: {
      orderedOnDay: orderedOnDay.filter(isKept),
      netMinor: netMinor.filter(isKept),
      isCounted: isCounted.filter(isKept),
      customerIndex: customerIndex.filter(index => index !== -2),
    },
  }
}

function loadBalances(db: ReadableDb, indexOf: Int32Array): OpeningBalanceColumns {
  const rows = listBalances(db)
  const day = (text: string | null) => (text === null ? noOrderDay : toDayNumber(text as CalendarDate))
  return {
    customerIndex: Int32Array.from(rows, row => indexOf[row.customer_id] ?? -2),
    orderCount: Int32Array.from(rows, row => row.order_count),
    spendMinor: Float64Array.from(rows, row => row.spend_minor),
    firstOnDay: Int32Array.from(rows, row => day(row.first_on)),
    lastOnDay: Int32Array.from(rows, row => day(row.last_on)),
    coversUntilDay: Int32Array.from(rows, row => day(row.covers_until_on)),
  }
}

/** Refunds whose order is among the purchases. */
function toRefunds(
  rows: readonly (readonly [orderId: number, refundedOn: string, minor: number])[],
  orderIds: Int32Array,
): RefundColumns {
  const placeOf = placesOf(
    rows.map(([orderId]) => orderId),
    orderIds,
  )
  const known = rows.filter(([orderId]) => placeOf.has(orderId))
  return {
    purchaseIndex: Int32Array.from(known, ([orderId]) => placeOf.get(orderId) ?? 0),
    refundedOnDay: Int32Array.from(known, ([, refundedOn]) => toDayNumber(refundedOn as CalendarDate)),
    refundedMinor: Float64Array.from(known, ([, , minor]) => minor),
  }
}

function lower(days: Int32Array, indexes: Int32Array, candidates: Int32Array): void {
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? -1
    const candidate = candidates[at] ?? 0
    if (index >= 0 && candidate < (days[index] ?? 0)) days[index] = candidate
  }
}
