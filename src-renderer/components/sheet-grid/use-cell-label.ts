import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { RowCache } from './row-cache.ts'
import type { Cell } from './selection.ts'
import type { SheetColumn } from './sheet-column.ts'

/** The active cell in words: its column, its row, what it holds. */
export function useCellLabel<Row>(
  columns: readonly SheetColumn<Row>[],
  cache: RowCache<Row>,
  active: Cell,
  newRow: { readonly row: number; readonly texts: Readonly<Record<string, string>> } | null,
): string {
  const { t } = useTranslation()
  const column = columns[active.column]
  const row = cache.get(active.row)
  const place = { column: column?.title ?? '', row: active.row + 1 }
  if (column && active.row === newRow?.row)
    return t('grid.newRowCell', { column: column.title, text: newRow.texts[column.key] ?? '' })
  if (row === undefined || column === undefined) return t('grid.cellLoading', place)
  const text = column.text(row)
  return text === '' ? t('grid.cellEmpty', place) : t('grid.cell', { ...place, text })
}
