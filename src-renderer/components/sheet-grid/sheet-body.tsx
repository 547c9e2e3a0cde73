// biome-ignore-all lint/a11y/useSemanticElements: the grid of ARIA; a table element cannot leave out rows that are not seen
import type { CellMarks } from './cell-marks.ts'
import { bodyOffsetPx, bodyPx, type RowFrame } from './geometry.ts'
import type { RowCache } from './row-cache.ts'
import { columnsInRow, isRowSelected, type RowRange, type Selection } from './selection.ts'
import type { SheetColumn } from './sheet-column.ts'
import type { SheetEditing } from './sheet-editing.ts'
import { SheetNewRow } from './sheet-new-row.tsx'
import { SheetRow } from './sheet-row.tsx'
import type { PendingText } from './use-cell-writes.ts'

/** Rows stay at the same place inside a block of this many rows while one scrolls; only the block's place changes. */
const blockRows = 1000

type SheetBodyProps<Row> = {
  readonly gridId: string
  readonly frame: RowFrame
  readonly scrollTop: number
  readonly visible: RowRange
  /** Most rows that are drawn at once: that many elements are used again and again. */
  readonly poolSize: number
  readonly cache: RowCache<Row>
  readonly columns: readonly SheetColumn<Row>[]
  readonly lefts: readonly number[]
  readonly frozenCount: number
  readonly selection: Selection
  readonly rowNumberOf: ((row: Row) => number) | undefined
  readonly editing: SheetEditing<Row> | undefined
  readonly marks: CellMarks
  readonly pending: PendingText<Row> | null
  /** What was typed into the row behind the last one; null where there is no such row. */
  readonly newRow: Readonly<Record<string, string>> | null
}

/** The rows that are seen, inside an element as tall as the whole list. */
export function SheetBody<Row>(props: SheetBodyProps<Row>) {
  const { frame, visible, selection, columns, lefts, frozenCount, gridId, cache } = props
  const { editing, marks, pending, newRow } = props
  const { rowPx } = frame
  const base = Math.floor(visible.first / blockRows) * blockRows
  const blockTop = base * rowPx + bodyOffsetPx(frame, props.scrollTop)
  const indexes = Array.from({ length: visible.last - visible.first + 1 }, (_, i) => visible.first + i)
  return (
    <div role="rowgroup" className="sg-body" style={{ height: bodyPx(frame), lineHeight: `${rowPx - 1}px` }}>
      <div className="sg-block" style={{ transform: `translateY(${blockTop}px)` }}>
        {indexes.map(index => {
          const selected = columnsInRow(selection, index)
          const row = cache.get(index)
          const shared = {
            gridId,
            index,
            topPx: (index - base) * rowPx,
            rowPx,
            columns,
            lefts,
            frozenCount,
            selectedFrom: selected?.first ?? -1,
            selectedTo: selected?.last ?? -1,
            activeColumn: index === selection.active.row ? selection.active.column : -1,
            marks,
          }
          if (newRow && editing?.newRow && index === frame.count - 1)
            return <SheetNewRow key="new" {...shared} texts={newRow} words={editing.newRow} />
          return (
            <SheetRow
              key={index % props.poolSize}
              {...shared}
              row={row}
              isSelected={isRowSelected(selection.rows, index)}
              isLocked={!editing || (row !== undefined && editing.lockOf(row) !== null)}
              rowKey={row === undefined || marks.size === 0 ? undefined : editing?.keyOf(row)}
              pending={pending !== null && pending.row === row ? pending : undefined}
              rowNumberOf={props.rowNumberOf}
            />
          )
        })}
      </div>
    </div>
  )
}
