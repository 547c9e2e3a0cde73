// biome-ignore-all lint/a11y/useSemanticElements: the grid of ARIA; a table element cannot leave out rows that are not seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the text field, which names the active cell
import { memo, type ReactElement } from 'react'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { type CellMarks, markKey } from './cell-marks.ts'
import { alignOf, type SheetColumn } from './sheet-column.ts'
import type { PendingText } from './use-cell-writes.ts'

export type SheetRowProps<Row> = {
  readonly gridId: string
  readonly index: number
  /** Undefined until it is read. */
  readonly row: Row | undefined
  readonly topPx: number
  readonly rowPx: number
  readonly columns: readonly SheetColumn<Row>[]
  readonly lefts: readonly number[]
  readonly frozenCount: number
  /** First and last selected column of this row, -1 for none. */
  readonly selectedFrom: number
  readonly selectedTo: number
  /** The active cell's column if it is in this row, else -1. */
  readonly activeColumn: number
  readonly isSelected: boolean
  /** Nothing in it can be typed into. */
  readonly isLocked: boolean
  /** Names the row in `marks`; undefined where there are none. */
  readonly rowKey: string | undefined
  readonly marks: CellMarks
  /** A cell whose new text is on its way; undefined for all others. */
  readonly pending: PendingText<Row> | undefined
  readonly rowNumberOf?: ((row: Row) => number) | undefined
}

/** Id of a cell, for aria-activedescendant. */
export const cellId = (gridId: string, row: number, column: number) => `${gridId}-${row}-${column}`

const widthOf = (lefts: readonly number[], column: number) => (lefts[column + 1] ?? 0) - (lefts[column] ?? 0)

function cellClass<Row>(
  props: SheetRowProps<Row>,
  column: number,
  definition: SheetColumn<Row>,
  isMarked: boolean,
): string {
  const names = ['sg-cell']
  if (alignOf(definition) === 'right') names.push('right')
  if (column < props.frozenCount) names.push('is-frozen')
  if (column === props.frozenCount - 1) names.push('is-frozen-edge')
  if (column >= props.selectedFrom && column <= props.selectedTo) names.push('is-selected')
  if (column === props.activeColumn) names.push('is-active')
  if (isMarked) names.push('is-refused')
  return names.join(' ')
}

function SheetRowView<Row>(props: SheetRowProps<Row>) {
  const { index, row, topPx, rowPx, columns, lefts, frozenCount, rowKey, marks, pending } = props
  const place = { transform: `translateY(${topPx}px)`, width: lefts.at(-1), height: rowPx }
  // A row that is not there yet is one element only: that is what keeps a flung list smooth.
  if (row === undefined)
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        aria-busy="true"
        className="sg-row is-loading"
        style={place}
      />
    )
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      className={props.isSelected ? 'sg-row is-selected' : 'sg-row'}
      style={place}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className="sg-cell sg-number is-frozen"
        style={{ left: 0, width: lefts[0] }}
      >
        {formatNumber(props.rowNumberOf?.(row) ?? index + 1)}
      </div>
      {columns.map((column, k) => {
        const mark = rowKey === undefined ? undefined : marks.get(markKey(rowKey, column.key))
        return (
          <div
            key={column.key}
            id={cellId(props.gridId, index, k)}
            role="gridcell"
            aria-colindex={k + 2}
            aria-readonly={props.isLocked || !column.editor}
            aria-invalid={mark ? true : undefined}
            aria-selected={k === props.activeColumn || (k >= props.selectedFrom && k <= props.selectedTo)}
            className={cellClass(props, k, column, mark !== undefined)}
            title={mark?.reason}
            style={
              k < frozenCount ? { left: lefts[k], width: widthOf(lefts, k) } : { width: widthOf(lefts, k) }
            }
          >
            {pending?.columnKey === column.key ? pending.text : (column.render ?? column.text)(row)}
          </div>
        )
      })}
    </div>
  )
}

/** One row; drawn again only when something of its own changes. */
export const SheetRow = memo(SheetRowView) as <Row>(props: SheetRowProps<Row>) => ReactElement
