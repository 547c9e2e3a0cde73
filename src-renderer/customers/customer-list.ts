import { useEffect, useSyncExternalStore } from 'react'
import type { SheetSort } from '#renderer/components/sheet-grid/sheet-column.ts'
import { getBridge } from '#renderer/ipc/bridge.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { Bridge } from '#shared/contract/bridge.ts'
import { CustomerSortColumn } from '#shared/domain/customer.ts'
import { type FilterRequest, followTags } from '#shared/domain/customer-filter.ts'
import type { SavedView } from '#shared/domain/saved-view.ts'

/** A snapshot of all customers in one order; rows are asked for by their place in it. */
export type Snapshot = { readonly listId: number; readonly total: number }

export type CustomerListState = {
  readonly sort: SheetSort
  /** Only those whom a filter finds; null for all. */
  readonly where: FilterRequest | null
  /** The saved view that was opened last; the list may have been filtered or sorted otherwise since. */
  readonly viewId: number | null
  readonly snapshot: Snapshot | null
  readonly error: AppError | null
  /** Customers or orders changed since the snapshot: its order may be an old one. */
  readonly isOld: boolean
  /** Keys of the shown columns in their order; null as at first. */
  readonly columns: readonly string[] | null
  /** How many of them stay in sight when the others are scrolled. */
  readonly frozenCount: number
}

const restMs = 500

const firstState: CustomerListState = {
  sort: { key: 'archiveNumber', direction: 'ascending' },
  where: null,
  viewId: null,
  snapshot: null,
  error: null,
  isOld: false,
  columns: null,
  frozenCount: 2,
}

/** What the archive is asked for. Days since the last order run against its date. */
export function toSortRequest({ key, direction }: SheetSort) {
  const isDescending = direction === 'descending'
  if (key === 'days') return { column: 'lastOn', isDescending: !isDescending } as const
  return { column: CustomerSortColumn.parse(key), isDescending }
}

/**
 * The list of all customers as it was last put in order. It outlives the page, so that going back finds the same list at the same
 * place, and so that the customer page knows who comes next.
 */
class CustomerList {
  private state = firstState
  private archiveToken: string | null = null
  private bridge: Bridge | null = null
  private asked = 0
  private readonly listeners = new Set<() => void>()
  private widths: Readonly<Record<string, number>> = {}
  private waiting: ReturnType<typeof setTimeout> | undefined
  /** Where the list was left. */
  activeRow = 0
  /** Who was looked at last; found again when the list is put in order anew. */
  activeCustomerId: number | null = null

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** The list of an archive; that of another one counts as none. */
  getState(archiveToken: string): CustomerListState {
    return archiveToken === this.archiveToken ? this.state : firstState
  }

  /** Takes the snapshot of an archive once; afterwards it stays until it is refreshed. */
  open(archiveToken: string): void {
    this.connect()
    if (this.archiveToken !== archiveToken) {
      this.archiveToken = archiveToken
      this.activeRow = 0
      this.activeCustomerId = null
      this.widths = {}
      clearTimeout(this.waiting)
      this.set(firstState)
      void this.openAsLeft(archiveToken)
    } else if (!this.state.snapshot && !this.state.error) this.refresh()
  }

  /** The list as it was left in this archive; without a word about it, or when it cannot be read, in its first order. */
  private async openAsLeft(archiveToken: string): Promise<void> {
    const layout = await call('settings.getListLayout', { list: 'customers' }).catch(() => null)
    if (archiveToken !== this.archiveToken) return
    this.widths = layout?.widths ?? {}
    const key = layout?.sort?.key
    const { columns = null, frozenCount = firstState.frozenCount } = layout ?? {}
    this.set({ ...this.state, columns, frozenCount })
    const isKnown = key === 'days' || CustomerSortColumn.safeParse(key).success
    if (layout?.sort && isKnown) this.set({ ...this.state, sort: layout.sort })
    this.refresh()
  }

  sortBy(sort: SheetSort): void {
    this.activeRow = 0
    this.activeCustomerId = null
    this.set({ ...this.state, sort })
    this.refresh()
    this.keepLayout()
  }

  /** Which columns are shown, in which order, and how many of them stay in sight. */
  arrange(layout: Pick<CustomerListState, 'columns' | 'frozenCount'>): void {
    this.set({ ...this.state, ...layout })
    this.keepLayout()
  }

