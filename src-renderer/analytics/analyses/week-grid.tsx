import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { HeatMap } from '#renderer/charts/heat-map.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

type WeekGridProps = {
  /** Orders by hour, each with a place per weekday from Monday. */
  readonly byHour: readonly (readonly number[])[]
  readonly title: string
  readonly caption: string
  /** `hour-weekday`, hours from 0 and weekdays from 1. */
  readonly onOpen: (key: string) => void
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Orders by hour and day of the week; a cell opens those who ordered then. */
export function WeekGrid({ byHour, title, caption, onOpen }: WeekGridProps) {
  const { t, tCode } = useTranslation()
  const dayName = (weekday: number) => tCode(`analyses.weekday.${weekday}`)
  const countAt = (hour: number, weekday: number) => byHour[hour]?.[weekday - 1] ?? 0
  const cells = weekdays.map(weekday =>
    byHour.map((_, hour) => {
      const count = countAt(hour, weekday)
      const words = { day: dayName(weekday), from: hour, to: hour + 1, count }
      return {
        key: `${hour}-${weekday}`,
        value: count,
        text: count > 0 && count < 1000 ? formatNumber(count) : '',
        name: t('analyses.when.cell', words),
      }
    }),
  )
  return (
    <ChartPanel
      title={title}
      caption={caption}
      table={{
        columns: [
          { title: t('analyses.when.hour') },
          ...weekdays.map(weekday => ({ title: dayName(weekday), isNumeric: true })),
        ],
        rows: byHour.map((_, hour) => ({
          key: `${hour}-1`,
          cells: [
            t('analyses.when.hours', { from: hour, to: hour + 1 }),
            ...weekdays.map(weekday => formatNumber(countAt(hour, weekday))),
          ],
        })),
      }}
    >
      <HeatMap
        label={t('analyses.when.grid')}
        rowLabels={weekdays.map(dayName)}
        columnLabels={byHour.map((_, hour) => String(hour))}
        cells={cells}
        onOpen={onOpen}
        cellPx={22}
        hint={t('chart.openHint')}
      />
    </ChartPanel>
  )
}
