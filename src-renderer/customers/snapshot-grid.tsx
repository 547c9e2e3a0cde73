import './customers.css'
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import type { RowRange } from '#renderer/components/sheet-grid/selection.ts'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import type { SheetHandle, SheetSelection } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import type { SheetSummary } from '#renderer/components/sheet-grid/summary.ts'
import { useEvent } from '#renderer/ipc/use-event.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import type { Snapshot } from './customer-list.ts'
import { ListStatus } from './list-status.tsx'
import { useCustomerColumns, useSnapshotRows } from './use-list-grid.ts'

/** Rows of the list that are selected as a whole. */
export type SelectedRows = {
  readonly count: number
  /** Names the customers in them for one step; null where all were deleted meanwhile. */
  readonly select: () => Promise<SelectedCustomers | null>
}

type SnapshotGridProps = {
  /** What the rows are, for a screen reader. */
  readonly label: string
  readonly snapshot: Snapshot
  /** The snapshot is no longer there: another one is to be taken. */
  readonly onLost: () => void
  readonly onOpen: (customerId: number, listId: number) => void
  /** Keep it the same. */
  readonly onSelect?: (selected: SelectedRows) => void
  readonly emptyState: ReactNode
  readonly ref?: Ref<Pick<SheetHandle, 'clearSelection'>>
}

/** Some customers in the columns of the list of all, with what the status bar says of them. The keyboard begins in it. */
export function SnapshotGrid(props: SnapshotGridProps) {
  const { label, snapshot, onLost, onOpen, onSelect, emptyState, ref } = props
  const rowPx = useRowPx()
  const grid = useRef<SheetHandle>(null)
  const { columns, fieldIds, frozenCount } = useCustomerColumns()
  const { rows, source } = useSnapshotRows(snapshot, onLost, fieldIds)
  const [summary, setSummary] = useState<SheetSummary | null>(null)
  const [shown, setShown] = useState<RowRange | null>(null)
  useImperativeHandle(ref, () => ({ clearSelection: () => grid.current?.clearSelection() }))
  useEffect(() => grid.current?.focus(), [])
  useEvent('data.changed', ({ topics }) => {
    if (topics.includes('customers') || topics.includes('orders')) grid.current?.refresh()
  })
  const { listId, total } = snapshot
  const tellSelected = useCallback(
    (selection: SheetSelection) =>
      onSelect?.({
        count: selection.rowCount,
        select: async () => (await rows?.select(selection.rows)) ?? null,
      }),
    [onSelect, rows],
  )
  return (
    <>
      <div className="fill">
        <SheetGrid
          ref={grid}
          label={label}
          columns={columns}
          source={source}
          frozenCount={frozenCount}
          rowPx={rowPx}
          onOpenRow={({ customer, isDeleted }) =>
            customer && !isDeleted && onOpen(customer.customerId, listId)
          }
          onSelectionChange={tellSelected}
          onSummary={setSummary}
          onShownRows={setShown}
          emptyState={emptyState}
        />
      </div>
      {total > 0 && <ListStatus shown={shown} total={total} summary={summary} columns={columns} />}
    </>
  )
}
