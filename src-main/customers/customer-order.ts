import type { ReadableDb } from '#main/database/db.ts'
import { strokeSortKey } from '#main/search/stroke.service.ts'
import type { CustomerSortColumn } from '#shared/domain/customer.ts'
import { completenessSql, getAskedKeys } from './completeness.service.ts'
import { listCustomerIds, listNames } from './customer-list.queries.ts'

/**
 * Lists all customers outside the bin in the wanted order.
 *
 * Cost: by strokes every name is read and its key made, about 5 µs each with the sorting; otherwise that of `listCustomerIds`.
 */
export function customerIdsInOrder(
  db: ReadableDb,
  column: CustomerSortColumn,
  isDescending: boolean,
): number[] {
  if (column !== 'nameStrokes')
    return listCustomerIds(db, column, isDescending, completenessSql(getAskedKeys(db)))
  const keyed = listNames(db).map(([customerId, name]) => ({ customerId, key: strokeSortKey(name) }))
  // Who has the same name stands in the order of entry.
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
  const ids = keyed.map(({ customerId }) => customerId)
  return isDescending ? ids.reverse() : ids
}
