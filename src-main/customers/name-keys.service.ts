import type { WritableDb } from '#main/database/db.ts'
import { nameSortKey } from '#main/search/pinyin.service.ts'
import { strokeSortKey } from '#main/search/stroke.service.ts'
import { listNamesOf, listWithoutStrokeKey, prepareUpdateStrokeKey } from './name-keys.queries.ts'

const namesAtOnce = 5000

/** Makes the keys by which a name is listed, as the columns of a customer hold them. */
export function nameKeysOf(name: string) {
  return { name_sort: nameSortKey(name), name_strokes: strokeSortKey(name) }
}

/**
 * Writes the stroke keys that are not there yet, as after an upgrade; no act of the operator.
 *
 * Cost: one look into an index where nobody lacks one; else some 10 µs each.
 */
export function fillStrokeKeys(db: WritableDb): void {
  if (listWithoutStrokeKey(db, 1).length === 0) return
  db.transaction(() => {
    const write = prepareUpdateStrokeKey(db)
    for (;;) {
      const named = listWithoutStrokeKey(db, namesAtOnce)
      for (const { customer_id, name } of named) write(customer_id, strokeSortKey(name))
      if (named.length < namesAtOnce) return
    }
  })
}

/** Writes the stroke keys of customers anew: the change log of before the upgrade does not hold them. */
export function renewStrokeKeys(db: WritableDb, customerIds: readonly number[]): void {
  const write = prepareUpdateStrokeKey(db)
  for (const { customer_id, name } of listNamesOf(db, customerIds)) write(customer_id, strokeSortKey(name))
}
