import type { RowRange } from '#renderer/components/sheet-grid/selection.ts'
import { call } from '#renderer/ipc/client.ts'
import type { CustomerListRow } from '#shared/domain/customer.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import { selectCustomers } from './select-customers.ts'

/** One row of the list. A customer who was deleted since is shown as last seen, and is null when never seen. */
export type ListRow = { readonly customer: CustomerListRow | null; readonly isDeleted: boolean }

const rowsOfCall = 200
const keptPages = 80

/** Reads the rows of one snapshot and remembers what they held, for those that are deleted while they are looked at. */
export class ListRows {
  private readonly listId: number
  private readonly seen = new Map<number, readonly ListRow[]>()

  /** Fields beyond the default card that the shown columns need. */
  private readonly fieldIds: () => readonly number[]

  constructor(listId: number, fieldIds: () => readonly number[]) {
    this.listId = listId
    this.fieldIds = fieldIds
  }

  /** Rows by their place. Errors: not-found when main has dropped the snapshot. */
  readonly read = async (start: number, count: number): Promise<readonly ListRow[]> => {
    const fieldIds = this.fieldIds()
    const asked = fieldIds.length > 0 ? { fieldIds: [...fieldIds] } : {}
    const customers = await call('customers.listPage', { listId: this.listId, start, count, ...asked })
    const before = this.seen.get(start)
    const rows = customers.map((customer, index) =>
      customer
        ? { customer, isDeleted: false }
        : { customer: before?.[index]?.customer ?? null, isDeleted: true },
    )
    this.seen.delete(start)
    this.seen.set(start, rows)
    for (const oldest of this.seen.keys()) if (this.seen.size > keptPages) this.seen.delete(oldest)
    return rows
  }

  /** Names the customers in some ranges for one step. */
  readonly select = (ranges: readonly RowRange[]): Promise<SelectedCustomers | null> =>
    selectCustomers(this.listId, ranges, some => this.readIds(some))

  /** Keys of the customers in some ranges; those deleted meanwhile are left out. */
  async readIds(ranges: readonly RowRange[]): Promise<number[]> {
    const ids: number[] = []
    for (const { first, last } of ranges)
      for (let start = first; start <= last; start += rowsOfCall) {
        const count = Math.min(rowsOfCall, last - start + 1)
        const customers = await call('customers.listPage', { listId: this.listId, start, count })
        ids.push(...customers.flatMap(customer => (customer ? [customer.customerId] : [])))
      }
    return ids
  }
}
