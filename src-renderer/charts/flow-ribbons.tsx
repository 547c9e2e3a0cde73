import '#renderer/styles/charts.css'
import { segmentCssColor } from '#renderer/components/segment-swatch.tsx'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { placeFlow } from './flow-places.ts'
import { useMarks } from './marks.ts'
import { useWidth } from './use-width.ts'

export type FlowNode = { readonly key: string; readonly label: string; readonly colorKey: string }

export type FlowMark = {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly value: number
  /** In words: what a screen reader says, and what is read below while it is pointed at. */
  readonly name: string
}

type FlowRibbonsProps = {
  readonly label: string
  readonly titles: readonly [left: string, right: string]
  /** The same at both sides, in their order; those without a ribbon are left out. */
  readonly nodes: readonly FlowNode[]
  readonly flows: readonly FlowMark[]
  readonly hint: string
  readonly onOpen?: (key: string) => void
  readonly heightPx: number
}

const barPx = 8
const charPx = 12

/** Bands from groups at the left to groups at the right, as wide as there are many. */
export function FlowRibbons({ label, titles, nodes, flows, hint, onOpen, heightPx }: FlowRibbonsProps) {
  const { ref, widthPx } = useWidth(undefined)
  const shown = flows.filter(({ value }) => value > 0)
  const open = onOpen && ((index: number) => onOpen(shown[index]?.key ?? ''))
  const marks = useMarks({ count: shown.length, perRow: 1, label, onOpen: open })
  const { sides, ribbons } = placeFlow(
    nodes.map(({ key }) => key),
    shown,
    heightPx,
  )
  const textPx = 44 + charPx * Math.max(0, ...nodes.map(node => node.label.length))
  const [left, right] = [textPx, Math.max(textPx, widthPx - textPx)]
  const nodeOf = (key: string) => nodes.find(node => node.key === key)
  const middle = (left + right) / 2
  return (
    <div ref={ref} className="flow-ribbons">
      <div className="flow-ribbons-titles" aria-hidden="true">
        {titles.map(title => (
          <span key={title}>{title}</span>
        ))}
      </div>
      {widthPx > 0 && (
        <div className="flow-ribbons-plot">
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: the list of marks has its name; a title would follow the pointer */}
          <svg width={widthPx} height={heightPx} {...marks.listProps}>
            {shown.map((flow, index) => {
              const place = ribbons[index]
              if (!place) return null
              const { leftTop, rightTop, thick } = place
              const upper = `M${left + barPx} ${leftTop} C${middle} ${leftTop} ${middle} ${rightTop} ${right - barPx} ${rightTop}`
              const lower = `L${right - barPx} ${rightTop + thick} C${middle} ${rightTop + thick} ${middle} ${leftTop + thick} ${left + barPx} ${leftTop + thick} Z`
              return (
                <path
                  key={flow.key}
                  className={flow.from === flow.to ? 'flow-ribbon is-staying' : 'flow-ribbon'}
                  d={`${upper} ${lower}`}
                  fill={segmentCssColor(nodeOf(flow.from)?.colorKey ?? 'none')}
                  stroke={segmentCssColor(nodeOf(flow.from)?.colorKey ?? 'none')}
                  {...marks.markProps(index, flow.name)}
                />
              )
            })}
          </svg>
          <svg className="flow-ribbons-names" width={widthPx} height={heightPx} aria-hidden="true">
            {[...sides.entries()].flatMap(([side, places]) =>
              places.map(({ key, top, tall, value }) => (
                <g key={`${side === 0 ? 'before' : 'after'}-${key}`}>
                  <rect
                    x={side === 0 ? left : right - barPx}
                    y={top}
                    width={barPx}
                    height={Math.max(1, tall)}
                    fill={segmentCssColor(nodeOf(key)?.colorKey ?? 'none')}
                  />
                  <text
                    className="chart-text"
                    x={side === 0 ? left - 6 : right + 6}
                    y={top + tall / 2 + 4}
                    textAnchor={side === 0 ? 'end' : 'start'}
                  >
                    {side === 0
                      ? `${nodeOf(key)?.label ?? ''} ${formatNumber(value)}`
                      : `${formatNumber(value)} ${nodeOf(key)?.label ?? ''}`}
                  </text>
                </g>
              )),
            )}
          </svg>
        </div>
      )}
      <div className="month-bars-reading num" aria-hidden="true">
        {marks.reached === undefined ? hint : shown[marks.reached]?.name}
      </div>
    </div>
  )
}
