import { AppError } from '#shared/contract/app-error.ts'
import { type SelectedCustomers, SelectedRows } from '#shared/domain/selected-customers.ts'
import type { IdLists } from './id-lists.ts'

/**
 * Puts the keys in the place of the rows by which a request names customers: only main knows the lists. Other requests stay as
 * they are.
 *
 * Shape: an Int32Array, which crosses to a thread as one piece. Errors: not-found for a list that was dropped.
 */
export function withSelectedIds(request: unknown, lists: IdLists): unknown {
  if (typeof request !== 'object' || request === null) return request
  const { customerIds, customers } = request as { customerIds?: unknown; customers?: unknown }
  const isOfRows = isRows(customerIds)
  if (!isOfRows && !customers) return request
  return {
    ...request,
    ...(isOfRows ? { customerIds: idsOfRows(customerIds, lists) } : {}),
    ...(customers ? { customers: withSelectedIds(customers, lists) } : {}),
  }
}

/** The keys by which a request that went through `withSelectedIds` names customers. */
export function selectedIds(selected: SelectedCustomers | Int32Array): readonly number[] {
  if (Array.isArray(selected)) return selected
  if (selected instanceof Int32Array) return Array.from(selected)
  throw new AppError('invalid-request')
}

const isRows = (selected: unknown): selected is SelectedRows => SelectedRows.safeParse(selected).success

function idsOfRows({ listId, ranges }: SelectedRows, lists: IdLists): Int32Array {
  const list = lists.find(listId)
  if (!list) throw new AppError('not-found')
  const parts = ranges.map(({ first, last }) => list.subarray(first, last + 1))
  const ids = new Int32Array(parts.reduce((count, part) => count + part.length, 0))
  let length = 0
  for (const part of parts) {
    ids.set(part, length)
    length += part.length
  }
  return ids
}
