import { useMemo, useState } from 'react'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { SeasonAnalysis } from '#shared/domain/seasonality.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'
import { MonthColumns } from './month-columns.tsx'
import { monthOfYear } from './period-words.ts'
import { WeekGrid } from './week-grid.tsx'

/** When business is good: months of whole years, days of the week and hours against the average. */
export function SeasonsView({ request: { asOf }, acts }: AnalysisProps) {
  const translation = useTranslation()
  const { t, tCode } = translation
  const request = useMemo(() => ({ asOf }), [asOf])
  const { data, error } = useRequest('analytics.summarizeSeasons', request, { keepsPrevious: true })
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const years = data?.wholeYears
  const openMonth = (month: number) =>
    setOpened({
      mark: {
        ...{ kind: 'ordered-at', fromOn: years?.firstOn ?? null, asOf: years?.lastOn ?? asOf },
        ...{ of: { kind: 'all' }, weekday: null, month, hour: null },
      },
      title: t('analyses.when.buyersOfMonth', { month: monthOfYear(translation, month) }),
      note: t('analyses.when.note'),
    })
  const openCell = (key: string) => {
    const [hour = 0, weekday = 1] = key.split('-').map(Number)
    const day = tCode(`analyses.weekday.${weekday}`)
    setOpened({
      mark: { kind: 'ordered-at', fromOn: null, asOf, of: { kind: 'all' }, weekday, month: null, hour },
      title: t('analyses.when.buyers', { day, from: hour, to: hour + 1 }),
      note: t('analyses.when.note'),
    })
  }
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!data}
      error={error}
      missing={data && !data.days ? t('analyses.staying.missing', { day: asOf }) : null}
      notes={[
        data && data.hours.ordersWithoutTime > 0
          ? t('analyses.seasons.withoutTime', { count: data.hours.ordersWithoutTime })
          : null,
      ]}
      opened={opened}
      chartsPx={320}
    >
      {data && (
        <>
          <MonthColumns
            counts={data.months.rows.map(row => row.orderCount)}
            indexes={data.months.rows.map(row => row.orderIndex)}
            title={monthFinding(translation, data)}
            caption={
              years
                ? t('analyses.seasons.monthCaption', { fromOn: years.firstOn, lastOn: years.lastOn })
                : t('analyses.seasons.noYear')
            }
            onOpen={openMonth}
          />
          <WeekGrid
            byHour={data.hours.rows.map(row => row.byWeekday)}
            title={weekFinding(translation, data)}
            caption={t('analyses.seasons.weekCaption', { count: data.hours.ordersWithTime })}
            onOpen={openCell}
          />
        </>
      )}
    </AnalysisFrame>
  )
}

function monthFinding(translation: Translation, { months, least, wholeYears }: SeasonAnalysis): string {
  const { t } = translation
  const [best] = months.rows.toSorted((one, other) => (other.orderIndex ?? 0) - (one.orderIndex ?? 0))
  if (months.isTooFew || !best || best.orderIndex === null)
    return t('analyses.seasons.monthsTooFew', { years: wholeYears?.years ?? 0, least: least.years })
  const name = monthOfYear(translation, best.month)
  return t('analyses.seasons.monthFinding', { name, times: formatNumber(best.orderIndex, 2) })
}

function weekFinding({ t, tCode }: Translation, { weekdays, days, least }: SeasonAnalysis): string {
  const [best] = weekdays.rows.toSorted((one, other) => (other.orderIndex ?? 0) - (one.orderIndex ?? 0))
  if (weekdays.isTooFew || !best || best.orderIndex === null)
    return t('analyses.seasons.daysTooFew', { count: days?.orderCount ?? 0, least: least.orders })
  const day = tCode(`analyses.weekday.${best.weekday}`)
  return t('analyses.seasons.weekFinding', { day, times: formatNumber(best.orderIndex, 2) })
}
