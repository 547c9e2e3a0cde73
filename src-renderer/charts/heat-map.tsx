import '#renderer/styles/charts.css'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { heatStep } from './heat-step.ts'
import { useMarks } from './marks.ts'

export type HeatCell = {
  readonly key: string
  readonly value: number
  /** In words, with the cell's row and column: what a screen reader says. */
  readonly name: string
  /** What stands in the cell; without it the value, and nothing for 0. */
  readonly text?: string
  /** There is no such cell: it is left empty and cannot be opened. */
  readonly isBlank?: boolean
}

type HeatMapProps = {
  readonly label: string
  readonly rowLabels: readonly string[]
  readonly columnLabels: readonly string[]
  /** Row by row, as many rows and columns as there are labels. */
  readonly cells: readonly (readonly HeatCell[])[]
  readonly onOpen?: (key: string) => void
  readonly cellPx?: number
  /** Below the grid, while a cell is reached its name stands there; without it nothing does. */
  readonly hint?: string
}

/** Counts in a grid, darker where there are more; the figures stand in the cells. */
export function HeatMap(props: HeatMapProps) {
  const { label, rowLabels, columnLabels, cells, onOpen, cellPx = 36, hint } = props
  const all = cells.flat()
  const largest = Math.max(0, ...all.map(cell => cell.value))
  const open =
    onOpen &&
    ((index: number) => {
      const cell = all[index]
      if (cell && !cell.isBlank) onOpen(cell.key)
    })
  const marks = useMarks({ count: all.length, perRow: columnLabels.length, label, onOpen: open })
  return (
    <div className="heat-map">
      <div className="heat-map-side" aria-hidden="true" style={{ gridAutoRows: cellPx }}>
        {rowLabels.map(text => (
          <span key={text}>{text}</span>
        ))}
      </div>
      <div
        className="heat-map-cells"
        style={{
          gridTemplateColumns: `repeat(${columnLabels.length}, minmax(0, 1fr))`,
          gridAutoRows: cellPx,
        }}
        {...marks.listProps}
      >
        {all.map((cell, index) => {
          const step = heatStep(cell.value, largest)
          const text = cell.text ?? (cell.value > 0 ? formatNumber(cell.value) : '')
          const className = cell.isBlank ? 'is-blank' : step >= 5 ? 'is-dark' : ''
          return (
            <span
              key={cell.key}
              className={`heat-map-cell ${className}`}
              style={cell.isBlank ? {} : { background: `var(--heat-${step})` }}
              {...marks.markProps(index, cell.name)}
            >
              {cell.isBlank ? '' : text}
            </span>
          )
        })}
      </div>
      <span />
      <div
        className="heat-map-foot"
        aria-hidden="true"
        style={{ gridTemplateColumns: `repeat(${columnLabels.length}, minmax(0, 1fr))` }}
      >
        {columnLabels.map(text => (
          <span key={text}>{text}</span>
        ))}
      </div>
      {hint !== undefined && (
        <div className="heat-map-reading num" aria-hidden="true">
          {marks.reached === undefined ? hint : all[marks.reached]?.name}
        </div>
      )}
    </div>
  )
}
