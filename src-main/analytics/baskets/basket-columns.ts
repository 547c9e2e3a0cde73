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

/** Counts the baskets. */
export const countBaskets = ({ starts }: BasketColumns): number => starts.length - 1
