import { type BasketColumns, countBaskets } from './basket-columns.ts'

/** Items that are often bought together: ascending items, and the baskets that hold all of them. */
export type FrequentSet = { readonly items: readonly number[]; readonly count: number }

/** A search stops here: a minimum that is too low finds millions of sets that say nothing. */
export const mostSets = 200_000

/**
 * Finds all sets of items that stand together in enough baskets.
 *
 * Shape: sets of 1 up to `mostItems` items; `isCut` true when there were more than `mostSets` of them and the search stopped.
 * Empty: no basket, or a minimum below 1 that nothing reaches, gives no set.
 * Source: Eclat (Zaki 2000): the baskets of an item as a sorted list, a set's baskets as the cut of two lists. Pairs are counted basket
 * by basket first, so that only lists of pairs that are frequent are cut.
 * Cost: pairs about 5 ns for each two items of a basket.
 */
export function findFrequentSets(
  baskets: BasketColumns,
  { minimumCount, mostItems }: { readonly minimumCount: number; readonly mostItems: number },
): { readonly sets: FrequentSet[]; readonly isCut: boolean } {
  const enough = Math.max(1, minimumCount)
  const single = basketsByItem(baskets, enough)
  const pairs = mostItems > 1 ? countPairs(baskets, single) : null
  const sets: FrequentSet[] = []
  const extend = (items: readonly number[], rest: readonly Candidate[]): void => {
    for (const [index, { item, baskets: mine }] of rest.entries()) {
      if (sets.length >= mostSets) return
      const grown = [...items, item]
      sets.push({ items: grown, count: mine.length })
      if (grown.length >= mostItems) continue
      const further: Candidate[] = []
      for (let at = index + 1; at < rest.length; at++) {
        const other = rest[at]
        if (!other) continue
        const known = items.length === 0 && pairs ? pairs(index, at) : null
        if (known !== null && known < enough) continue
        if (known !== null && mostItems === 2) {
          if (sets.length < mostSets) sets.push({ items: [item, other.item], count: known })
          continue
        }
        const both = cutOf(mine, other.baskets, enough)
        if (both) further.push({ item: other.item, baskets: both })
      }
      extend(grown, further)
    }
  }
  extend([], single)
  return { sets, isCut: sets.length >= mostSets }
}

/** An item, and the baskets that hold it beside the items of a set; ascending. */
type Candidate = { readonly item: number; readonly baskets: Int32Array }

/** A table of all pairs of more items would be too large. */
const mostInTable = 4000

/** In how many baskets two candidates stand, by their places, the lower one first. Empty: null for too many candidates. */
function countPairs(
  { starts, items, itemCount }: BasketColumns,
  candidates: readonly Candidate[],
): ((lower: number, upper: number) => number) | null {
  const size = candidates.length
  if (size > mostInTable) return null
  const placeOf = new Int32Array(itemCount).fill(-1)
  for (const [place, { item }] of candidates.entries()) placeOf[item] = place
  const counts = new Int32Array(size * size)
  const inBasket = new Int32Array(size)
  for (let basket = 0; basket + 1 < starts.length; basket++) {
    let count = 0
    for (let at = starts[basket] ?? 0; at < (starts[basket + 1] ?? 0); at++) {
      const place = placeOf[items[at] ?? 0] ?? -1
      if (place >= 0) inBasket[count++] = place
    }
    for (let one = 1; one < count; one++)
      for (let other = 0; other < one; other++) {
        const [a, b] = [inBasket[one] ?? 0, inBasket[other] ?? 0]
        const cell = a < b ? a * size + b : b * size + a
        counts[cell] = (counts[cell] ?? 0) + 1
      }
  }
  return (lower, upper) => counts[lower * size + upper] ?? 0
}

function basketsByItem(baskets: BasketColumns, enough: number): Candidate[] {
  const { starts, items, itemCount } = baskets
  const counts = new Int32Array(itemCount)
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1
  const lists = Array.from(counts, count => (count >= enough ? new Int32Array(count) : null))
  const filled = new Int32Array(itemCount)
  for (let basket = 0; basket < countBaskets(baskets); basket++)
    for (let at = starts[basket] ?? 0; at < (starts[basket + 1] ?? 0); at++) {
      const item = items[at] ?? 0
      const list = lists[item]
      if (!list) continue
      const place = filled[item] ?? 0
      list[place] = basket
      filled[item] = place + 1
    }
  return lists.flatMap((list, item) => (list ? [{ item, baskets: list }] : []))
}

/** The numbers that stand in both ascending lists; null when they are fewer than enough. */
function cutOf(one: Int32Array, other: Int32Array, enough: number): Int32Array | null {
  const both = new Int32Array(Math.min(one.length, other.length))
  let [i, j, found] = [0, 0, 0]
  while (i < one.length && j < other.length) {
    const [left, right] = [one[i] ?? 0, other[j] ?? 0]
    if (left === right) {
      both[found++] = left
      i++
      j++
    } else if (left < right) i++
    else j++
    if (found + Math.min(one.length - i, other.length - j) < enough) return null
  }
  return both.subarray(0, found)
}
