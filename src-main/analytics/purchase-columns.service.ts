import type { ReadableDb } from '#main/database/db.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  countPurchases,
  iterateCustomers,
  iteratePurchases,
  iterateRefunds,
  listBalances,
} from './purchase.queries.ts'
import type { OpeningBalanceColumns } from './rfm/opening-balances.ts'
import { noOrderDay, type PurchaseColumns } from './rfm/rfm-columns.ts'
import type { RefundColumns } from './rfm/rfm-metrics.ts'

/** Everything that the analyses of an archive start from, as columns. */
export type ArchiveColumns = {
  /** Ascending; `knownFromDay` is the first day on which the archive can know of the customer. */
  readonly customerIds: Int32Array
  readonly knownFromDay: Int32Array
  readonly isContactRefused: Uint8Array
  readonly purchases: PurchaseColumns
  readonly refunds: RefundColumns
  readonly balances: OpeningBalanceColumns
}

/**
 * Reads the columns out of the archive.
 *
 * Shape: customers in the bin and their orders are left out; sales without a customer stay, with index -1.
 * Empty: an empty archive gives columns of length 0.
 * Cost: reads every order once; about 0.5 µs each.
 */
export function loadArchiveColumns(db: ReadableDb): ArchiveColumns {
  const customers = loadCustomers(db)
  const indexOf = indexById(customers.customerIds)
  const { purchases, orderIds } = loadPurchases(db, indexOf)
  const balances = loadBalances(db, indexOf)
  const knownFromDay = customers.createdDay
  lower(knownFromDay, purchases.customerIndex, purchases.orderedOnDay)
  lower(
    knownFromDay,
    balances.customerIndex,
    balances.firstOnDay.map((day, at) => (day === noOrderDay ? (balances.coversUntilDay[at] ?? day) : day)),
  )
  return {
    customerIds: customers.customerIds,
    knownFromDay,
    isContactRefused: customers.isContactRefused,
    purchases,
    refunds: loadRefunds(db, orderIds),
    balances,
  }
}

function loadCustomers(db: ReadableDb) {
  const ids: number[] = []
  const createdDay: number[] = []
  const refused: number[] = []
  for (const [customerId, createdOn, refusedOn] of iterateCustomers(db)) {
    ids.push(customerId)
    createdDay.push(toDayNumber(createdOn as CalendarDate))
    refused.push(refusedOn === null ? 0 : 1)
  }
  return {
    customerIds: Int32Array.from(ids),
    createdDay: Int32Array.from(createdDay),
    isContactRefused: Uint8Array.from(refused),
  }
}

/** Index of a customer by id; -2 for an id that takes no part. */
function indexById(customerIds: Int32Array): Int32Array {
  const byId = new Int32Array((customerIds.at(-1) ?? 0) + 1).fill(-2)
  for (let index = 0; index < customerIds.length; index++) byId[customerIds[index] ?? 0] = index
  return byId
}

function loadPurchases(
  db: ReadableDb,
  indexOf: Int32Array,
): { purchases: PurchaseColumns; orderIds: Int32Array } {
  const most = countPurchases(db)
  const orderIds = new Int32Array(most)
  const customerIndex = new Int32Array(most)
  const orderedOnDay = new Int32Array(most)
  const netMinor = new Float64Array(most)
  const isCounted = new Uint8Array(most)
  let at = 0
  for (const [orderId, customerId, orderedOn, net, counted] of iteratePurchases(db)) {
    const index = customerId === null ? -1 : (indexOf[customerId] ?? -2)
    if (index === -2) continue
    orderIds[at] = orderId
    customerIndex[at] = index
    orderedOnDay[at] = toDayNumber(orderedOn as CalendarDate)
    netMinor[at] = net
    isCounted[at] = counted
    at++
  }
  return {
    orderIds: orderIds.subarray(0, at),
    purchases: {
      customerIndex: customerIndex.subarray(0, at),
      orderedOnDay: orderedOnDay.subarray(0, at),
      netMinor: netMinor.subarray(0, at),
      isCounted: isCounted.subarray(0, at),
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

function loadRefunds(db: ReadableDb, orderIds: Int32Array): RefundColumns {
  const purchaseIndex: number[] = []
  const refundedOnDay: number[] = []
  const refundedMinor: number[] = []
  const placeOf = new Map<number, number>()
  const rows = [...iterateRefunds(db)]
  if (rows.length > 0) for (let at = 0; at < orderIds.length; at++) placeOf.set(orderIds[at] ?? 0, at)
  for (const [orderId, refundedOn, minor] of rows) {
    const place = placeOf.get(orderId)
    if (place === undefined) continue
    purchaseIndex.push(place)
    refundedOnDay.push(toDayNumber(refundedOn as CalendarDate))
    refundedMinor.push(minor)
  }
  return {
    purchaseIndex: Int32Array.from(purchaseIndex),
    refundedOnDay: Int32Array.from(refundedOnDay),
    refundedMinor: Float64Array.from(refundedMinor),
  }
}

function lower(days: Int32Array, indexes: Int32Array, candidates: Int32Array): void {
  for (let at = 0; at < indexes.length; at++) {
    const index = indexes[at] ?? -1
    const candidate = candidates[at] ?? 0
    if (index >= 0 && candidate < (days[index] ?? 0)) days[index] = candidate
  }
}
