import { useCallback, useMemo, useState } from 'react'
import { columnLefts } from './geometry.ts'
import { alignOf, type SheetColumn } from './sheet-column.ts'

const narrowestPx = 40
const widestPx = 1200

export type ColumnLayout = {
  readonly widths: readonly number[]
  /** Left edges, and the right edge of the last column. */
  readonly lefts: readonly number[]
  readonly resize: (column: number, widthPx: number) => void
}

/** As narrow as a growing column becomes, so that one more column is seen. */
const leastGrowingPx = 190

/**
 * Widths of the columns as they are drawn. What is left free goes to the growing column, which gives way to others first. Where
 * not all have room, what would show a part of the next one goes to the last text that is wholly seen: no value ends in its middle.
 */
function drawnWidths<Row>(
  columns: readonly SheetColumn<Row>[],
  chosen: readonly number[],
  roomPx: number,
  isDragged: (column: SheetColumn<Row>) => boolean,
): readonly number[] {
  const isTaking = (column: SheetColumn<Row>) => column.isGrowing === true && !isDragged(column)
  const growing = columns.findIndex(isTaking)
  const least = chosen.map((width, index) => (index === growing ? Math.min(width, leastGrowingPx) : width))
  let wholePx = 0
  let whole = 0
  for (const width of least) {
    if (wholePx + width > roomPx) break
    wholePx += width
    whole += 1
  }
  if (growing !== -1 && growing < whole) return withFree(least, growing, roomPx - wholePx)
  const isText = (column: SheetColumn<Row>) => alignOf(column) === 'left' && !isDragged(column)
  const last = whole === columns.length ? -1 : columns.slice(0, whole).findLastIndex(isText)
  return withFree(chosen, last, roomPx - wholePx)
}

const withFree = (widths: readonly number[], taker: number, freePx: number) =>
  widths.map((width, index) => (index === taker ? width + freePx : width))

/** Widths of the columns: as given, as dragged, and filled up so that whole columns are seen. */
export function useColumnWidths<Row>(
  columns: readonly SheetColumn<Row>[],
  startPx: number,
  viewWidthPx: number,
  onResizeColumn: ((key: string, widthPx: number) => void) | undefined,
): ColumnLayout {
  const [dragged, setDragged] = useState<Readonly<Record<string, number>>>({})
  const widths = useMemo(() => {
    const chosen = columns.map(column => dragged[column.key] ?? column.widthPx)
    if (viewWidthPx === 0) return chosen
    return drawnWidths(columns, chosen, viewWidthPx - startPx, column => dragged[column.key] !== undefined)
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
