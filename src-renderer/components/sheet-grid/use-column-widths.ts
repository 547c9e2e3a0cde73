import { useCallback, useMemo, useState } from 'react'
import { columnLefts } from './geometry.ts'
import type { SheetColumn } from './sheet-column.ts'

const narrowestPx = 40
const widestPx = 1200

export type ColumnLayout = {
  readonly widths: readonly number[]
  /** Left edges, and the right edge of the last column. */
  readonly lefts: readonly number[]
  readonly resize: (column: number, widthPx: number) => void
}

/** Widths of the columns: as given, as dragged, and the growing one takes what is left free. */
export function useColumnWidths<Row>(
  columns: readonly SheetColumn<Row>[],
  startPx: number,
  viewWidthPx: number,
  onResizeColumn: ((key: string, widthPx: number) => void) | undefined,
): ColumnLayout {
  const [dragged, setDragged] = useState<Readonly<Record<string, number>>>({})
  const widths = useMemo(() => {
    const chosen = columns.map(column => dragged[column.key] ?? column.widthPx)
    const free = viewWidthPx - startPx - chosen.reduce((sum, width) => sum + width, 0)
    const growing = columns.findIndex(column => column.isGrowing && dragged[column.key] === undefined)
    return free > 0 ? chosen.map((width, index) => (index === growing ? width + free : width)) : chosen
  }, [columns, dragged, startPx, viewWidthPx])
  const lefts = useMemo(() => columnLefts(widths, startPx), [widths, startPx])
  const resize = useCallback(
    (column: number, widthPx: number) => {
      const key = columns[column]?.key
      if (key === undefined) return
      const width = Math.round(Math.max(narrowestPx, Math.min(widestPx, widthPx)))
      setDragged(before => ({ ...before, [key]: width }))
      onResizeColumn?.(key, width)
    },
    [columns, onResizeColumn],
  )
  return { widths, lefts, resize }
}
