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
  /** Names of all products that hold the term, by id, the newest first. */
  readonly products: ReadonlyMap<number, string>
  /** Some orders were left out. */
  readonly isCut: boolean
}

const shortestOrderNumber = 4
const shortestEnd = 6
const shortestStart = 8
/** So many orders are looked at for a search box; a list takes all. */
const mostOrders = 100

/**
 * Looks a term up in order numbers and products. An order is named by its whole number (from 4 characters), its start
 * (from 8) or its end (from 6); a product by any part of its name from 2 characters, digits alone apart.
 *
 * Cost: some index reads; the first call after a change of orders reads all products, 1 ms per 1,000.
 */
export function lookUpTerm(db: ReadableDb, term: SearchTerm, limit = mostOrders): TermLookup {
  return { ...findOrderNumbers(db, term.text, limit), products: findProducts(db, term) }
}

function findOrderNumbers(
  db: ReadableDb,
  text: string,
  limit: number,
): Pick<TermLookup, 'orderNumbers' | 'isCut'> {
  const orderNumbers = new Map<number, string>()
  let isCut = false
  if (text.length < shortestOrderNumber || !/\d/.test(text)) return { orderNumbers, isCut }
  for (const spelled of new Set([text, text.toUpperCase()])) {
    const rows = [
      listOrdersNumbered(db, spelled, limit),
      text.length < shortestStart ? [] : listOrdersStarting(db, spelled, limit),
      text.length < shortestEnd ? [] : listOrdersEnding(db, spelled.slice(-shortestEnd), limit),
    ]
    isCut ||= rows.some(list => list.length === limit)
    for (const [customerId, orderNumber] of rows.flat()) {
      const folded = toSearchText(orderNumber)
      if (folded.startsWith(text) || folded.endsWith(text)) orderNumbers.set(customerId, orderNumber)
    }
  }
  return { orderNumbers, isCut }
}

function findProducts(db: ReadableDb, { text, isWordStart }: SearchTerm): TermLookup['products'] {
  const products = new Map<number, string>()
  if (isWordStart || /^(?:.|\d+)$/u.test(text)) return products
  const { folded, starts, rows } = productNames(db)
  for (let at = folded.indexOf(text); at >= 0; ) {
    const [productId, name] = rows[indexOfLast(starts, at)] ?? [0, '']
    products.set(productId, name)
    at = folded.indexOf(text, folded.indexOf('\n', at))
  }
  return products
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
