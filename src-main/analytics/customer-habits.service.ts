import type { ReadableDb } from '#main/database/db.ts'
import { type CalendarDate, toDayNumber } from '#shared/domain/calendar-date.ts'
import { leastForPreference } from '#shared/domain/preferences.ts'
import { countLinesOf } from './counted-lines.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { getProductCategories } from './line.queries.ts'
import { groupLines } from './lines/lines-of-orders.ts'
import { findBestHours } from './preferences/preference-counts.ts'
import type { PurchaseColumns } from './rfm/rfm-columns.ts'
import { purchasesAsOf } from './rfm/rfm-metrics.ts'
import { noHour } from './stored-columns.service.ts'

/**
 * Lists the customers who bought one of some categories in more orders than any other.
 *
 * Shape: of categories in equally many orders each is the top one. Orders count that hold a thing with a category; of fewer than
 * `leastForPreference` nothing is said, and the customer is not listed.
 * Cost: once the columns are loaded, some 30 ns an order and a line.
 */
export function listByTopCategory(
  db: ReadableDb,
  kept: KeptColumns,
  names: readonly string[],
  asOf: CalendarDate,
): number[] {
  const { customerIds, purchases, isWithin, starts, lineAt, lines } = countLinesOf(db, kept, null, asOf)
  const categories = new Map<string, number>()
  const categoryOf = new Map<number, number>()
  for (const [productId, name] of getProductCategories(db)) {
    if (!categories.has(name)) categories.set(name, categories.size)
    categoryOf.set(productId, categories.get(name) ?? 0)
  }
  const wanted = new Set(names.map(name => categories.get(name) ?? -1))
  const byOrder = new Int32Array(categories.size)
  const lastOrder = new Int32Array(categories.size).fill(-1)
  return listCustomers(customerIds, purchases, isWithin, orders => {
    const seen: number[] = []
    let orderCount = 0
    for (const order of orders) {
      let hasOne = 0
      for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at++) {
        const category = categoryOf.get(lines.productId[lineAt[at] ?? 0] ?? 0)
        if (category === undefined || lastOrder[category] === order) continue
        lastOrder[category] = order
        hasOne = 1
        if (byOrder[category] === 0) seen.push(category)
        byOrder[category] = (byOrder[category] ?? 0) + 1
      }
      orderCount += hasOne
    }
    const most = seen.reduce((highest, category) => Math.max(highest, byOrder[category] ?? 0), 0)
    const isTop = seen.some(category => wanted.has(category) && byOrder[category] === most)
    for (const category of seen) byOrder[category] = 0
    return orderCount >= leastForPreference && isTop
  })
}

/**
 * Lists the customers whose two hours with most orders lie within some hours of the day.
 *
 * Shape: from `fromHour` until before `toHour`, past midnight where that is smaller; orders of which only the day is known take no part,
 * and of fewer than `leastForPreference` others nothing is said.
 * Cost: once the columns are loaded, some 30 ns an order.
 */
export function listByUsualHour(
  kept: KeptColumns,
  { fromHour, toHour }: { readonly fromHour: number; readonly toHour: number },
  asOf: CalendarDate,
): number[] {
  const hours = kept.getHours()
  const columns = kept.get()
  const asOfDay = toDayNumber(asOf)
  const purchases = purchasesAsOf(columns.purchases, columns.refunds, asOfDay)
  const isWithin = purchases.isCounted.map((counted, at) =>
    (purchases.orderedOnDay[at] ?? 0) <= asOfDay ? counted : 0,
  )
  const span = toHour > fromHour ? toHour - fromHour : toHour - fromHour + 24
  return listCustomers(columns.customerIds, purchases, isWithin, orders => {
    const byHour = new Int32Array(24)
    let timed = 0
    for (const order of orders) {
      const hour = hours[order] ?? noHour
      if (hour === noHour) continue
      byHour[hour] = (byHour[hour] ?? 0) + 1
      timed++
    }
    const best = timed >= leastForPreference ? findBestHours(byHour) : null
    return best !== null && (span === 24 || ((best.fromHour - fromHour + 24) % 24) + 2 <= span)
  })
}

/** Lists the customers of whose orders something holds. */
function listCustomers(
  customerIds: Int32Array,
  { customerIndex }: PurchaseColumns,
  isWithin: Uint8Array,
  holds: (orders: Int32Array) => boolean,
): number[] {
  const { starts, lineAt: orderAt } = groupLines(customerIndex.length, customerIds.length, order =>
    isWithin[order] === 1 ? (customerIndex[order] ?? -1) : -1,
  )
  const found: number[] = []
  for (let index = 0; index < customerIds.length; index++) {
    const orders = orderAt.subarray(starts[index] ?? 0, starts[index + 1] ?? 0)
    if (orders.length >= leastForPreference && holds(orders)) found.push(customerIds[index] ?? 0)
  }
  return found
}
