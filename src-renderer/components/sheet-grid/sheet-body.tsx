// biome-ignore-all lint/a11y/useSemanticElements: the grid of ARIA; a table element cannot leave out rows that are not seen
import { bodyOffsetPx, bodyPx, type RowFrame } from './geometry.ts'
import type { RowCache } from './row-cache.ts'
import { columnsInRow, isRowSelected, type RowRange, type Selection } from './selection.ts'
import type { SheetColumn } from './sheet-column.ts'
import { SheetRow } from './sheet-row.tsx'

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
}

/** The rows that are seen, inside an element as tall as the whole list. */
export function SheetBody<Row>(props: SheetBodyProps<Row>) {
  const { frame, visible, selection, columns, lefts, frozenCount, gridId } = props
  const { rowPx } = frame
  const base = Math.floor(visible.first / blockRows) * blockRows
  const blockTop = base * rowPx + bodyOffsetPx(frame, props.scrollTop)
  const indexes = Array.from({ length: visible.last - visible.first + 1 }, (_, i) => visible.first + i)
  return (
    <div role="rowgroup" className="sg-body" style={{ height: bodyPx(frame), lineHeight: `${rowPx - 1}px` }}>
      <div className="sg-block" style={{ transform: `translateY(${blockTop}px)` }}>
        {indexes.map(index => {
          const selected = columnsInRow(selection, index)
          return (
            <SheetRow
              key={index % props.poolSize}
              gridId={gridId}
              index={index}
              row={props.cache.get(index)}
              topPx={(index - base) * rowPx}
              rowPx={rowPx}
              columns={columns}
              lefts={lefts}
              frozenCount={frozenCount}
              selectedFrom={selected?.first ?? -1}
              selectedTo={selected?.last ?? -1}
              activeColumn={index === selection.active.row ? selection.active.column : -1}
              isSelected={isRowSelected(selection.rows, index)}
              rowNumberOf={props.rowNumberOf}
            />
          )
        })}
      </div>
    </div>
  )
}
