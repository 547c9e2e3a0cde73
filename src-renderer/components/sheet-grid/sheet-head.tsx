// biome-ignore-all lint/a11y/useSemanticElements: the grid of ARIA; a table element cannot leave out rows that are not seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the text field, which names the active cell
import { CaretDownFilled, CaretUpFilled, TableOutlined } from '@ant-design/icons'
import {
  type MouseEvent as ReactMouseEvent,
  type ReactNode,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useRef,
} from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { alignOf, nextSort, type SheetColumn, type SheetSort } from './sheet-column.ts'
import { useHeadDrag } from './use-head-drag.ts'

export type SheetHeadProps<Row> = {
  readonly columns: readonly SheetColumn<Row>[]
  readonly lefts: readonly number[]
  readonly frozenCount: number
  readonly activeColumn: number
  readonly sort: SheetSort | null
  readonly onSort: ((sort: SheetSort) => void) | undefined
  readonly onResize: (column: number, widthPx: number) => void
  readonly onFit: (column: number) => void
  /** Brings a column to another place; undefined where they stay. */
  readonly onMove: ((column: number, place: number) => void) | undefined
  readonly scroller: RefObject<HTMLDivElement | null>
  /** The right mouse button. */
  readonly onMenu: (event: ReactMouseEvent, column: number) => void
  /** In the corner above the row numbers. */
  readonly corner: ReactNode
}

/** The heads: a click sorts, dragged they change places, the right edge is dragged or double-clicked for the width. */
export function SheetHead<Row>(props: SheetHeadProps<Row>) {
  const { columns, lefts } = props
  const { t } = useTranslation()
  const drag = useHeadDrag(props)
  return (
    <div role="row" aria-rowindex={1} className="sg-head" style={{ width: lefts.at(-1) }}>
      <div
        role="columnheader"
        aria-colindex={1}
        className="sg-title sg-number is-frozen"
        style={{ left: 0, width: lefts[0] }}
      >
        <span className="visually-hidden">{t('grid.rowNumbers')}</span>
        {props.corner}
      </div>
      {columns.map((column, k) => (
        <SheetTitle key={column.key} column={column} index={k} heads={drag} {...props} />
      ))}
    </div>
  )
}

type TitleProps<Row> = SheetHeadProps<Row> & {
  readonly column: SheetColumn<Row>
  readonly index: number
  readonly heads: ReturnType<typeof useHeadDrag>
}

function titleClass<Row>({ column, index, heads, ...props }: TitleProps<Row>): string {
  const names = ['sg-title']
  const { drag } = heads
  if (drag?.column === index) names.push('is-dragged')
  if (drag?.gap === index) names.push('is-gap-before')
  if (drag?.gap === index + 1 && index === props.columns.length - 1) names.push('is-gap-behind')
  if (alignOf(column) === 'right') names.push('right')
  if (index < props.frozenCount) names.push('is-frozen')
  if (index === props.frozenCount - 1) names.push('is-frozen-edge')
  if (index === props.activeColumn) names.push('is-active')
  if (column.isSortable && props.onSort) names.push('is-sortable')
  return names.join(' ')
}

function SheetTitle<Row>(props: TitleProps<Row>) {
  const { column, index, heads, sort, onSort, lefts, frozenCount } = props
  const { t } = useTranslation()
  const left = lefts[index] ?? 0
  const widthPx = (lefts[index + 1] ?? 0) - left
  const sorted = sort?.key === column.key ? sort.direction : undefined
  const next = nextSort(column, sort)
  const canSort = column.isSortable && onSort
  const hint = t(next.direction === 'ascending' ? 'grid.sortAscending' : 'grid.sortDescending', {
    column: column.title,
  })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Alt with arrow up or down sorts by the active cell's column
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={sorted ?? (canSort ? 'none' : undefined)}
      className={titleClass(props)}
      style={index < frozenCount ? { left, width: widthPx } : { width: widthPx }}
      title={canSort ? hint : undefined}
      onPointerDown={event => heads.onPress(event, index)}
      onClick={canSort ? () => heads.wasDragged() || onSort(next) : undefined}
      onMouseDown={event => event.preventDefault()}
      onContextMenu={event => props.onMenu(event, index)}
    >
      <span className="sg-title-text">{column.title}</span>
      {sorted === 'ascending' && <CaretUpFilled className="sg-sort" />}
      {sorted === 'descending' && <CaretDownFilled className="sg-sort" />}
      <ResizeHandle
        widthPx={widthPx}
        onResize={px => props.onResize(index, px)}
        onFit={() => props.onFit(index)}
      />
    </div>
  )
}

function ResizeHandle(props: { widthPx: number; onResize: (widthPx: number) => void; onFit: () => void }) {
  const { t } = useTranslation()
  const start = useRef<{ x: number; widthPx: number }>(null)
  const press = (event: ReactPointerEvent<HTMLElement>) => {
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, widthPx: props.widthPx }
  }
  const move = (event: ReactPointerEvent) => {
    if (start.current) props.onResize(start.current.widthPx + event.clientX - start.current.x)
  }
  const release = () => {
    start.current = null
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: with the keyboard, Alt Shift and arrow left or right do the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <i
      className="sg-resize"
      title={t('grid.resize')}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onClick={event => event.stopPropagation()}
      onDoubleClick={props.onFit}
    />
  )
}

/** Above the row numbers: opens the choice of columns. */
export function SheetCorner({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      tabIndex={-1}
      className="sg-corner"
      title={t('grid.chooseColumns')}
      aria-label={t('grid.chooseColumns')}
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
    >
      <TableOutlined />
    </button>
  )
}
