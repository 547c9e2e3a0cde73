import type { RowRange } from '#renderer/components/sheet-grid/selection.ts'
import { batchLimit } from '#shared/domain/batch-edit.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'

/**
 * Names the customers of selected rows for one step: few by their keys, whatever becomes of the list; many by their rows, which
 * main turns into keys.
 *
 * Empty: null where all of them were deleted meanwhile.
 */
export async function selectCustomers(
  listId: number,
  ranges: readonly RowRange[],
  readIds: (ranges: readonly RowRange[]) => Promise<number[]>,
): Promise<SelectedCustomers | null> {
  const count = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  if (count > batchLimit) return { listId, ranges: ranges.map(({ first, last }) => ({ first, last })) }
  const ids = await readIds(ranges)
  return ids.length > 0 ? ids : null
}
