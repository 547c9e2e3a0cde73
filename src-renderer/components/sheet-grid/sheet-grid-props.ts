import type { ReactNode, Ref } from 'react'
import type { RowRange } from './selection.ts'
import type { SheetColumn, SheetSort, SheetSource } from './sheet-column.ts'
import type { SheetEditing } from './sheet-editing.ts'
import type { SheetSummary } from './summary.ts'

/** What a page may ask of a grid besides its props. */
export type SheetHandle = {
  readonly focus: () => void
  readonly goToRow: (row: number) => void
  readonly clearSelection: () => void
  /** Reads the rows anew at the same place, after some of them were changed. */
  readonly refresh: () => void
}

export type SheetSelection = {
  readonly activeRow: number
  /** Whole rows that are selected, in order; empty when only cells are. */
  readonly rows: readonly RowRange[]
  readonly rowCount: number
}

export type RowNumbers<Row> = { readonly of: (row: Row) => number; readonly largest: number }

/** How columns are arranged, where the page lets them be. `onMove` names the place among the shown columns. */
export type SheetColumnLayout = {
  readonly onFreeze: (count: number) => void
  readonly onMove: (key: string, place: number) => void
  readonly onHide: (key: string) => void
  readonly onChoose: () => void
}

export type SheetGridProps<Row> = {
  /** What the rows are, for a screen reader. */
  readonly label: string
  readonly columns: readonly SheetColumn<Row>[]
  /** Undefined until it is known what to show. */
  readonly source: SheetSource<Row> | undefined
  readonly frozenCount?: number
  /** What stands at the left of rows instead of their places in the list, such as their rows in a file. Keep it the same. */
  readonly rowNumbers?: RowNumbers<Row>
  readonly rowPx?: number
  /** Where to begin, when one comes back to a list. */
  readonly initialRow?: number
  readonly sort?: SheetSort | null
  readonly onSort?: (sort: SheetSort) => void
  /** Narrows the list by a column, where the page can; undefined for a column that it cannot ask for. */
  readonly filterOf?: (columnKey: string) => (() => void) | undefined
  /** Enter or a double click. */
  readonly onOpenRow?: (row: Row, index: number) => void
  readonly onSelectionChange?: (selection: SheetSelection) => void
  /** First and last row that are wholly seen, for the status bar; null while there are none. */
  readonly onShownRows?: (rows: RowRange | null) => void
  readonly onSummary?: (summary: SheetSummary | null) => void
  /** Lets cells be typed into. Keep it the same. */
  readonly editing?: SheetEditing<Row> | undefined
  readonly columnLayout?: SheetColumnLayout | undefined
  /** To remember the widths. */
  readonly onResizeColumn?: (key: string, widthPx: number) => void
  /** Shown in place of rows when there are none. */
  readonly emptyState?: ReactNode
  readonly ref?: Ref<SheetHandle>
}
