import type { ReactNode, Ref } from 'react'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useMarks } from './marks.ts'

type StepsFrameProps = {
  readonly frameRef: Ref<HTMLDivElement>
  readonly label: string
  /** Steps of one width, from the axis to the right edge. */
  readonly steps: readonly { readonly key: string; readonly name: string }[]
  readonly onOpen: ((key: string) => void) | undefined
  /** Fixed width, for paper. */
  readonly widthPx: number | undefined
  readonly axisPx: number
  readonly plotHeightPx: number
  /** Above the plot: what the series are; one needs no words. */
  readonly series: readonly { readonly name: string; readonly swatch: ReactNode }[]
  /** Below the plot. */
  readonly labels: ReactNode
  /** What is drawn. */
  readonly children: ReactNode
}

/** Around a drawing over steps of time or rank: its series, the marks that are reached and opened, and the reached one in words. */
export function StepsFrame(props: StepsFrameProps) {
  const { steps, series, onOpen } = props
  const { t } = useTranslation()
  const open = onOpen && ((index: number) => onOpen(steps[index]?.key ?? ''))
  const marks = useMarks({ count: steps.length, perRow: steps.length, label: props.label, onOpen: open })
  const reading = marks.reached === undefined ? t('chart.openHint') : steps[marks.reached]?.name
  return (
    <div ref={props.frameRef} className="month-bars" style={{ width: props.widthPx }}>
      {series.length > 1 && (
        <div className="month-bars-series">
          {series.map(({ name, swatch }) => (
            <span key={name}>
              {swatch}
              {name}
            </span>
          ))}
        </div>
      )}
      <div className="month-bars-plot" style={{ height: props.plotHeightPx }}>
        {props.children}
        <div className="month-bars-marks" style={{ left: props.axisPx }} {...marks.listProps}>
          {steps.map((step, index) => (
            <div key={step.key} className="month-bars-mark" {...marks.markProps(index, step.name)} />
          ))}
        </div>
      </div>
      {props.labels}
      {onOpen && (
        <div className="month-bars-reading num" aria-hidden="true">
          {reading}
        </div>
      )}
    </div>
  )
}
