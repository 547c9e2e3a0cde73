import type { ReadableDb } from '#main/database/db.ts'
import { toSearchText } from '#shared/domain/text.ts'
import {
  getRevisionSum,
  listOrdersEnding,
  listOrdersNumbered,
  listOrdersStarting,
  listProductNames,
} from './search.queries.ts'
import type { SearchTerm } from './search-terms.ts'

/** Where a term is found besides the card: in orders and in the names of products. */
export type TermLookup = {
  /** One order number for each customer who has an order that the term names. */
  readonly orderNumbers: ReadonlyMap<number, string>
  /** Names of the products that hold the term, by id. */
  readonly products: ReadonlyMap<number, string>
  /** Some were left out. */
  readonly isCut: boolean
}

const shortestOrderNumber = 4
const shortestEnd = 6
const shortestStart = 8
const mostOrders = 100
const mostProducts = 30

/**
 * Looks a term up in order numbers and products. An order is named by its whole number (from 4 characters), its start
 * (from 8) or its end (from 6); a product by any part of its name from 2 characters, digits alone apart.
 *
 * Cost: some index reads; the first call after a change of orders reads all products, 1 ms per 1,000.
 */
export function lookUpTerm(db: ReadableDb, term: SearchTerm): TermLookup {
  const orders = findOrderNumbers(db, term.text)
  const products = findProducts(db, term)
  return { ...orders, products: products.products, isCut: orders.isCut || products.isCut }
}

function findOrderNumbers(db: ReadableDb, text: string): Pick<TermLookup, 'orderNumbers' | 'isCut'> {
  const orderNumbers = new Map<number, string>()
  let isCut = false
  if (text.length < shortestOrderNumber || !/\d/.test(text)) return { orderNumbers, isCut }
  for (const spelled of new Set([text, text.toUpperCase()])) {
    const rows = [
      listOrdersNumbered(db, spelled, mostOrders),
      text.length < shortestStart ? [] : listOrdersStarting(db, spelled, mostOrders),
      text.length < shortestEnd ? [] : listOrdersEnding(db, spelled.slice(-shortestEnd), mostOrders),
    ]
    isCut ||= rows.some(list => list.length === mostOrders)
    for (const [customerId, orderNumber] of rows.flat()) {
      const folded = toSearchText(orderNumber)
      if (folded.startsWith(text) || folded.endsWith(text)) orderNumbers.set(customerId, orderNumber)
    }
  }
  return { orderNumbers, isCut }
}

function findProducts(
  db: ReadableDb,
  { text, isWordStart }: SearchTerm,
): Pick<TermLookup, 'products' | 'isCut'> {
  const products = new Map<number, string>()
  if (isWordStart || /^(?:.|\d+)$/u.test(text)) return { products, isCut: false }
  const { folded, starts, rows } = productNames(db)
  for (let at = folded.indexOf(text); at >= 0; ) {
    const [productId, name] = rows[indexOfLast(starts, at)] ?? [0, '']
    if (products.size === mostProducts) return { products, isCut: true }
    products.set(productId, name)
    at = folded.indexOf(text, folded.indexOf('\n', at))
  }
  return { products, isCut: false }
}

type ProductNames = {
  readonly revision: number
  /** Newest first; a line each. */
  readonly folded: string
  readonly starts: readonly number[]
  readonly rows: readonly (readonly [productId: number, name: string])[]
}

const cache = new WeakMap<ReadableDb, ProductNames>()

function productNames(db: ReadableDb): ProductNames {
  const revision = getRevisionSum(db)
  const known = cache.get(db)
  if (known?.revision === revision) return known
  const rows = listProductNames(db).toReversed()
  const starts: number[] = []
  let folded = ''
  for (const [, name] of rows) {
    starts.push(folded.length)
    folded += `${toSearchText(name)}\n`
  }
  const names = { revision, folded, starts, rows }
  cache.set(db, names)
  return names
}

/** The index of the last start that is not behind a place. */
function indexOfLast(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}
