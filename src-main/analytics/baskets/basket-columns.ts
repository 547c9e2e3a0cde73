/**
 * What was bought together, as columns: the items of basket `n` stand from `starts[n]` up to `starts[n + 1]`, each once.
 *
 * Shape: `starts` has one place more than there are baskets; items are whole numbers from 0 to `itemCount` - 1. A basket is an
 * order, or all that a customer bought.
 */
export type BasketColumns = {
  readonly starts: Int32Array
  readonly items: Int32Array
  readonly itemCount: number
}

/** Sorts lists of items into columns; an item that a list names twice counts once. */
export function toBaskets(lists: readonly (readonly number[])[], itemCount: number): BasketColumns {
  const starts = new Int32Array(lists.length + 1)
  const items: number[] = []
  for (const [index, list] of lists.entries()) {
    for (const item of new Set(list)) items.push(item)
    starts[index + 1] = items.length
  }
  return { starts, items: Int32Array.from(items), itemCount }
}

/**
 * Makes baskets of lines that stand owner by owner: those of owner `n` from `starts[n]` up to `starts[n + 1]`.
 *
 * Shape: `productIds` are the products by item, in the order in which they come; an owner without a product is no basket. A product of
 * 0 is none.
 */
export function basketsOf(
  starts: Int32Array,
  productAt: (place: number) => number,
): { readonly baskets: BasketColumns; readonly productIds: readonly number[] } {
  const places = new Map<number, number>()
  const items = new Int32Array(starts.at(-1) ?? 0)
  const ends = new Int32Array(starts.length)
  const lastBasket: number[] = []
  let [itemCount, basketCount] = [0, 0]
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    for (let place = starts[owner] ?? 0; place < (starts[owner + 1] ?? 0); place++) {
      const productId = productAt(place)
      if (productId === 0) continue
      const item = places.get(productId) ?? places.size
      places.set(productId, item)
      if (lastBasket[item] === owner) continue
      lastBasket[item] = owner
      items[itemCount++] = item
    }
    if (itemCount > (ends[basketCount] ?? 0)) ends[++basketCount] = itemCount
  }
  return {
    baskets: {
      starts: ends.subarray(0, basketCount + 1),
      items: items.subarray(0, itemCount),
      itemCount: places.size,
    },
    productIds: [...places.keys()],
  }
}

/** Counts the baskets. */
export const countBaskets = ({ starts }: BasketColumns): number => starts.length - 1
