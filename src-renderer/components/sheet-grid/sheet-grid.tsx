import '#renderer/styles/sheet-grid.css'
import { type KeyboardEvent, useId, useImperativeHandle, useRef, useState } from 'react'
import { useShownAfter } from '#renderer/components/use-shown-after.ts'
import { size } from '#renderer/design/tokens.ts'
import { fittingWidthPx } from './fit-column.ts'
import { bodyOffsetPx, bodyPx, type RowFrame, rowNumberPx, visibleRows, wholeRows } from './geometry.ts'
import { type SheetAction, sheetAction } from './keyboard.ts'
import { type Cell, selectCell, selectedArea } from './selection.ts'
import { SheetBody } from './sheet-body.tsx'
import { SheetFailure } from './sheet-failure.tsx'
import type { CellPlace } from './sheet-field.tsx'
import type { SheetGridProps } from './sheet-grid-props.ts'
import { SheetCorner, SheetHead } from './sheet-head.tsx'
import { SheetOverlays } from './sheet-overlays.tsx'
import { cellId } from './sheet-row.tsx'
import { SheetTextField } from './sheet-text-field.tsx'
import { useBeginning } from './use-beginning.ts'
import { useCellLabel } from './use-cell-label.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { useCopy } from './use-copy.ts'
import { useFind } from './use-find.ts'
import { useRowCache } from './use-row-cache.ts'
import { useScrollView } from './use-scroll-view.ts'
import { useSelection } from './use-selection.ts'
import { useSheetActions } from './use-sheet-actions.ts'
import { useSheetEditing } from './use-sheet-editing.ts'
import { useSheetMenu } from './use-sheet-menu.ts'
import { useSheetMouse } from './use-sheet-mouse.ts'
import { useSummary } from './use-summary.ts'
import { useTellPage } from './use-tell-page.ts'

const overscanRows = 6

/**
 * A list that is read, selected and copied like a sheet, of any length. One text field lies over the active cell and always
 * has the focus, so that an input method starts in the right place and its first letter is not lost.
 */
