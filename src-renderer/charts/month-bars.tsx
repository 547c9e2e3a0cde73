import '#renderer/styles/charts.css'
import { Bar, BarChart, type BarShapeProps, CartesianGrid, XAxis, YAxis } from 'recharts'
import { font } from '#renderer/design/tokens.ts'
import { labelledMarks, labelStep } from './labelled-marks.ts'
import { StepsFrame } from './steps-frame.tsx'
import { useWidth } from './use-width.ts'

export type MonthMark = {
  /** The month, YYYY-MM. Its year stands below the first month and each January. */
  readonly key: string
  /** Under the bar, without the year. */
  readonly label: string
  /** One for each series. */
  readonly values: readonly number[]
  /** The whole mark in words, shown while it is pointed at: "2026-08: 12 new, 30 returning". */
  readonly name: string
  /** Above the bar, where there is room. */
  readonly text: string
}

type MonthBarsProps = {
  readonly label: string
  readonly marks: readonly MonthMark[]
  /** Names of the series; one needs none, since the chart's title says it. */
  readonly series: readonly string[]
  readonly layout?: 'stacked' | 'grouped'
  /** The month that stands out in a single series; without it the last. */
  readonly highlightedKey?: string | undefined
  readonly formatTick: (value: number) => string
  readonly onOpen?: (key: string) => void
  /** Of bars and names together. */
  readonly heightPx?: number
  /** Fixed width, for paper. */
  readonly widthPx?: number
}

/** One month stands out in a single series; two series are two strengths of one hue. */
const highlightedColor = 'var(--heat-5)'
const otherColor = 'var(--heat-2)'
const seriesColors = ['var(--heat-5)', 'var(--heat-2)']
const margin = { left: 0, right: 0, top: 18, bottom: 0 }
/** Two lines below the bars: months and years. */
const labelsPx = 40
const digitPx = 7
const tick = { fill: 'var(--text3)', fontSize: font.size.small }

const colorOf = (seriesIndex: number, seriesCount: number, isHighlighted: boolean) =>
  seriesCount > 1 ? (seriesColors[seriesIndex] ?? otherColor) : isHighlighted ? highlightedColor : otherColor

function drawMonth(shape: BarShapeProps, color: string, text: string) {
  const [left, y, wide, height] = [shape.x, shape.y, shape.width, shape.height].map(Number) as [
    number,
    number,
    number,
    number,
  ]
  // A month of more refunds than sales hangs below the axis: its height is negative.
  const top = Math.min(y, y + height)
  const high = Math.abs(height)
  const drawn = Math.max(1, high)
  return (
    <g>
      <rect x={left} y={top + high - drawn} width={wide} height={drawn} fill={color} />
      {text !== '' && (
        <text className="chart-text" x={left + wide / 2} y={top - 5} textAnchor="middle">
          {text}
        </text>
      )}
    </g>
  )
}

/** Names of the months, as many as there is room for, and their years. */
function MonthLabels(props: { months: readonly MonthMark[]; plotPx: number; axisPx: number }) {
  const { months, plotPx, axisPx } = props
  const step = labelStep(months, plotPx)
  return (
    <div className="month-bars-labels" style={{ marginLeft: axisPx }} aria-hidden="true">
      {months.map(({ key, label }, index) => (
        <span key={key}>
          <span>{index % step === 0 ? label : '\u00a0'}</span>
          {(index === 0 || key.endsWith('-01')) && <span>{key.slice(0, 4)}</span>}
        </span>
      ))}
    </div>
  )
}

/** Bars beside each other over time, of one series or two. The one pointed at is put in words below. */
export function MonthBars(props: MonthBarsProps) {
  const { marks: months, series, layout = 'stacked' } = props
  const plotHeightPx = (props.heightPx ?? 200) - labelsPx
  const { ref, widthPx } = useWidth(props.widthPx)
  const found = months.findIndex(({ key }) => key === props.highlightedKey)
  const highlighted = found < 0 ? months.length - 1 : found
  const data = months.map(({ key, values }) => ({ key, values }))
  // The figure is that of the whole month: it stands on a single bar or on top of a stack.
  const isWhole = layout === 'stacked' || series.length === 1
  const labelled = isWhole ? labelledMarks(months, widthPx) : new Set<number>()
  // Where every bar carries its figure, an axis would only repeat them.
  const largest = Math.max(0, ...months.flatMap(month => month.values.map(Math.abs)))
  // The highest tick may lie above the largest value, by a digit at most.
  const axisPx = labelled.size === months.length ? 0 : 16 + digitPx * props.formatTick(largest * 1.5).length
  return (
    <StepsFrame
      frameRef={ref}
      label={props.label}
      steps={months}
      onOpen={props.onOpen}
      widthPx={props.widthPx}
      axisPx={axisPx}
      plotHeightPx={plotHeightPx}
      series={series.map((name, index) => ({
        name,
        swatch: <span className="swatch" style={{ background: seriesColors[index] }} />,
      }))}
      labels={<MonthLabels months={months} plotPx={widthPx - axisPx} axisPx={axisPx} />}
    >
      {widthPx > 0 && (
        <BarChart
          width={widthPx}
          height={plotHeightPx}
          data={data}
          margin={margin}
          barCategoryGap="22%"
          barGap={1}
          accessibilityLayer={false}
        >
          {axisPx > 0 && <CartesianGrid vertical={false} stroke="var(--line)" />}
          <XAxis dataKey="key" hide />
          <YAxis
            hide={axisPx === 0}
            width={axisPx}
            tickCount={4}
            allowDecimals={false}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={props.formatTick}
          />
          {series.map((name, seriesIndex) => (
            <Bar
              key={name}
              dataKey={(month: MonthMark) => month.values[seriesIndex] ?? 0}
              {...(layout === 'stacked' ? { stackId: 'all' } : {})}
              isAnimationActive={false}
              shape={(shape: BarShapeProps) =>
                drawMonth(
                  shape,
                  colorOf(seriesIndex, series.length, shape.index === highlighted),
                  seriesIndex === series.length - 1 && labelled.has(shape.index)
                    ? (months[shape.index]?.text ?? '')
                    : '',
                )
              }
            />
          ))}
        </BarChart>
      )}
    </StepsFrame>
  )
}
