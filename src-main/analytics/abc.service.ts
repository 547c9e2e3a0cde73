import { getArchiveNumbers } from '#main/customers/archive-number.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import {
  type AbcAnalysis,
  type AbcClass,
  type AbcRequest,
  type CustomerAbc,
  type ProductAbc,
  usualAbcLimits,
} from '#shared/domain/abc.ts'
import { toDayNumber } from '#shared/domain/calendar-date.ts'
import {
  type AbcRanking,
  firstPlaces,
  paretoCurve,
  placeOf,
  rankSums,
  summarizeClasses,
  topFifth,
} from './abc/abc-ranking.ts'
import { refundsByProduct } from './abc/later-refunds.ts'
import { listLaterRefunds, listLinesOfOrders } from './abc.queries.ts'
import { getProductNames } from './basket.queries.ts'
import { columnsAsOf } from './columns-as-of.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { addOpeningBalances } from './rfm/opening-balances.ts'
import type { AnalysisWindow, PurchaseColumns } from './rfm/rfm-columns.ts'
import { measureCustomers, purchasesAsOf } from './rfm/rfm-metrics.ts'

/**
 * Ranks the customers by what they bought in a period, opening balances included.
 *
 * Shape: who has an order or money in the period takes part.
 * Empty: without sales the classes are empty and there is no curve.
 * Cost: after the columns are loaded, one sort of all sums, and the rows that are listed.
 */
export function rankCustomers(db: ReadableDb, kept: KeptColumns, request: AbcRequest): CustomerAbc {
  const { columns, purchases, window, uses, places, sums } = sumsOfCustomers(kept, request)
  const ranking = rankSums(sums, request.limits)
  const listed = firstPlaces(sums, ranking, request.firstRows)
  const idOf = (at: number) => columns.customerIds[places[at] ?? 0] ?? 0
  const numbers = getArchiveNumbers(db, listed.map(idOf))
  const balancesIncluded = uses.filter(use => use === 'included').length
  return {
    ...describe(
      ranking,
      kept,
      request,
      sumSales(purchases, window, customer => customer < 0),
    ),
    balancesIncluded,
    balancesLeftOut: uses.length - balancesIncluded,
    rows: listed.map(at => ({
      ...placeOf(ranking, sums[at] ?? 0),
      customerId: idOf(at),
      archiveNumber: numbers.get(idOf(at)) ?? '',
    })),
  }
}

/**
 * Ranks the products by what was sold of them in a period.
 *
 * Empty: as of customers.
 * Cost: once the columns are loaded, about 20 ns a line.
 */
export function rankProducts(db: ReadableDb, kept: KeptColumns, request: AbcRequest): ProductAbc {
  const { fromOn, asOf, limits, firstRows } = request
  const { purchases, window } = salesAsOf(kept, request)
  const sales = salesOfProducts(kept, window)
  const later = listLaterRefunds(db, fromOn, asOf)
  const lines = later.length > 0 ? listLinesOfOrders(db, [...new Set(later.map(([orderId]) => orderId))]) : []
  const givenBack = refundsByProduct(later, lines)
  const sums = Float64Array.from(sales, ([productId, minor]) => minor + (givenBack.get(productId) ?? 0))
  const ranking = rankSums(sums, limits)
  const listed = firstPlaces(sums, ranking, firstRows)
  const idOf = (at: number) => sales[at]?.[0] ?? 0
  const names = getProductNames(db, listed.map(idOf))
  const assigned = sums.reduce((sum, minor) => sum + minor, 0)
  return {
    ...describe(ranking, kept, request, sumSales(purchases, window, () => true) - assigned),
    rows: listed.map(at => ({
      ...placeOf(ranking, sums[at] ?? 0),
      productId: idOf(at),
      name: names.get(idOf(at)) ?? '',
    })),
  }
}