export function SheetGrid<Row>(props: SheetGridProps<Row>) {
  const { columns, source, frozenCount = 2, rowPx = size.row, initialRow = 0, sort = null } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [announcement, announce] = useState('')

  const count = source?.count ?? 0
  const hasNewRow = props.editing?.newRow !== undefined && count > 0
  const view = useScrollView(scroller)
  const frame: RowFrame = { count: hasNewRow ? count + 1 : count, rowPx, viewPx: view.viewPx }
  const layout = useColumnWidths(
    columns,
    rowNumberPx(props.rowNumbers?.largest ?? count),
    view.viewWidthPx,
    props.onResizeColumn,
  )
  const visible = visibleRows(frame, view.scrollTop, overscanRows)
  const cache = useRowCache(source, visible)
  const state = useSelection(initialRow)
  const { selection } = state
  const { active } = selection
  const actions = useSheetActions({ props, scroller, frame, layout, frozenCount, cache, state })
  const area = () => selectedArea(state.newest(), columns.length)
  const copy = useCopy({ cache, columns, area, announce })
  const goToCell = (cell: Cell) => actions.goTo(selectCell(cell))
  const typing = useSheetEditing({ props, field, rowPx, cache, state, area, goToCell, announce })
  const { editor, writes } = typing
  const newRow = typing.newRow && { row: count, texts: typing.newRow }
  const cellLabel = useCellLabel(columns, cache, active, newRow)
  const find = useFind({ cache, columns, count, active: () => state.newest().active, goTo: goToCell })
  const isSkeletonShown = useShownAfter(cache.isEmpty)
  useSummary(cache, columns, selection, props.onSummary)

  const focus = () => field.current?.focus({ preventScroll: true })
  const perform = (action: SheetAction) => {
    announce('')
    if (action.kind === 'find') find.open()
    else if (action.kind === 'menu') openCellMenu()
    else if (action.kind === 'cut') void copy.cut(() => typing.perform({ kind: 'clear' }))
    else if (!typing.perform(action)) actions.perform(action)
  }
  const fitColumn = (column: number) =>
    scroller.current && layout.resize(column, fittingWidthPx(scroller.current, column))
  const moveColumn = (column: number, to: number) => {
    const key = columns[column]?.key
    if (key !== undefined) props.columnLayout?.onMove(key, to)
  }
  const menu = useSheetMenu({
    props,
    fitColumn,
    facts: () => ({
      canEdit: typing.canEdit(state.newest().active),
      canWrite: props.editing !== undefined && state.newest().rows.length === 0,
      isMarked: typing.isMarked,
    }),
    act: kind => {
      focus()
      if (kind === 'copy') void copy.copyNow()
      else if (kind === 'paste') props.editing?.paste()
      else if (kind === 'dismiss') typing.dismissHere()
      else perform({ kind })
    },
  })
  const openCellMenu = () => {
    const { left, top, height } = place()
    menu.openOfCell(left + 8, top + height, active.column)
  }
  const openMenuAt = menu.openOfCell
  const mouse = useSheetMouse({ scroller, count, actions, typing, focus, announce, openMenuAt })
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // A key that is being composed belongs to the input method; 229 is what it sends on Windows.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (editor.isEditing()) {
      typing.editorKey(event)
      return
    }
    const pageRows = Math.max(1, Math.floor(view.viewPx / rowPx))
    const selected = state.newest()
    const canEdit = typing.canEdit(selected.active)
    const at = {
      ...{ selection: selected, count: frame.count, columnCount: columns.length, pageRows },
      ...{ canEdit, hasNote: typing.hasNote },
    }
    const action = sheetAction(event, at)
    if (!action) typing.onPrintable(event)
    if (!action || (action.kind === 'copy' && copy.prepareCopy())) return
    event.preventDefault()
    perform(action)
  }

  const goToRow = (row: number) =>
    actions.goTo(selectCell({ row: Math.max(0, Math.min(row, count - 1)), column: active.column }))
  useBeginning({ generation: source?.generation, isReady: view.viewPx > 0, initialRow, goToRow })
  useTellPage(props, selection, wholeRows({ ...frame, count }, view.scrollTop))
  useImperativeHandle(props.ref, () => ({
    focus,
    goToRow,
    clearSelection: () => state.select(selectCell(state.newest().active)),
    refresh: () => cache.refresh(),
  }))

  // Kept inside the list: far down a huge list the field would otherwise make it longer.
  const fieldTop =
    size.sheetHead +
    Math.max(0, Math.min(active.row * rowPx + bodyOffsetPx(frame, view.scrollTop), bodyPx(frame) - rowPx))
  const stuckPx = active.column < frozenCount ? (scroller.current?.scrollLeft ?? 0) : 0
  const fieldLeft = stuckPx + (layout.lefts[active.column] ?? 0)
  const widthPx = layout.widths[active.column] ?? 0
  const isEmpty = count === 0
  const place = (): CellPlace => ({
    left: fieldLeft - (scroller.current?.scrollLeft ?? 0),
    top: fieldTop - (scroller.current?.scrollTop ?? 0),
    width: widthPx,
    height: rowPx,
    viewPx: view.viewPx + size.sheetHead,
    viewWidthPx: view.viewWidthPx,
  })
  const gridClass = [
    'sg',
    ...(isSkeletonShown || !cache.isEmpty ? [] : ['is-fresh']),
    ...(writes.hasFoot ? ['has-foot'] : []),
  ].join(' ')
  const optionsId = `${gridId}-options`
  return (
    <div className={gridClass}>
      <div ref={scroller} className="sg-scroll" {...mouse}>
        {/* biome-ignore lint/a11y/useSemanticElements: only the rows that are seen exist, which a table cannot say */}
        <div
          id={gridId}
          role="grid"
          aria-label={props.label}
          aria-rowcount={frame.count + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          className="sg-sheet"
          style={{ width: layout.lefts.at(-1) }}
        >
          <SheetHead
            columns={columns}
            lefts={layout.lefts}
            frozenCount={frozenCount}
            activeColumn={isEmpty ? -1 : active.column}
            sort={sort}
            onSort={props.onSort}
            onResize={layout.resize}
            onFit={fitColumn}
            onMove={props.columnLayout && moveColumn}
            scroller={scroller}
            onMenu={(event, column) => {
              const box = scroller.current?.getBoundingClientRect()
              event.preventDefault()
              if (box) menu.openOfColumn(event.clientX - box.left, event.clientY - box.top, column)
            }}
            corner={props.columnLayout && <SheetCorner onChoose={props.columnLayout.onChoose} />}
          />
          <SheetBody
            gridId={gridId}
            frame={frame}
            scrollTop={view.scrollTop}
            visible={visible}
            poolSize={Math.ceil(view.viewPx / rowPx) + 2 * overscanRows + 2}
            cache={cache}
            columns={columns}
            lefts={layout.lefts}
            frozenCount={frozenCount}
            selection={selection}
            rowNumberOf={props.rowNumbers?.of}
            editing={props.editing}
            marks={writes.marks}
            pending={writes.pending}
            newRow={typing.newRow}
          />
        </div>
        <SheetTextField
          field={field}
          typing={typing}
          copy={copy}
          label={isEmpty ? props.label : cellLabel}
          gridId={gridId}
          optionsId={optionsId}
          activeId={isEmpty ? undefined : cellId(gridId, active.row, active.column)}
          left={fieldLeft}
          top={fieldTop}
          width={widthPx}
          onKeyDown={onKeyDown}
        />
      </div>
      {source && isEmpty && <div className="sg-empty">{props.emptyState}</div>}
      {!isEmpty && (
        <SheetOverlays
          typing={typing}
          find={find}
          menu={menu.menu}
          place={place()}
          optionsId={optionsId}
          onCloseMenu={menu.close}
          focus={focus}
        />
      )}
      {cache.hasFailed && <SheetFailure onRetry={() => cache.retry(visible.first, visible.last)} />}
      <div aria-live="polite" className="visually-hidden">
        {announcement || (isEmpty ? '' : cellLabel)}
      </div>
    </div>
  )
}
