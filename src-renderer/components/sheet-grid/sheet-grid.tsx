import '#renderer/styles/sheet-grid.css'
import { type KeyboardEvent, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { useShownAfter } from '#renderer/components/use-shown-after.ts'
import { size } from '#renderer/design/tokens.ts'
import { fittingWidthPx } from './fit-column.ts'
import { bodyOffsetPx, bodyPx, type RowFrame, rowNumberPx, visibleRows, wholeRows } from './geometry.ts'
import { sheetAction } from './keyboard.ts'
import { countRows, selectCell, selectedArea } from './selection.ts'
import { SheetBody } from './sheet-body.tsx'
import { SheetFailure } from './sheet-failure.tsx'
import type { SheetGridProps } from './sheet-grid-props.ts'
import { SheetHead } from './sheet-head.tsx'
import { cellId } from './sheet-row.tsx'
import { useBeginning } from './use-beginning.ts'
import { useCellLabel } from './use-cell-label.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { useCopy } from './use-copy.ts'
import { usePointerSelection } from './use-pointer-selection.ts'
import { useRowCache } from './use-row-cache.ts'
import { useScrollView } from './use-scroll-view.ts'
import { useSelection } from './use-selection.ts'
import { useSheetActions } from './use-sheet-actions.ts'
import { useSummary } from './use-summary.ts'

const overscanRows = 6

/**
 * A list that is read, selected and copied like a sheet, of any length. One text field lies over the active cell and always
 * has the focus, so that an input method starts in the right place once cells can be edited.
 */
export function SheetGrid<Row>(props: SheetGridProps<Row>) {
  const { columns, source, frozenCount = 2, rowPx = size.row, initialRow = 0, sort = null } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [announcement, announce] = useState('')

  const count = source?.count ?? 0
  const view = useScrollView(scroller)
  const frame: RowFrame = { count, rowPx, viewPx: view.viewPx }
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
  const isSkeletonShown = useShownAfter(cache.isEmpty)
  const cellLabel = useCellLabel(columns, cache, active)
  useSummary(cache, columns, selection, props.onSummary)

  const focus = () => field.current?.focus({ preventScroll: true })
  const onPointerDown = usePointerSelection(scroller, {
    hit: actions.hit,
    onPress: (place, keys) => {
      focus()
      announce('')
      if (count > 0) actions.press(place, keys)
    },
    onDrag: (place, isOnRowNumbers) => count > 0 && actions.drag(place, isOnRowNumbers),
    onDoublePress: ({ row }) => actions.open(row),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    // A key that is being composed belongs to the input method; 229 is what it sends on Windows.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const pageRows = Math.max(1, Math.floor(view.viewPx / rowPx))
    const place = { selection: state.newest(), count, columnCount: columns.length, pageRows }
    const action = sheetAction(event, place)
    if (!action || (action.kind === 'copy' && copy.prepareCopy())) return
    event.preventDefault()
    announce('')
    actions.perform(action)
  }

  const goToRow = (row: number) =>
    actions.goTo(selectCell({ row: Math.max(0, Math.min(row, count - 1)), column: active.column }))
  useBeginning({ generation: source?.generation, isReady: view.viewPx > 0, initialRow, goToRow })
  const { onSelectionChange, onShownRows } = props
  const shown = wholeRows(frame, view.scrollTop)
  const firstShown = shown?.first ?? -1
  const lastShown = shown?.last ?? -1
  useEffect(() => {
    onShownRows?.(firstShown === -1 ? null : { first: firstShown, last: lastShown })
  }, [firstShown, lastShown, onShownRows])
  useEffect(() => {
    const { rows } = selection
    onSelectionChange?.({ activeRow: selection.active.row, rows, rowCount: countRows(rows) })
  }, [selection, onSelectionChange])
  useImperativeHandle(props.ref, () => ({
    focus,
    goToRow,
    clearSelection: () => state.select(selectCell(state.newest().active)),
    refresh: () => cache.refresh(),
  }))

  // Kept inside the list: far down a huge list the field would otherwise make it longer.
  const fieldTop = active.row * rowPx + bodyOffsetPx(frame, view.scrollTop)
  const stuckPx = active.column < frozenCount ? (scroller.current?.scrollLeft ?? 0) : 0
  const isEmpty = count === 0
  return (
    <div className={isSkeletonShown || !cache.isEmpty ? 'sg' : 'sg is-fresh'}>
      <div ref={scroller} className="sg-scroll" onPointerDown={onPointerDown}>
        {/* biome-ignore lint/a11y/useSemanticElements: only the rows that are seen exist, which a table cannot say */}
        <div
          id={gridId}
          role="grid"
          aria-label={props.label}
          aria-rowcount={count + 1}
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
            onFit={column =>
              scroller.current && layout.resize(column, fittingWidthPx(scroller.current, column))
            }
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
          />
        </div>
        <textarea
          ref={field}
          className="sg-field"
          rows={1}
          readOnly
          spellCheck={false}
          aria-label={isEmpty ? props.label : cellLabel}
          aria-controls={gridId}
          aria-activedescendant={isEmpty ? undefined : cellId(gridId, active.row, active.column)}
          style={{
            top: size.sheetHead + Math.max(0, Math.min(fieldTop, bodyPx(frame) - rowPx)),
            left: stuckPx + (layout.lefts[active.column] ?? 0),
            width: layout.widths[active.column],
            height: rowPx,
          }}
          onKeyDown={onKeyDown}
          onCopy={copy.onCopy}
        />
      </div>
      {source && isEmpty && <div className="sg-empty">{props.emptyState}</div>}
      {cache.hasFailed && <SheetFailure onRetry={() => cache.retry(visible.first, visible.last)} />}
      <div aria-live="polite" className="visually-hidden">
        {announcement || (isEmpty ? '' : cellLabel)}
      </div>
    </div>
  )
}
