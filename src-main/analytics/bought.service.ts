import type { ReadableDb } from '#main/database/db.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import type { BoughtThing } from '#shared/domain/segment-rule.ts'
import { countLinesOf, soldMinor } from './counted-lines.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { getProductCategories } from './line.queries.ts'
import type { PurchaseColumns } from './rfm/rfm-columns.ts'
import { purchasesAsOf } from './rfm/rfm-metrics.ts'

/** What is looked for, between which days (both included, null is open), as it stood on a day. */
export type BoughtRequest = {
  readonly what: BoughtThing
  readonly fromOn: CalendarDate | null
  readonly toOn: CalendarDate | null
  readonly asOf: CalendarDate
}

/** In how many orders each customer bought it, and for how much. Units: minor units. */
export type Bought = {
  readonly customerIds: Int32Array
  readonly orderCount: Int32Array
  readonly minor: Float64Array
}

/**
 * Counts how often customers bought something, and for how much.
 *
 * Shape: an order counts once. Of anything: orders that count, and all net sales with cancellations. Of products or categories: orders
 * with a line of them that was not wholly returned by the day, and the price at which the lines were sold, before refunds; orders
 * without lines take no part. Opening balances have no days and take no part.
 * Cost: once the columns are loaded, some 20 ns an order, and a line.
 */
export function countBought(db: ReadableDb, kept: KeptColumns, request: BoughtRequest): Bought {
  const { what, fromOn, toOn, asOf } = request
  const lastOn = toOn !== null && toOn < asOf ? toOn : asOf
  const days = { first: fromOn === null ? null : toDayNumber(fromOn), last: toDayNumber(lastOn) }
  return what.of === 'anything' ? countAnything(kept, asOf, days) : countThings(db, kept, what, request, days)
}

type Days = { readonly first: number | null; readonly last: number }

function emptySums(customerIds: Int32Array): Bought {
  const { length } = customerIds
  return { customerIds, orderCount: new Int32Array(length), minor: new Float64Array(length) }
}

const isWithin = ({ orderedOnDay }: PurchaseColumns, at: number, { first, last }: Days) => {
  const day = orderedOnDay[at] ?? 0
  return day <= last && (first === null || day >= first)
}

function countAnything(kept: KeptColumns, asOf: CalendarDate, days: Days): Bought {
  const columns = kept.get()
  const purchases = purchasesAsOf(columns.purchases, columns.refunds, toDayNumber(asOf))
  const { customerIndex, netMinor, isCounted } = purchases
  const sums = emptySums(columns.customerIds)
  for (let at = 0; at < customerIndex.length; at++) {
    const customer = customerIndex[at] ?? -1
    if (customer < 0 || !isWithin(purchases, at, days)) continue
    sums.orderCount[customer] = (sums.orderCount[customer] ?? 0) + (isCounted[at] ?? 0)
    sums.minor[customer] = (sums.minor[customer] ?? 0) + (netMinor[at] ?? 0)
  }
  return sums
}

function countThings(
  db: ReadableDb,
  kept: KeptColumns,
  what: Exclude<BoughtThing, { of: 'anything' }>,
  { fromOn, asOf }: BoughtRequest,
  days: Days,
): Bought {
  const isWanted = wantedProducts(db, what)
  const { customerIds, purchases, starts, lineAt, lines } = countLinesOf(db, kept, fromOn, asOf)
  const sums = emptySums(customerIds)
  for (let order = 0; order + 1 < starts.length; order++) {
    const customer = purchases.customerIndex[order] ?? -1
    if (customer < 0 || !isWithin(purchases, order, days)) continue
    let [isBought, minor] = [0, 0]
    for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at++) {
      const line = lineAt[at] ?? 0
      if (!isWanted.has(lines.productId[line] ?? 0)) continue
      isBought = 1
      minor += soldMinor(lines, line)
    }
    sums.orderCount[customer] = (sums.orderCount[customer] ?? 0) + isBought
    sums.minor[customer] = (sums.minor[customer] ?? 0) + minor
  }
  return sums
}

function wantedProducts(db: ReadableDb, what: Exclude<BoughtThing, { of: 'anything' }>): ReadonlySet<number> {
  if (what.of === 'products') return new Set(what.productIds)
  const names = new Set(what.names)
  return new Set([...getProductCategories(db)].flatMap(([id, name]) => (names.has(name) ? [id] : [])))
}
