import '#renderer/styles/charts.css'
import { CartesianGrid, Line, LineChart as RechartsLineChart, XAxis, YAxis } from 'recharts'
import { font } from '#renderer/design/tokens.ts'
import { StepsFrame } from './steps-frame.tsx'
import { useWidth } from './use-width.ts'

export type LinePoint = {
  readonly key: string
  /** Under the axis; '' where the axis says nothing. */
  readonly label: string
  /** One for each series; null is unknown and breaks the line. */
  readonly values: readonly (number | null)[]
  /** The point in words, shown while it is pointed at. */
  readonly name: string
}

type LineChartProps = {
  readonly label: string
  readonly points: readonly LinePoint[]
  /** Names of the series; one needs none. The second is drawn dashed. */
  readonly series: readonly string[]
  readonly formatTick: (value: number) => string
  /** Where the axis ends, where the largest value does not say it: 1 for shares of a whole. */
  readonly highest?: number
  readonly hasDots?: boolean
  readonly onOpen?: (key: string) => void
  /** Of lines and names together. */
  readonly heightPx?: number
  /** Fixed width, for paper. */
  readonly widthPx?: number
}

const colors = ['var(--heat-5)', 'var(--heat-3)']
const margin = { left: 0, right: 0, top: 8, bottom: 0 }
const labelsPx = 20
const digitPx = 7
const tick = { fill: 'var(--text3)', fontSize: font.size.small }

/** One line or two over steps of one size. The point that is reached is put in words below. */
export function LineChart(props: LineChartProps) {
  const { points, series } = props
  const { ref, widthPx } = useWidth(props.widthPx)
  const plotHeightPx = (props.heightPx ?? 220) - labelsPx
  const largest = Math.max(0, ...points.flatMap(point => point.values.map(value => value ?? 0)))
  const highest = props.highest ?? largest
  const axisPx = 14 + digitPx * props.formatTick(highest).length
  const halfStepPx = Math.max(0, (widthPx - axisPx) / (2 * Math.max(1, points.length)))
  return (
    <StepsFrame
      frameRef={ref}
      label={props.label}
      steps={points}
      onOpen={props.onOpen}
      widthPx={props.widthPx}
      axisPx={axisPx}
      plotHeightPx={plotHeightPx}
      series={series.map((name, index) => ({
        name,
        swatch: (
          <span
            className="curve-series"
            style={{ color: colors[index], borderTopStyle: index === 0 ? 'solid' : 'dashed' }}
          />
        ),
      }))}
      labels={
        <div className="month-bars-labels" style={{ marginLeft: axisPx }} aria-hidden="true">
          {points.map(({ key, label: text }) => (
            <span key={key}>{text === '' ? '\u00a0' : text}</span>
          ))}
        </div>
      }
    >
      {widthPx > 0 && (
        <RechartsLineChart
          width={widthPx}
          height={plotHeightPx}
          data={points.map(({ key, values }) => ({ key, values }))}
          margin={margin}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="key" hide padding={{ left: halfStepPx, right: halfStepPx }} />
          <YAxis
            width={axisPx}
            tickCount={5}
            domain={[0, highest > 0 ? highest : 1]}
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={props.formatTick}
          />
          {series.map((name, index) => (
            <Line
              key={name}
              dataKey={(point: LinePoint) => point.values[index] ?? null}
              stroke={colors[index] ?? colors[0] ?? ''}
              strokeWidth={2}
              {...(index === 0 ? {} : { strokeDasharray: '5 4' })}
              dot={props.hasDots === true && { r: 3, strokeDasharray: '' }}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
        </RechartsLineChart>
      )}
    </StepsFrame>
  )
}