  /** Shows a new customer behind the last row; the order of the others stays. */
  async append(customerId: number): Promise<void> {
    const { snapshot } = this.state
    if (!snapshot) return
    const { listId } = snapshot
    const { total } = await call('customers.addToList', { listId, customerIds: [customerId] })
    if (this.state.snapshot?.listId === listId) this.set({ ...this.state, snapshot: { listId, total } })
  }

  filterBy(where: FilterRequest | null): void {
    this.activeRow = 0
    this.set({ ...this.state, where })
    this.refresh()
  }

  /** Asks for the tag that stays wherever the filter asked for tags that were merged into it. */
  followMergedTags(intoId: number, gone: readonly number[]): void {
    const { where } = this.state
    const followed = where && { ...where, filter: followTags(where.filter, intoId, new Set(gone)) }
    if (JSON.stringify(followed) !== JSON.stringify(where)) this.filterBy(followed)
  }

  /** Looks at the list as a view was saved; null: at all customers, in the order as it is. */
  openView(view: SavedView | null, asOf: FilterRequest['asOf']): void {
    const content = view?.content
    const { sort, columns, frozenCount } = this.state
    const where = content?.filter ? { filter: content.filter, asOf } : null
    this.activeRow = 0
    this.widths = content?.widths ?? this.widths
    this.set({
      ...{ ...this.state, where, viewId: view?.viewId ?? null },
      sort: content?.sort ?? sort,
      columns: content?.columns === undefined ? columns : content.columns,
      frozenCount: content?.frozenCount ?? frozenCount,
    })
    this.refresh()
    this.keepLayout()
  }

  /** Says that the list, as it is, was saved as a view. */
  savedAs(viewId: number): void {
    this.set({ ...this.state, viewId })
  }

  /** Takes a new snapshot; the old one stays until it is there. */
  refresh(): void {
    this.asked += 1
    const asked = this.asked
    const { sort, where } = this.state
    const request = { sort: toSortRequest(sort), ...(where ? { where } : {}) }
    this.set({ ...this.state, error: null, isOld: false })
    call('customers.openList', request).then(
      snapshot => asked === this.asked && this.set({ ...this.state, snapshot }),
      error => asked === this.asked && this.set({ ...this.state, error: toAppError(error) }),
    )
  }

  /**
   * Takes a new snapshot where the old one holds too few or too many: after an import or a new card, one expects to see it when one
   * comes back. Mere edits leave the order alone.
   */
  async comeBack(): Promise<void> {
    const { snapshot, where, isOld } = this.state
    if (!snapshot || !isOld) return
    const counted = where ? call('customers.countFiltered', where) : call('customers.count', {})
    const now = await counted.catch(() => null)
    if (now && now.count !== snapshot.total) this.refresh()
  }

  /** The widths that columns were dragged to, by key. */
  getWidths(): Readonly<Record<string, number>> {
    return this.widths
  }

  /** Dragging tells many widths: they are stored when it rests. */
  keepWidth(key: string, widthPx: number): void {
    this.widths = { ...this.widths, [key]: widthPx }
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.keepLayout(), restMs)
  }

  /** A list that cannot be remembered (an archive that is only read) still works. */
  private keepLayout(): void {
    const { sort, columns, frozenCount } = this.state
    const layout = { sort, widths: this.widths, columns: columns && [...columns], frozenCount }
    call('settings.saveListLayout', { list: 'customers', layout }).catch(() => undefined)
  }

  /** Main announces changes also while another page is shown. */
  private connect(): void {
    const bridge = getBridge()
    if (bridge === this.bridge) return
    this.bridge = bridge
    bridge.onEvent('data.changed', ({ topics }) => {
      if (!topics.includes('customers') && !topics.includes('orders')) return
      this.set({ ...this.state, isOld: true })
      // An empty list has no order to keep.
      if (this.state.snapshot?.total === 0) this.refresh()
    })
  }

  private set(state: CustomerListState): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

/** The one list of the window. */
export const customerList = new CustomerList()

/** The list of all customers; opened when it is not yet. */
export function useCustomerList(): CustomerListState {
  const { archiveToken } = useOpenArchive()
  useEffect(() => customerList.open(archiveToken), [archiveToken])
  return useSyncExternalStore(customerList.subscribe, () => customerList.getState(archiveToken))
}

/** How the list of all is now, without opening it; as at first until it was opened once. */
export function useListState(): CustomerListState {
  const { archiveToken } = useOpenArchive()
  return useSyncExternalStore(customerList.subscribe, () => customerList.getState(archiveToken))
}
