import type { ReadableDb } from '#main/database/db.ts'
import type { CustomerSortColumn } from '#shared/domain/customer.ts'
import { listCompleteness } from './completeness.service.ts'
import { listCustomerIds } from './customer-list.queries.ts'

/** Columns of contact points, whose order names only those who have one. */
const pointColumns: ReadonlySet<CustomerSortColumn> = new Set(['phone', 'address', 'email'])

/**
 * Lists all customers outside the bin in the wanted order. Who has no value comes last, whatever the direction.
 *
 * Cost: that of `listCustomerIds`, and by how complete they are that of `listCompleteness`.
 */
export function customerIdsInOrder(
  db: ReadableDb,
  column: CustomerSortColumn,
  isDescending: boolean,
): number[] {
  if (column === 'completeness') return byCompleteness(db, isDescending)
  const ids = listCustomerIds(db, column, isDescending)
  return pointColumns.has(column) ? withOthers(db, ids, isDescending) : ids
}

/** Each customer outside the bin once: first the given ones, then the others in the order of entry. */
function withOthers(db: ReadableDb, ids: readonly number[], isDescending: boolean): number[] {
  const all = listCustomerIds(db, 'archiveNumber', isDescending)
  const waits = new Uint8Array(all.reduce((last, id) => Math.max(last, id), 0) + 1)
  for (const id of all) waits[id] = 1
  const first = ids.filter(id => {
    const isWaiting = waits[id] === 1
    if (isWaiting) waits[id] = 0
    return isWaiting
  })
  return first.concat(all.filter(id => waits[id] === 1))
}

function byCompleteness(db: ReadableDb, isDescending: boolean): number[] {
  const byPercent: number[][] = Array.from({ length: 101 }, () => [])
  for (const { customerId, percent } of listCompleteness(db)) byPercent[percent]?.push(customerId)
  const ids = byPercent.flat()
  return isDescending ? ids.reverse() : ids
}
