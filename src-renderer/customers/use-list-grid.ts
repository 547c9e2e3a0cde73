import { useEffect, useMemo, useRef } from 'react'
import { useReferenceDay } from '#renderer/components/analysis-choice.ts'
import type { SheetColumn, SheetSource } from '#renderer/components/sheet-grid/sheet-column.ts'
import type { SheetHandle } from '#renderer/components/sheet-grid/sheet-grid-props.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useEvent } from '#renderer/ipc/use-event.ts'
import { customerColumns } from './customer-columns.tsx'
import { customerList, type Snapshot } from './customer-list.ts'
import { type ListRow, ListRows } from './list-rows.ts'

/** Columns and rows of the list for its grid, and the handle of the grid. */
export function useListGrid(snapshot: Snapshot | null) {
  const grid = useRef<SheetHandle>(null)
  useEvent('data.changed', ({ topics }) => {
    if (topics.includes('customers') || topics.includes('orders')) grid.current?.refresh()
  })
  useReturn(grid, snapshot)
  return { grid, columns: useCustomerColumns(), ...useSnapshotRows(snapshot, renewLost) }
}

/** The columns of every list of customers, as wide as they were dragged. */
export function useCustomerColumns(): readonly SheetColumn<ListRow>[] {
  const { t, tCode, language } = useTranslation()
  const { currency } = useOpenArchive()
  const today = useReferenceDay()
  const widths = customerList.getWidths()
  return useMemo(
    () => customerColumns({ t, tCode, language, currency, today, widthOf: key => widths[key] }),
    [t, tCode, language, currency, today, widths],
  )
}

/** The rows of a snapshot for a grid. Main keeps the last snapshots only: `onLost` hears of one that it has dropped. */
export function useSnapshotRows(snapshot: Snapshot | null, onLost: () => void) {
  return useMemo(() => {
    if (!snapshot) return { rows: null, source: undefined }
    const rows = new ListRows(snapshot.listId)
    const source: SheetSource<ListRow> = {
      generation: snapshot.listId,
      count: snapshot.total,
      fetchRange: (start, count) =>
        rows.read(start, count).catch(error => {
          if (toAppError(error).code === 'not-found') onLost()
          throw error
        }),
    }
    return { rows, source }
  }, [snapshot, onLost])
}

const renewLost = () => customerList.refresh()

/** The keyboard begins in the list. When the list is put in order anew, the customer looked at last is found again. */
function useReturn(grid: { readonly current: SheetHandle | null }, snapshot: Snapshot | null): void {
  useEffect(() => void customerList.comeBack(), [])
  const listId = snapshot?.listId
  const shown = useRef<number>(undefined)
  useEffect(() => {
    if (listId === undefined) return
    if (shown.current === undefined) grid.current?.focus()
    shown.current = listId
    const customerId = customerList.activeCustomerId
    if (customerId === null) return
    let isGone = false
    call('customers.findInList', { listId, customerId }).then(
      ({ index }) => {
        if (!isGone && index !== null && index !== customerList.activeRow) grid.current?.goToRow(index)
      },
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [grid, listId])
}
