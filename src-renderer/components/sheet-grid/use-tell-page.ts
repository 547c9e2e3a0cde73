import { useEffect } from 'react'
import { countRows, type RowRange, type Selection } from './selection.ts'
import type { SheetGridProps } from './sheet-grid-props.ts'

/** Tells the page what is selected and which rows are seen, whenever that changes. */
export function useTellPage<Row>(
  { onSelectionChange, onShownRows }: SheetGridProps<Row>,
  selection: Selection,
  shown: RowRange | null,
): void {
  const first = shown?.first ?? -1
  const last = shown?.last ?? -1
  useEffect(() => {
    onShownRows?.(first === -1 ? null : { first, last })
  }, [first, last, onShownRows])
  useEffect(() => {
    const { rows, active } = selection
    onSelectionChange?.({ activeRow: active.row, rows, rowCount: countRows(rows) })
  }, [selection, onSelectionChange])
}
