import type { ReadableDb } from '#main/database/db.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  countOrders,
  iterateCustomers,
  iteratePurchases,
  listChangedCustomers,
  listChangedPurchases,
  type PurchaseRow,
} from './purchase.queries.ts'
import { listStaleIds } from './stored-columns.queries.ts'
import {
  type CustomerColumns,
  makeCustomerColumns,
  makeOrderColumns,
  type OrderColumns,
  readStoredColumns,
  type SourceState,
} from './stored-columns.service.ts'

/** Customers outside the bin, ascending. */
export function loadCustomers(db: ReadableDb, { stored }: SourceState): CustomerColumns {
  const before = makeCustomerColumns(stored?.row_count ?? 0)
  if (stored) readStoredColumns(db, 'customer', before)
  const rows = stored ? listChangedCustomers(db, stored.last_id) : [...iterateCustomers(db)]
  const stale = stored ? listStaleIds(db, 'customer') : []
  if (stored && rows.length === 0 && stale.length === 0) return before
  return mergeCustomers(before, new Set(stale), rows)
}

/** Stored customers who are not stale, and rows that were read, together in ascending order. */
function mergeCustomers(
  before: CustomerColumns,
  stale: ReadonlySet<number>,
  rows: readonly (readonly [number, string, string | null])[],
): CustomerColumns {
  const merged = makeCustomerColumns(before.customerId.length + rows.length)
  const sorted = rows.toSorted(([one], [other]) => one - other)
  let [at, next] = [0, 0]
  const putRowsBelow = (limit: number) => {
    for (let row = sorted[next]; row && row[0] < limit; row = sorted[++next]) {
      merged.customerId[at] = row[0]
      merged.createdDay[at] = toDayNumber(row[1] as CalendarDate)
      merged.isContactRefused[at++] = row[2] === null ? 0 : 1
    }
  }
  for (let index = 0; index < before.customerId.length; index++) {
    const customerId = before.customerId[index] ?? 0
    putRowsBelow(customerId)
    if (stale.has(customerId)) continue
    merged.customerId[at] = customerId
    merged.createdDay[at] = before.createdDay[index] ?? 0
    merged.isContactRefused[at++] = before.isContactRefused[index] ?? 0
  }
  putRowsBelow(Number.POSITIVE_INFINITY)
  return {
    customerId: merged.customerId.subarray(0, at),
    createdDay: merged.createdDay.subarray(0, at),
    isContactRefused: merged.isContactRefused.subarray(0, at),
  }
}

/** All revenue documents, those of customers in the bin too; the customer of none is 0. Ids only where they are needed. */
export function loadOrders(
  db: ReadableDb,
  { stored, changedCount }: SourceState,
  isIdNeeded: boolean,
): OrderColumns {
  if (!stored) return readOrders(db)
  const rows = listChangedPurchases(db, stored.last_id)
  const orders = makeOrderColumns(stored.row_count + rows.length)
  readStoredColumns(db, 'sales_order', orders, isIdNeeded || changedCount > 0 ? [] : ['orderId'])
  const stale = placesOf(listStaleIds(db, 'sales_order'), orders.orderId.subarray(0, stored.row_count))
  return firstOrders(orders, replaceOrders(orders, stored.row_count, [...stale.values()], rows))
}

function readOrders(db: ReadableDb): OrderColumns {
  const orders = makeOrderColumns(countOrders(db))
  let at = 0
  for (const row of iteratePurchases(db)) putOrder(orders, at++, row)
  return firstOrders(orders, at)
}

/** Puts rows where stale ones stand, then behind all; what is stale still gives way to the last ones. How many there are then. */
function replaceOrders(
  orders: OrderColumns,
  count: number,
  stalePlaces: readonly number[],
  rows: readonly PurchaseRow[],
): number {
  const free = stalePlaces.toSorted((one, other) => one - other)
  let end = count
  for (const row of rows) putOrder(orders, free.pop() ?? end++, row)
  for (const place of free.reverse()) {
    end--
    for (const column of Object.values(orders)) column[place] = column[end] ?? 0
  }
  return end
}

function putOrder(
  orders: OrderColumns,
  at: number,
  [orderId, customerId, orderedOn, net, counted]: PurchaseRow,
): void {
  orders.orderId[at] = orderId
  orders.customerId[at] = customerId ?? 0
  orders.orderedOnDay[at] = toDayNumber(orderedOn as CalendarDate)
  orders.netMinor[at] = net
  orders.isCounted[at] = counted
}

function firstOrders(orders: OrderColumns, count: number): OrderColumns {
  return {
    orderId: orders.orderId.subarray(0, count),
    customerId: orders.customerId.subarray(0, count),
    orderedOnDay: orders.orderedOnDay.subarray(0, count),
    netMinor: orders.netMinor.subarray(0, count),
    isCounted: orders.isCounted.subarray(0, count),
  }
}

/** Where the wanted orders stand. A mark per id: looking each of 2,000,000 up in a set takes ten times as long. */
export function placesOf(wantedIds: readonly number[], orderIds: Int32Array): Map<number, number> {
  const places = new Map<number, number>()
  if (wantedIds.length === 0) return places
  const isWanted = new Uint8Array(wantedIds.reduce((highest, id) => Math.max(highest, id), 0) + 1)
  for (const id of wantedIds) isWanted[id] = 1
  for (let at = 0; at < orderIds.length; at++) {
    const orderId = orderIds[at] ?? 0
    if (isWanted[orderId] === 1) places.set(orderId, at)
  }
  return places
}
