import { Bar, BarChart, type BarShapeProps, XAxis, YAxis } from 'recharts'

export type HorizontalBar = {
  readonly key: string
  /** On the scale of `longest`; null is unknown and drawn as nothing. */
  readonly length: number | null
  /** Written at the bar's end. */
  readonly text: string
  /** A CSS colour: a variable of the tokens. */
  readonly color: string
}

type HorizontalBarsProps = {
  readonly bars: readonly HorizontalBar[]
  readonly longest: number
  readonly widthPx: number
  readonly rowPx: number
  /** Kept free at the right for the texts. */
  readonly textPx: number
}

function drawBar(bar: HorizontalBar | undefined, { x, y, width, height }: BarShapeProps) {
  if (!bar) return <g />
  const [left, top, long, thick] = [x, y, width, height].map(Number) as [number, number, number, number]
  const drawn = bar.length === null ? 0 : Math.max(1, long)
  return (
    <g>
      <rect x={left} y={top} width={drawn} height={thick} rx={bar.length ? 1 : 0} fill={bar.color} />
      <text className="chart-text" x={left + drawn + 5} y={top + thick / 2} dominantBaseline="central">
        {bar.text}
      </text>
    </g>
  )
}

/** Bars under each other with their figures at the end; no axis, since every bar is labelled. */
export function HorizontalBars({ bars, longest, widthPx, rowPx, textPx }: HorizontalBarsProps) {
  const data = bars.map(bar => ({ key: bar.key, length: bar.length ?? 0 }))
  return (
    <BarChart
      width={widthPx}
      height={bars.length * rowPx}
      data={data}
      layout="vertical"
      margin={{ left: 0, right: textPx, top: 0, bottom: 0 }}
      barCategoryGap={Math.round(rowPx * 0.28)}
      accessibilityLayer={false}
    >
      <XAxis type="number" hide domain={[0, longest > 0 ? longest : 1]} />
      <YAxis type="category" dataKey="key" hide />
      <Bar
        dataKey="length"
        isAnimationActive={false}
        shape={(shape: BarShapeProps) => drawBar(bars[shape.index], shape)}
      />
    </BarChart>
  )
}
