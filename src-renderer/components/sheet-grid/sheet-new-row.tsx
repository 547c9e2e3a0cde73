// biome-ignore-all lint/a11y/useSemanticElements: the grid of ARIA; a table element cannot leave out rows that are not seen
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the text field, which names the active cell
import { type CellMarks, markKey } from './cell-marks.ts'
import type { SheetColumn } from './sheet-column.ts'
import type { NewRow } from './sheet-editing.ts'
import { cellId } from './sheet-row.tsx'
import { newRowKey } from './use-new-row.ts'

type SheetNewRowProps<Row> = {
  readonly gridId: string
  readonly index: number
  readonly topPx: number
  readonly rowPx: number
  readonly columns: readonly SheetColumn<Row>[]
  readonly lefts: readonly number[]
  readonly frozenCount: number
  readonly selectedFrom: number
  readonly selectedTo: number
  readonly activeColumn: number
  readonly marks: CellMarks
  readonly texts: Readonly<Record<string, string>>
  readonly words: NewRow
}

/** The row behind the last one: typed into, it becomes a record. */
export function SheetNewRow<Row>(props: SheetNewRowProps<Row>) {
  const { index, topPx, rowPx, columns, lefts, frozenCount, texts, words, marks } = props
  const isEmpty = Object.values(texts).every(text => text === '')
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="sg-row is-new"
      style={{ transform: `translateY(${topPx}px)`, width: lefts.at(-1), height: rowPx }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className="sg-cell sg-number is-frozen"
        style={{ left: 0, width: lefts[0] }}
      >
        +
      </div>
      {columns.map((column, k) => {
        const mark = marks.get(markKey(newRowKey, column.key))
        const isSelected = k >= props.selectedFrom && k <= props.selectedTo
        const isHint = isEmpty && column.key === words.hintColumnKey
        const names = [
          'sg-cell',
          ...(k < frozenCount ? ['is-frozen'] : []),
          ...(k === frozenCount - 1 ? ['is-frozen-edge'] : []),
          ...(isSelected ? ['is-selected'] : []),
          ...(k === props.activeColumn ? ['is-active'] : []),
          ...(mark ? ['is-refused'] : []),
          ...(isHint ? ['is-hint'] : []),
        ]
        const width = (lefts[k + 1] ?? 0) - (lefts[k] ?? 0)
        return (
          <div
            key={column.key}
            id={cellId(props.gridId, index, k)}
            role="gridcell"
            aria-colindex={k + 2}
            aria-readonly={!column.editor}
            aria-invalid={mark ? true : undefined}
            aria-selected={k === props.activeColumn || isSelected}
            className={names.join(' ')}
            title={mark?.reason}
            style={k < frozenCount ? { left: lefts[k], width } : { width }}
          >
            {isHint ? words.hint : texts[column.key]}
          </div>
        )
      })}
    </div>
  )
}
