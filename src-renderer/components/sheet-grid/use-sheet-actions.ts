import type { RefObject } from 'react'
import { columnAt, type RowFrame, rowAt, scrollLeftToShow, scrollTopToShow } from './geometry.ts'
import type { SheetAction } from './keyboard.ts'
import type { RowCache } from './row-cache.ts'
import {
  type Cell,
  extendRows,
  extendTo,
  isRowSelected,
  type Selection,
  selectAllRows,
  selectCell,
  selectedArea,
  selectRow,
  toggleRow,
} from './selection.ts'
import type { SheetGridProps } from './sheet-grid-props.ts'
import type { ColumnLayout } from './use-column-widths.ts'
import type { SelectionState } from './use-selection.ts'

type ActionTools<Row> = {
  readonly props: SheetGridProps<Row>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly frame: RowFrame
  readonly layout: ColumnLayout
  readonly frozenCount: number
  readonly cache: RowCache<Row>
  readonly state: SelectionState
}

/** What keys and the mouse do to a grid. */
export function useSheetActions<Row>(tools: ActionTools<Row>) {
  const { props, scroller, frame, layout, frozenCount, cache, state } = tools

  const reveal = (cell: Cell) => {
    const element = scroller.current
    if (!element) return
    element.scrollTop = scrollTopToShow(frame, element.scrollTop, cell.row)
    const { scrollLeft, clientWidth } = element
    element.scrollLeft = scrollLeftToShow(layout.lefts, frozenCount, clientWidth, scrollLeft, cell.column)
  }
  const goTo = (selection: Selection) => {
    state.select(selection)
    reveal(selection.head)
  }
  const open = (index: number) => {
    const row = cache.get(index)
    if (row !== undefined) props.onOpenRow?.(row, index)
  }
  const extended = (selection: Selection, cell: Cell) =>
    selection.rows.length > 0 ? extendRows(selection, cell.row) : extendTo(selection, cell)
  const perform = (action: SheetAction) => {
    const selection = state.newest()
    const { active } = selection
    const column = props.columns[active.column]
    if (action.kind === 'move') goTo(selectCell(action.cell))
    if (action.kind === 'extend') goTo(extended(selection, action.cell))
    if (action.kind === 'select-all') state.select(selectAllRows(selection, props.source?.count ?? 0))
    if (action.kind === 'select-row' && active.row < (props.source?.count ?? 0))
      state.select(selectRow(active))
    if (action.kind === 'collapse') state.select(selectCell(active))
    if (action.kind === 'open') open(active.row)
    if (action.kind === 'sort' && column?.isSortable)
      props.onSort?.({ key: column.key, direction: action.direction })
    if (action.kind === 'resize')
      layout.resize(active.column, (layout.widths[active.column] ?? 0) + action.deltaPx)
  }
  /** The cell under a point of the scrolled view; column -1 on the row numbers. */
  const hit = (x: number, y: number): Cell => {
    const { scrollTop = 0, scrollLeft = 0 } = scroller.current ?? {}
    return { row: rowAt(frame, scrollTop, y), column: columnAt(layout.lefts, frozenCount, scrollLeft, x) }
  }
  const press = ({ row, column }: Cell, keys: { shiftKey: boolean; ctrlKey: boolean }) => {
    const before = state.newest()
    const cell = { row, column: Math.max(0, column) }
    if (column >= 0) {
      // Not revealed: a row cut by the edge must not move away under a second click.
      state.select(keys.shiftKey ? extended(before, cell) : selectCell(cell))
    } else if (row >= (props.source?.count ?? 0)) state.select(selectCell(cell))
    else if (keys.shiftKey) state.select(extendRows(before, row))
    else state.select(keys.ctrlKey ? toggleRow(before, cell) : selectRow(cell))
  }
  /** The right mouse button: what is under it is selected, unless it is already. */
  const pressForMenu = ({ row, column }: Cell) => {
    const { rows, left, right } = selectedArea(state.newest(), props.columns.length)
    const isWithin = isRowSelected(rows, row) && column <= right && (column >= left || column === -1)
    if (!isWithin) press({ row, column }, { shiftKey: false, ctrlKey: false })
  }
  const drag = (place: Cell, isOnRowNumbers: boolean) => {
    const before = state.newest()
    const column = Math.max(0, place.column)
    if (before.head.row === place.row && (isOnRowNumbers || before.head.column === column)) return
    if (isOnRowNumbers) state.select(extendRows(before, place.row))
    else state.select(extendTo(before, { row: place.row, column }))
  }
  return { perform, goTo, open, hit, press, pressForMenu, drag }
}
