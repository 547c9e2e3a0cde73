import type { Compared, CompositionRow } from '#shared/domain/composition.ts'

/** Customers of a day by the place of their class, -1 for those of whom it is not known, with their sales. Units: minor units. */
export type ClassedCustomers = { readonly classOf: ArrayLike<number>; readonly spendMinor: ArrayLike<number> }

/**
 * Sums customers and sales by class and compares them with another day.
 *
 * Shape: one row per key in its order, empty ones too, and one for those of whom it is not known: the rows sum to all.
 * Empty: shares are 0 where there is nothing to share.
 */
export function composeRows(
  keys: readonly string[],
  now: ClassedCustomers,
  before: ClassedCustomers | null,
): CompositionRow[] {
  const sumsNow = sumByClass(keys.length, now)
  const sumsBefore = before && sumByClass(keys.length, before)
  const all = { count: sum(sumsNow.counts), netMinor: sum(sumsNow.netMinor) }
  return [...keys, null].map((key, place) => ({
    key,
    customers: compare(sumsNow.counts[place] ?? 0, all.count, sumsBefore && (sumsBefore.counts[place] ?? 0)),
    netMinor: compare(
      sumsNow.netMinor[place] ?? 0,
      all.netMinor,
      sumsBefore && (sumsBefore.netMinor[place] ?? 0),
    ),
  }))
}

/** Sets a number beside all and beside what it was. The share is 0 where all is not above 0. */
export function compare(now: number, all: number, before: number | null): Compared {
  return { now, share: all > 0 ? now / all : 0, before, change: before === null ? null : now - before }
}

/**
 * Orders words by how many have them, the most first, equal ones by their text.
 *
 * Shape: the words, and the index of each customer's, -1 for none.
 */
export function indexWords(words: readonly (string | null)[]): { keys: string[]; classOf: Int32Array } {
  const counts = new Map<string, number>()
  for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1)
  const keys = [...counts.keys()].sort(
    (one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || (one < other ? -1 : 1),
  )
  const placeOf = new Map(keys.map((key, index) => [key, index]))
  return { keys, classOf: Int32Array.from(words, word => (word === null ? -1 : (placeOf.get(word) ?? -1))) }
}

function sumByClass(classCount: number, { classOf, spendMinor }: ClassedCustomers) {
  const counts = new Int32Array(classCount + 1)
  const netMinor = new Float64Array(classCount + 1)
  for (let index = 0; index < classOf.length; index++) {
    const given = classOf[index] ?? -1
    const place = given < 0 ? classCount : given
    counts[place] = (counts[place] ?? 0) + 1
    netMinor[place] = (netMinor[place] ?? 0) + (spendMinor[index] ?? 0)
  }
  return { counts, netMinor }
}

function sum(values: Int32Array | Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}
