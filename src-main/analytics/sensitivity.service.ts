import { getRevision } from '#main/changes/revision.service.ts'
import { getArchiveNumbers } from '#main/customers/archive-number.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import { getArchiveSettings } from '#main/settings/setting.service.ts'
import { minorPerMajor } from '#shared/domain/currency.ts'
import {
  sensitivityRules as rules,
  type SensitivityAnalysis,
  type SensitivityRequest,
} from '#shared/domain/price-sensitivity.ts'
import {
  type BoughtLines,
  type DiscountSums,
  findUsualPrices,
  markDiscounts,
  sumDiscounts,
} from './sensitivity/discounts.ts'
import { countLines, iteratePricedLines } from './sensitivity.queries.ts'

/**
 * Tells how much is bought at a discount, of all, by customer and by category.
 *
 * Shape: customers and categories of which something is known, customers by their id, categories by what was paid, the most first.
 * Empty: without any price to compare with a refusal, and nobody.
 * Cost: about 4 µs and 40 bytes a line.
 */
export function analyseSensitivity(db: ReadableDb, request: SensitivityRequest): SensitivityAnalysis {
  const { lines, customerIds, productCount, categories } = readLines(db, request)
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
  const numbers = getArchiveNumbers(db, customerIds)
  return {
    ...{ ...request, revision: getRevision(db), rules, refusal: known === 0 ? 'no-prices' : null },
    lines: { known, unknown: marks.length - known },
    all,
    categories: categories
      .map((name, place) => ({ name, ...compare(byCategory, place) }))
      .filter(({ orderCount }) => orderCount > 0)
      .sort((one, other) => other.paidMinor - one.paidMinor),
    customers: customerIds
      .map((customerId, place) => ({
        ...{ customerId, archiveNumber: numbers.get(customerId) ?? '', ...compare(byCustomer, place) },
      }))
      .filter(({ orderCount }) => orderCount > 0)
      .sort((one, other) => one.customerId - other.customerId),
  }
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

function readLines(db: ReadableDb, { fromOn, asOf }: SensitivityRequest) {
  const room = countLines(db)
  const lines = {
    ...{ order: new Int32Array(room), customer: new Int32Array(room), product: new Int32Array(room) },
    ...{ category: new Int32Array(room), quantity: new Float64Array(room) },
    ...{ listedMinor: new Float64Array(room), paidMinor: new Float64Array(room) },
  }
  const minorPerMicro = minorPerMajor(getArchiveSettings(db).currency) / 1_000_000
  const [customers, products] = [new Map<number, number>(), new Map<number, number>()]
  const categories = new Map<string, number>()
  let count = 0
  for (const row of iteratePricedLines(db, fromOn, asOf)) {
    const [orderId, customerId, productId, category, quantity, listedMicro, paidMinor] = row
    lines.order[count] = orderId
    lines.customer[count] = placeIn(customers, customerId)
    lines.product[count] = placeIn(products, productId)
    lines.category[count] = placeIn(categories, category)
    lines.quantity[count] = quantity
    lines.listedMinor[count] = listedMicro === null ? Number.NaN : listedMicro * minorPerMicro
    lines.paidMinor[count] = paidMinor
    count++
  }
  return {
    lines: cut(lines, count),
    customerIds: [...customers.keys()],
    productCount: products.size,
    categories: [...categories.keys()],
  }
}

/** The place of a key in the order in which keys came; -1 for none. */
function placeIn<Key>(places: Map<Key, number>, key: Key | null): number {
  if (key === null) return -1
  const known = places.get(key)
  if (known !== undefined) return known
  places.set(key, places.size)
  return places.size - 1
}

function cut(lines: BoughtLines, count: number): BoughtLines {
  return {
    order: lines.order.subarray(0, count),
    customer: lines.customer.subarray(0, count),
    product: lines.product.subarray(0, count),
    category: lines.category.subarray(0, count),
    quantity: lines.quantity.subarray(0, count),
    listedMinor: lines.listedMinor.subarray(0, count),
    paidMinor: lines.paidMinor.subarray(0, count),
  }
}
