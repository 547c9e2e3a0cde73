import { Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { PreferenceRequest, Preferences } from '#shared/domain/preferences.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'
import { MonthColumns } from './month-columns.tsx'
import { monthOfYear, periodCaption } from './period-words.ts'
import { WeekGrid } from './week-grid.tsx'

const kinds = ['products', 'categories', 'brands'] as const
const views = [...kinds, 'when'] as const
type Kind = (typeof kinds)[number]
const everybody = 'all'

/** What is liked, at which price, and when: of all customers or of a segment. */
export function TastesView({ request: { asOf }, fromOn, acts }: AnalysisProps) {
  const translation = useTranslation()
  const { t, tCode } = translation
  const { currency } = useOpenArchive()
  const [owner, setOwner] = useState(everybody)
  const [view, setView] = useState<(typeof views)[number]>('products')
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const of = useMemo<PreferenceRequest['of']>(
    () => (owner === everybody ? { kind: 'all' } : { kind: 'segment', code: owner }),
    [owner],
  )
  const request = useMemo(() => ({ of, fromOn, asOf }), [of, fromOn, asOf])
  const { data, error } = useRequest('analytics.summarizePreferences', request, { keepsPrevious: true })
  const ruleSets = useRequest('analytics.listRuleSets', {})
  const segments = ruleSets.data?.find(({ code }) => code === 'ten-segments')?.segments ?? []
  const owners = [
    { value: everybody, label: t('analyses.tastes.everybody') },
    ...segments.map(({ code, name }) => ({ value: code, label: name ?? tCode(`segment.${code}`) })),
  ]
  const open = (when: { weekday?: number; month?: number; hour?: number }, title: string) =>
    setOpened({
      mark: {
        ...{ kind: 'ordered-at', fromOn, asOf, of },
        ...{ weekday: when.weekday ?? null, month: when.month ?? null, hour: when.hour ?? null },
      },
      title,
      note: t('analyses.when.note'),
    })
  const openCell = (key: string) => {
    const [hour = 0, weekday = 1] = key.split('-').map(Number)
    const day = tCode(`analyses.weekday.${weekday}`)
    open({ weekday, hour }, t('analyses.when.buyers', { day, from: hour, to: hour + 1 }))
  }
  const period = periodCaption(translation, fromOn, asOf)
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!data}
      error={error}
      missing={data && data.orderCount === 0 ? t('analyses.tastes.missing') : null}
      notes={data ? [priceFinding(translation, data, currency), ...notesOf(translation, data)] : []}
      controls={
        <>
          <span className="secondary nowrap">{t('analyses.tastes.of')}</span>
          <Select
            aria-label={t('analyses.tastes.of')}
            value={owner}
            options={owners}
            onChange={setOwner}
            popupMatchSelectWidth={false}
            style={{ minWidth: 150 }}
          />
          <Segmented
            aria-label={t('analyses.tastes.kind')}
            value={view}
            options={views.map(value => ({ value, label: t(`analyses.tastes.${value}`) }))}
            onChange={setView}
          />
        </>
      }
      opened={opened}
      chartsPx={300}
    >
      {data && view === 'when' && (
        <WeekGrid
          byHour={data.hours.byHourAndWeekday}
          title={hoursFinding(translation, data)}
          caption={t('analyses.tastes.hourCaption', { count: data.hours.orderCount, period })}
          onOpen={openCell}
        />
      )}
      {data && view !== 'when' && (
        <>
          <TasteChart data={data} kind={view} />
          <MonthColumns
            counts={data.months}
            title={monthFinding(translation, data)}
            caption={t('analyses.tastes.monthCaption', { period })}
            onOpen={month =>
              open({ month }, t('analyses.when.buyersOfMonth', { month: monthOfYear(translation, month) }))
            }
          />
        </>
      )}
    </AnalysisFrame>
  )
}

function notesOf({ t }: Translation, data: Preferences): string[] {
  return [
    ...(data.isTooFew
      ? [t('analyses.tastes.tooFew', { count: data.orderCount, least: data.leastOrders })]
      : []),
    ...(data.ordersWithoutLines > 0
      ? [t('analyses.tastes.withoutLines', { count: data.ordersWithoutLines })]
      : []),
  ]
}

function monthFinding(translation: Translation, { months }: Preferences): string {
  const most = Math.max(...months)
  const month = monthOfYear(translation, months.indexOf(most) + 1)
  return translation.t('analyses.tastes.monthFinding', { month, count: most })
}

function hoursFinding({ t }: Translation, { hours }: Preferences): string {
  if (!hours.best) return t('analyses.tastes.noHours')
  const { fromHour, toHour, orderCount } = hours.best
  return t('analyses.tastes.hourFinding', {
    from: fromHour,
    to: toHour,
    rate: formatRate(orderCount / hours.orderCount),
  })
}

function priceFinding(
  { t }: Translation,
  { prices }: Preferences,
  currency: Parameters<typeof formatMoney>[1],
): string {
  if (!prices.band) return t('analyses.tastes.noPrice')
  const money = (minor: number) => formatMoney(minor, currency, { hasSymbol: true, decimals: 0 })
  return t('analyses.tastes.priceFinding', {
    lower: money(prices.band.lowerMinor),
    upper: money(prices.band.upperMinor),
    median: money(prices.band.medianMinor),
  })
}

function TasteChart({ data, kind }: { data: Preferences; kind: Kind }) {
  const { t } = useTranslation()
  const taste = data[kind]
  const [best] = taste.rows
  const title = best
    ? t('analyses.tastes.finding', { name: best.name, rate: formatRate(best.share) })
    : t(`analyses.tastes.none.${kind}`)
  return (
    <ChartPanel
      title={title}
      caption={t('analyses.tastes.caption', { count: taste.orderCount })}
      table={{
        columns: [
          { title: t(`analyses.tastes.${kind}`) },
          { title: t('segments.orders'), isNumeric: true },
          { title: t('segments.share'), isNumeric: true },
        ],
        rows: taste.rows.map(row => ({
          key: row.name,
          cells: [row.name, formatNumber(row.orderCount), formatRate(row.share)],
        })),
      }}
    >
      <SegmentBars
        label={t(`analyses.tastes.${kind}`)}
        nameTitle={t(`analyses.tastes.${kind}`)}
        barTitles={[t('analyses.tastes.orders')]}
        rows={taste.rows.map(row => ({
          key: row.name,
          label: row.name,
          bars: [{ length: row.share, text: `${formatNumber(row.orderCount)} (${formatRate(row.share)})` }],
        }))}
      />
    </ChartPanel>
  )
}
