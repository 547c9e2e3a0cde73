import { getRevision } from '#main/changes/revision.service.ts'
import type { ReadableDb } from '#main/database/db.ts'
import {
  type BasketAnalysis,
  type BasketRequest,
  mostFoundProducts,
  mostRules,
} from '#shared/domain/baskets.ts'
import { getProductNames, listProductsNamed } from './basket.queries.ts'
import { type BasketColumns, basketsOf, countBaskets } from './baskets/basket-columns.ts'
import { findBasketRules } from './baskets/basket-rules.ts'
import { findBuyers, type WantedProducts } from './baskets/find-buyers.ts'
import { countLinesOf } from './counted-lines.service.ts'
import type { KeptColumns } from './kept-columns.service.ts'
import { groupLines, ownersOf } from './lines/lines-of-orders.ts'

/**
 * Finds which products are bought together, in one order or by one customer.
 *
 * Shape: sales without a customer are baskets by order only. Orders without lines, and lines without a product, take no part.
 * Empty: nothing bought gives 0 baskets and no rule.
 * Cost: once the columns are loaded, about 50 ns per order line, and the sets.
 */
export function analyseBaskets(db: ReadableDb, kept: KeptColumns, request: BasketRequest): BasketAnalysis {
  const { baskets, productIds } = readBaskets(db, kept, request)
  const { rules: shown, ruleCount, isCut } = findBasketRules(baskets, request, mostRules)
  const idOf = (item: number) => productIds[item] ?? 0
  const used = new Set(shown.flatMap(({ left, right }) => [...left, right].map(idOf)))
  const names = getProductNames(db, [...used])
  const productOf = (item: number) => ({ productId: idOf(item), name: names.get(idOf(item)) ?? '' })
  return {
    ...request,
    revision: getRevision(db),
    basketCount: countBaskets(baskets),
    productCount: productIds.length,
    ...{ ruleCount, isCut },
    rules: shown.map(rule => ({ ...rule, left: rule.left.map(productOf), right: productOf(rule.right) })),
  }
}

function readBaskets(
  db: ReadableDb,
  kept: KeptColumns,
  { fromOn, asOf, by }: BasketRequest,
): { readonly baskets: BasketColumns; readonly productIds: readonly number[] } {
  const { starts, lineAt, lines, purchases, customerIds } = countLinesOf(db, kept, fromOn, asOf)
  const productOf = (at: number) => lines.productId[lineAt[at] ?? 0] ?? 0
  if (by === 'order') return basketsOf(starts, productOf)
  const orderOf = ownersOf(starts)
  const byCustomer = groupLines(
    lineAt.length,
    customerIds.length,
    at => purchases.customerIndex[orderOf[at] ?? 0] ?? -1,
  )
  return basketsOf(byCustomer.starts, place => productOf(byCustomer.lineAt[place] ?? 0))
}

/** Lists the customers who bought all of some products and none of others between two days. */
export function listBuyers(
  db: ReadableDb,
  kept: KeptColumns,
  mark: WantedProducts & Pick<BasketRequest, 'fromOn' | 'asOf'>,
): number[] {
  const { starts, lineAt, lines, purchases, customerIds } = countLinesOf(db, kept, mark.fromOn, mark.asOf)
  const bought = {
    orderAt: ownersOf(starts),
    productAt: (place: number) => lines.productId[lineAt[place] ?? 0] ?? 0,
    customerOfOrder: purchases.customerIndex,
  }
  return findBuyers(bought, customerIds.length, mark).map(index => customerIds[index] ?? 0)
}

/** Finds products whose name holds a text, the shortest names first. */
export function findProducts(db: ReadableDb, text: string) {
  return listProductsNamed(db, text, mostFoundProducts).map(([productId, name]) => ({ productId, name }))
}
