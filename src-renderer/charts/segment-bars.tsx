import '#renderer/styles/charts.css'
import { SegmentSwatch, segmentCssColor } from '#renderer/components/segment-swatch.tsx'
import { HorizontalBars } from './horizontal-bars.tsx'
import { useMarks } from './marks.ts'
import { useWidth } from './use-width.ts'

export type SegmentBarRow = {
  readonly key: string
  readonly label: string
  /** Of a segment; without it the bars have the colour of the house and the name no swatch. */
  readonly colorKey?: string
  /** One for each bar column: its length on a scale that all columns share (a rate), and its text. Null is unknown. */
  readonly bars: readonly { readonly length: number | null; readonly text: string }[]
  /** Last column, plain text. */
  readonly note?: string
}

type SegmentBarsProps = {
  readonly label: string
  readonly nameTitle: string
  readonly barTitles: readonly string[]
  readonly noteTitle?: string
  readonly rows: readonly SegmentBarRow[]
  /** The row that the finding speaks of. */
  readonly highlightedKey?: string | undefined
  readonly onOpen?: (key: string) => void
  /** Fixed width, for paper. */
  readonly widthPx?: number
}

const rowPx = 25
const houseColor = 'var(--heat-4)'
const digitPx = 7

function rowName(props: SegmentBarsProps, row: SegmentBarRow): string {
  const bars = row.bars.map((bar, index) => `${props.barTitles[index] ?? ''} ${bar.text}`)
  return [row.label, ...bars, ...(row.note ? [`${props.noteTitle ?? ''} ${row.note}`] : [])].join(', ')
}

function BarColumn({
  rows,
  index,
  longest,
}: {
  rows: readonly SegmentBarRow[]
  index: number
  longest: number
}) {
  const { ref, widthPx } = useWidth(undefined)
  const bars = rows.map(row => ({
    key: row.key,
    length: row.bars[index]?.length ?? null,
    text: row.bars[index]?.text ?? '—',
    color: row.colorKey === undefined ? houseColor : segmentCssColor(row.colorKey),
  }))
  const textPx = 12 + digitPx * Math.max(0, ...bars.map(bar => bar.text.length))
  return (
    <div ref={ref} className="segment-bars-column">
      {widthPx > 0 && (
        <HorizontalBars bars={bars} longest={longest} widthPx={widthPx} rowPx={rowPx} textPx={textPx} />
      )}
    </div>
  )
}

function RowName({ row, isHighlighted }: { row: SegmentBarRow; isHighlighted: boolean }) {
  const name = isHighlighted ? <b>{row.label}</b> : row.label
  if (row.colorKey === undefined) return <span className="segment-bars-name clip">{name}</span>
  return <SegmentSwatch colorKey={row.colorKey}>{name}</SegmentSwatch>
}

/** Segments with their names, one or more bars each, and a last figure. A row opens its customers. */
export function SegmentBars(props: SegmentBarsProps) {
  const { label, rows, barTitles, onOpen } = props
  const longest = Math.max(0, ...rows.flatMap(row => row.bars.map(bar => bar.length ?? 0)))
  const open = onOpen && ((index: number) => onOpen(rows[index]?.key ?? ''))
  const marks = useMarks({ count: rows.length, perRow: 1, label, onOpen: open })
  const bars = barTitles.map((title, index) => ({ title, index }))
  const columns = `max-content repeat(${bars.length}, minmax(0, 1fr)) max-content`
  return (
    <div className="segment-bars" style={{ gridTemplateColumns: columns, width: props.widthPx }}>
      <div className="segment-bars-titles" aria-hidden="true">
        <span>{props.nameTitle}</span>
        {bars.map(({ title }) => (
          <span key={title}>{title}</span>
        ))}
        <span>{props.noteTitle}</span>
      </div>
      <div className="segment-bars-marks" {...marks.listProps}>
        {rows.map((row, index) => (
          <div
            key={row.key}
            className={
              row.key === props.highlightedKey ? 'segment-bars-mark is-highlighted' : 'segment-bars-mark'
            }
            style={{ height: rowPx }}
            {...marks.markProps(index, rowName(props, row))}
          />
        ))}
      </div>
      <div className="segment-bars-names" aria-hidden="true">
        {rows.map(row => (
          <div key={row.key} style={{ height: rowPx, lineHeight: `${rowPx}px` }}>
            <RowName row={row} isHighlighted={row.key === props.highlightedKey} />
          </div>
        ))}
      </div>
      {bars.map(({ title, index }) => (
        <BarColumn key={title} rows={rows} index={index} longest={longest} />
      ))}
      <div className="segment-bars-notes num" aria-hidden="true">
        {rows.map(row => (
          <div key={row.key} style={{ height: rowPx, lineHeight: `${rowPx}px` }}>
            {row.note}
          </div>
        ))}
      </div>
    </div>
  )
}
