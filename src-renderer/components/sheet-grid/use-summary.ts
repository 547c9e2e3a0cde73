import { useEffect, useRef } from 'react'
import { copyLimit } from './clipboard-text.ts'
import type { RowCache } from './row-cache.ts'
import { countRows, type Selection, selectedArea } from './selection.ts'
import type { SheetColumn } from './sheet-column.ts'
import { type SheetSummary, summarizeColumns } from './summary.ts'

const restMs = 120

/** Tells what is selected once the selection rests; null while it is one cell. */
export function useSummary<Row>(
  cache: RowCache<Row>,
  columns: readonly SheetColumn<Row>[],
  selection: Selection,
  onSummary: ((summary: SheetSummary | null) => void) | undefined,
): void {
  const tell = useRef(onSummary)
  tell.current = onSummary
  useEffect(() => {
    if (!tell.current) return
    const { rows, left, right } = selectedArea(selection, columns.length)
    const rowCount = countRows(rows)
    const isOneCell = selection.rows.length === 0 && rowCount === 1 && left === right
    let isGone = false
    const timer = setTimeout(async () => {
      if (isOneCell) {
        tell.current?.(null)
        return
      }
      const read = rowCount > copyLimit ? [] : await cache.read(rows).catch(() => undefined)
      if (isGone || !read) return
      tell.current?.({ rowCount, columns: summarizeColumns(columns.slice(left, right + 1), read) })
    }, restMs)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [cache, columns, selection])
}
