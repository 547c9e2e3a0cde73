import type { ReadableDb } from '#main/database/db.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  countLines,
  iterateLines,
  iterateTimes,
  type LineRow,
  listChangedLines,
  listChangedTimes,
  type TimeRow,
} from './line.queries.ts'
import {
  countOrders,
  iterateCustomers,
  iteratePurchases,
  listChangedCustomers,
  listChangedPurchases,
  type PurchaseRow,
} from './purchase.queries.ts'
import { type ColumnSource, listStaleIds } from './stored-columns.queries.ts'
import {
  type Columns,
  type CustomerColumns,
  type LineColumns,
  makeCustomerColumns,
  makeLineColumns,
  makeOrderColumns,
  makeTimeColumns,
  noHour,
  type OrderColumns,
  readStoredColumns,
  type SourceState,
  type TimeColumns,
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

/** How rows of a source are read where they are not stored. */
export type SourceRows<Kind extends Columns, Row> = {
  readonly source: ColumnSource
  readonly make: (length: number) => Kind
  readonly count: (db: ReadableDb) => number
  readonly iterate: (db: ReadableDb) => Iterable<Row>
  /** The rows behind the last stored one, and those that were written since. */
  readonly listChanged: (db: ReadableDb, lastId: number) => Row[]
  readonly put: (columns: Kind, at: number, row: Row) => void
}

/**
 * Reads columns: the stored ones with what changed since, or row by row.
 *
 * Shape: in no order that means anything; the column of keys, the first one, stays empty where it is not needed.
 */
export function loadRows<Kind extends Columns, Row>(
  db: ReadableDb,
  { stored, changedCount }: SourceState,
  rows: SourceRows<Kind, Row>,
  isIdNeeded: boolean,
): Kind {
  if (!stored) return readRows(db, rows)
  const changed = rows.listChanged(db, stored.last_id)
  const columns = rows.make(stored.row_count + changed.length)
  const [keyName = '', keys] = Object.entries(columns)[0] ?? []
  readStoredColumns(db, rows.source, columns, isIdNeeded || changedCount > 0 ? [] : [keyName])
  const stale = placesOf(listStaleIds(db, rows.source), (keys as Int32Array).subarray(0, stored.row_count))
  return firstRows(columns, replaceRows(columns, stored.row_count, [...stale.values()], changed, rows.put))
}

function readRows<Kind extends Columns, Row>(db: ReadableDb, rows: SourceRows<Kind, Row>): Kind {
  const columns = rows.make(rows.count(db))
  let at = 0
  for (const row of rows.iterate(db)) rows.put(columns, at++, row)
  return firstRows(columns, at)
}

/** Puts rows where stale ones stand, then behind all; what is stale still gives way to the last ones. How many there are then. */
function replaceRows<Kind extends Columns, Row>(
  columns: Kind,
  count: number,
  stalePlaces: readonly number[],
  rows: readonly Row[],
  put: (columns: Kind, at: number, row: Row) => void,
): number {
  const free = stalePlaces.toSorted((one, other) => one - other)
  let end = count
  for (const row of rows) put(columns, free.pop() ?? end++, row)
  for (const place of free.reverse()) {
    end--
    for (const column of Object.values(columns)) column[place] = column[end] ?? 0
  }
  return end
}

function firstRows<Kind extends Columns>(columns: Kind, count: number): Kind {
  const first = Object.entries(columns).map(([name, column]) => [name, column.subarray(0, count)] as const)
  return Object.fromEntries(first) as unknown as Kind
}

/** Revenue documents, those of customers in the bin too; the customer of none is 0. */
export const orderRows: SourceRows<OrderColumns, PurchaseRow> = {
  source: 'sales_order',
  make: makeOrderColumns,
  count: countOrders,
  iterate: iteratePurchases,
  listChanged: listChangedPurchases,
  put: (orders, at, [orderId, customerId, orderedOn, net, counted]) => {
    orders.orderId[at] = orderId
    orders.customerId[at] = customerId ?? 0
    orders.orderedOnDay[at] = toDayNumber(orderedOn as CalendarDate)
    orders.netMinor[at] = net
    orders.isCounted[at] = counted
  },
}

/** The hours of all orders. */
export const timeRows: SourceRows<TimeColumns, TimeRow> = {
  source: 'order_time',
  make: makeTimeColumns,
  count: countOrders,
  iterate: iterateTimes,
  listChanged: listChangedTimes,
  put: (times, at, [orderId, hour]) => {
    times.orderId[at] = orderId
    times.hour[at] = hour ?? noHour
  },
}

const microPerPiece = 1_000_000

/** The lines of all documents. */
export const lineRows: SourceRows<LineColumns, LineRow> = {
  source: 'order_line',
  make: makeLineColumns,
  count: countLines,
  iterate: iterateLines,
  listChanged: listChangedLines,
  put: (lines, at, [lineId, orderId, productId, quantity, listedMicro, netMinor, refundedMinor]) => {
    lines.lineId[at] = lineId
    lines.orderId[at] = orderId
    lines.productId[at] = productId ?? 0
    lines.quantityMicro[at] = Math.round(quantity * microPerPiece)
    lines.listedMicro[at] = listedMicro ?? -1
    lines.netMinor[at] = netMinor
    lines.refundedMinor[at] = refundedMinor
  },
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