/** What is left of the sales of each product, as of today: [product, minor units], in the order in which they come. */
function salesOfProducts(
  kept: KeptColumns,
  { asOfDay, fromDay }: AnalysisWindow,
): readonly (readonly [number, number])[] {
  const { orderedOnDay } = kept.get().purchases
  const { starts, lines } = kept.getLines()
  const sums: number[] = []
  const products: number[] = []
  for (let order = 0; order < orderedOnDay.length; order++) {
    const day = orderedOnDay[order] ?? 0
    if (day > asOfDay || (fromDay !== null && day < fromDay)) continue
    for (let line = starts[order] ?? 0; line < (starts[order + 1] ?? 0); line++) {
      const product = lines.productId[line] ?? 0
      if (product === 0) continue
      if (sums[product] === undefined) products.push(product)
      sums[product] = (sums[product] ?? 0) + (lines.netMinor[line] ?? 0)
    }
  }
  return products.map(product => [product, sums[product] ?? 0] as const)
}

type CustomerSums = ReturnType<typeof sumsOfCustomers>

/** Net sales of those who have an order or money in the period; `places` point into the columns. */
function sumsOfCustomers(kept: KeptColumns, request: Pick<AbcRequest, 'fromOn' | 'asOf'>) {
  const sales = salesAsOf(kept, request)
  const { columns, purchases, window } = sales
  const fromOrders = measureCustomers(purchases, columns.customerIds, window)
  const { input, uses } = addOpeningBalances(fromOrders, columns.balances, window)
  const places = Array.from(columns.customerIds, (_id, index) => index).filter(
    index => (input.orderCount[index] ?? 0) > 0 || input.spendMinor[index] !== 0,
  )
  const sums = Float64Array.from(places, index => input.spendMinor[index] ?? 0)
  return { ...sales, uses, places, sums }
}

/** Lists the customers of a class, by the rule of the ranking. */
export function listCustomersOfClass(
  kept: KeptColumns,
  mark: Pick<AbcRequest, 'fromOn' | 'asOf' | 'limits'> & { readonly class: AbcClass },
): number[] {
  const found = sumsOfCustomers(kept, mark)
  const ranking = rankSums(found.sums, mark.limits)
  return idsOf(found, at => placeOf(ranking, found.sums[at] ?? 0).class === mark.class)
}

/** Lists the first customers by net sales, of equal ones the older file. */
export function listLargestCustomers(
  kept: KeptColumns,
  mark: Pick<AbcRequest, 'fromOn' | 'asOf'> & { readonly count: number },
): number[] {
  const found = sumsOfCustomers(kept, mark)
  const first = new Set(firstPlaces(found.sums, rankSums(found.sums, usualAbcLimits), mark.count))
  return idsOf(found, at => first.has(at))
}

function idsOf({ places, columns }: CustomerSums, isWanted: (at: number) => boolean): number[] {
  return places.flatMap((place, at) => (isWanted(at) ? [columns.customerIds[place] ?? 0] : []))
}

function salesAsOf(kept: KeptColumns, { asOf, fromOn }: Pick<AbcRequest, 'fromOn' | 'asOf'>) {
  const asOfDay = toDayNumber(asOf)
  const window = { asOfDay, fromDay: fromOn === null ? null : toDayNumber(fromOn) }
  const columns = columnsAsOf(kept.get(), asOfDay)
  return { columns, purchases: purchasesAsOf(columns.purchases, columns.refunds, asOfDay), window }
}

function sumSales(
  { customerIndex, orderedOnDay, netMinor }: PurchaseColumns,
  { asOfDay, fromDay }: AnalysisWindow,
  isWanted: (customerIndex: number) => boolean,
): number {
  let sum = 0
  for (let at = 0; at < netMinor.length; at++) {
    const day = orderedOnDay[at] ?? 0
    const isWithin = day <= asOfDay && (fromDay === null || day >= fromDay)
    if (isWithin && isWanted(customerIndex[at] ?? -1)) sum += netMinor[at] ?? 0
  }
  return sum
}

function describe(
  ranking: AbcRanking,
  kept: KeptColumns,
  request: AbcRequest,
  unassignedMinor: number,
): AbcAnalysis {
  const classes = summarizeClasses(ranking)
  return {
    ...request,
    revision: kept.getRevision(),
    count: ranking.sortedMinor.length,
    netMinor: classes.reduce((sum, { netMinor }) => sum + netMinor, 0),
    unassignedMinor,
    classes,
    topFifth: topFifth(ranking),
    curve: paretoCurve(ranking),
  }
}
