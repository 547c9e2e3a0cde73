import { getRevision } from '#main/changes/revision.service.ts'
import { getArchiveNumbers } from '#main/customers/archive-number.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { minorPerMajor } from '#shared/domain/currency.ts'
import {
  DiscountBand,
  discountBands,
  sensitivityRules as rules,
  type SensitivityAnalysis,
  type SensitivityRequest,
  type SensitivitySummary,
} from '#shared/domain/price-sensitivity.ts'
import { countLinesOf, soldMinor } from './counted-lines.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { getProductCategories } from './line.queries.ts'
import { ownersOf } from './lines/lines-of-orders.ts'
import {
  type BoughtLines,
  type DiscountSums,
  findUsualPrices,
  markDiscounts,
  sumDiscounts,
} from './sensitivity/discounts.ts'

/**
 * Tells how much is bought at a discount, of all, by customer and by category.
 *
 * Shape: customers and categories of which something is known, customers by their id, categories by what was paid, the most first.
 * Empty: without any price to compare with a refusal, and nobody.
 * Cost: once the columns are loaded, about 0.3 µs and 40 bytes a line.
 */
export function analyseSensitivity(
  db: ReadableDb,
  kept: KeptColumns,
  request: SensitivityRequest,
): SensitivityAnalysis {
  const { lines, customerIds, productCount, categories } = readLines(db, kept, request)
  const usual = findUsualPrices(lines, productCount, rules.usualPriceLines)
  const marks = markDiscounts(lines, usual, rules.discountShare)
  const known = marks.reduce((sum, mark) => sum + (mark < 0 ? 0 : 1), 0)
  const all = tellSums(sumDiscounts(lines, marks, new Int32Array(marks.length), 1), 0)
  const compare = (sums: DiscountSums, place: number) => {
    const told = tellSums(sums, place)
    const { spendShare } = told
    const isKnown = spendShare !== null && all.spendShare !== null && all.spendShare > 0
    return { ...told, againstShop: isKnown ? spendShare / (all.spendShare ?? 1) : null }
  }
  const byCategory = sumDiscounts(lines, marks, lines.category, categories.length)
  const byCustomer = sumDiscounts(lines, marks, lines.customer, customerIds.length)
  const buyers = Array.from(customerIds, (_id, place) => place).filter(
    place => (byCustomer.orderCount[place] ?? 0) > 0,
  )
  const idOf = (place: number) => customerIds[place] ?? 0
  const numbers = getArchiveNumbers(db, buyers.map(idOf))
  return {
    ...{ ...request, revision: getRevision(db), rules, refusal: known === 0 ? 'no-prices' : null },
    lines: { known, unknown: marks.length - known },
    all,
    categories: categories
      .map((name, place) => ({ name, ...compare(byCategory, place) }))
      .filter(({ orderCount }) => orderCount > 0)
      .sort((one, other) => other.paidMinor - one.paidMinor),
    customers: buyers.map(place => ({
      ...{ customerId: idOf(place), archiveNumber: numbers.get(idOf(place)) ?? '' },
      ...compare(byCustomer, place),
    })),
  }
}

/** Tells the same, with the customers counted by how much of what they spend is at a discount. */
export function summarizeSensitivity(
  db: ReadableDb,
  kept: KeptColumns,
  request: SensitivityRequest,
): SensitivitySummary {
  const { customers, ...rest } = analyseSensitivity(db, kept, request)
  const bands = DiscountBand.options.map(band => {
    const own = customers.filter(customer => bandOf(customer) === band)
    return { band, customers: own.length, paidMinor: own.reduce((sum, one) => sum + one.paidMinor, 0) }
  })
  return { ...rest, bands }
}

/** Lists the customers of a group, with their share at a discount. */
export function listCustomersOfBand(
  db: ReadableDb,
  kept: KeptColumns,
  request: SensitivityRequest & { readonly band: DiscountBand },
): Map<number, number | null> {
  const { customers } = analyseSensitivity(db, kept, { fromOn: request.fromOn, asOf: request.asOf })
  const own = customers.filter(customer => bandOf(customer) === request.band)
  return new Map(own.map(({ customerId, spendShare }) => [customerId, spendShare]))
}

function bandOf({ spendShare }: { readonly spendShare: number | null }): DiscountBand {
  if (spendShare === null) return 'too-few'
  if (spendShare <= 0) return 'never'
  return (['mostly', 'often', 'seldom'] as const).find(band => spendShare >= discountBands[band]) ?? 'seldom'
}

function tellSums(sums: DiscountSums, place: number): SensitivityAnalysis['all'] {
  const at = (column: ArrayLike<number>) => column[place] ?? 0
  const [orderCount, discountOrders] = [at(sums.orderCount), at(sums.discountOrders)]
  const [paidMinor, discountMinor] = [at(sums.paidMinor), at(sums.discountMinor)]
  const isTooFew = orderCount < rules.orders
  return {
    ...{ orderCount, discountOrders, orderShare: isTooFew ? null : discountOrders / orderCount },
    ...{ paidMinor, discountMinor, spendShare: isTooFew ? null : discountMinor / paidMinor },
  }
}

const microPerPiece = 1_000_000

function readLines(db: ReadableDb, kept: KeptColumns, { fromOn, asOf }: SensitivityRequest) {
  const counted = countLinesOf(db, kept, fromOn, asOf)
  const { starts, lineAt, lines, purchases, customerIds } = counted
  const order = ownersOf(starts)
  const named = getProductCategories(db)
  const products = new Map<number, number>()
  const categories = new Map<string, number>()
  const minorPerMicro = minorPerMajor(getArchiveSettings(db).currency) / 1_000_000
  const bought: BoughtLines = {
    order,
    customer: order.map(place => purchases.customerIndex[place] ?? -1),
    product: lineAt.map(line => placeIn(products, lines.productId[line] || null)),
    category: lineAt.map(line => placeIn(categories, named.get(lines.productId[line] ?? 0) ?? null)),
    quantity: Float64Array.from(lineAt, line => (lines.quantityMicro[line] ?? 0) / microPerPiece),
    listedMinor: Float64Array.from(lineAt, line => {
      const listed = lines.listedMicro[line] ?? -1
      return listed < 0 ? Number.NaN : listed * minorPerMicro
    }),
    paidMinor: Float64Array.from(lineAt, line => soldMinor(lines, line)),
  }
  return { lines: bought, customerIds, productCount: products.size, categories: [...categories.keys()] }
}

/** The place of a key in the order in which keys came; -1 for none. */
function placeIn<Key>(places: Map<Key, number>, key: Key | null): number {
  if (key === null) return -1
  const known = places.get(key)
  if (known !== undefined) return known
  places.set(key, places.size)
  return places.size - 1
}
