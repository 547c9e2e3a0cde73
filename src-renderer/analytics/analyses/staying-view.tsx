import { useMemo, useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { HeatMap } from '#renderer/charts/heat-map.tsx'
import { LineChart } from '#renderer/charts/line-chart.tsx'
import { formatMonthInSentence } from '#renderer/i18n/format-date.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarMonth } from '#shared/domain/calendar-date.ts'
import type { CohortAnalysis } from '#shared/domain/cohorts.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'

const months = 13

/** Who stays: each month's new customers and how many of them bought in the months after. A cell opens them. */
export function StayingView({ request: { asOf }, acts }: AnalysisProps) {
  const translation = useTranslation()
  const { t, language } = translation
  const request = useMemo(() => ({ asOf, months }), [asOf])
  const { data, error } = useRequest('analytics.summarizeCohorts', request, { keepsPrevious: true })
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const open = (key: string) => {
    const [month = '', later = '0'] = key.split('+')
    const monthsLater = Number(later)
    const words = { month: formatMonthInSentence(month, language), count: monthsLater }
    setOpened({
      mark: { kind: 'cohort', asOf, month: month as CalendarMonth, monthsLater },
      title: monthsLater === 0 ? t('analyses.staying.newOf', words) : t('analyses.staying.backAfter', words),
    })
  }
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!data}
      error={error}
      missing={data && data.cohorts.length === 0 ? t('analyses.staying.missing', { day: asOf }) : null}
      notes={[
        data && data.balancesLeftOut > 0
          ? t('analyses.staying.balances', { count: data.balancesLeftOut })
          : null,
      ]}
      opened={opened}
      chartsPx={424}
    >
      {data && (
        <>
          <CohortGrid data={data} onOpen={open} />
          <RetentionCurve data={data} />
        </>
      )}
    </AnalysisFrame>
  )
}

/** The share of new customers who bought in the month after, or why it is not said. */
function findingOf({ t }: Translation, { byMonthsLater, leastForShare }: CohortAnalysis): string {
  const next = byMonthsLater[1]
  if (!next || next.customers === 0) return t('analyses.staying.tooYoung')
  if (next.share === null)
    return t('analyses.staying.tooFew', { count: next.customers, least: leastForShare })
  return t('analyses.staying.finding', { rate: formatRate(next.share), count: next.active })
}

function CohortGrid({ data, onOpen }: { data: CohortAnalysis; onOpen: (key: string) => void }) {
  const translation = useTranslation()
  const { t, language } = translation
  const columns = data.cohorts.map((_, place) => place)
  const rows = data.cohorts.map(({ month, active, shares }) => ({
    month,
    name: formatMonthInSentence(month, language),
    cells: columns.map(later => {
      const count = active[later]
      if (count === undefined) return { key: `${month}+${later}`, value: 0, name: '', isBlank: true }
      const share = shares[later] ?? null
      const words = { month: formatMonthInSentence(month, language), later, count, all: active[0] ?? 0 }
      return {
        key: `${month}+${later}`,
        value: later === 0 ? 0 : (share ?? 0),
        // Cells are narrow: four digits fit without a comma.
        text: later === 0 ? String(count) : share === null ? (count > 0 ? '·' : '') : formatRate(share),
        name:
          later === 0
            ? t('analyses.staying.cellNew', words)
            : share === null
              ? t('analyses.staying.cellFew', words)
              : t('analyses.staying.cell', { ...words, rate: formatRate(share) }),
      }
    }),
  }))
  return (
    <ChartPanel
      title={findingOf(translation, data)}
      caption={
        t('analyses.staying.caption') +
        (data.isLastMonthWhole ? '' : t('analyses.staying.lastMonth', { asOf: data.asOf }))
      }
      table={{
        columns: [
          { title: t('analyses.staying.cohort') },
          ...columns.map(later => ({ title: laterLabel(translation, later), isNumeric: true })),
        ],
        rows: data.cohorts.map(({ month, active }) => ({
          key: `${month}+0`,
          cells: [month, ...columns.map(later => formatCount(active[later]))],
        })),
      }}
      onOpen={onOpen}
    >
      <HeatMap
        label={t('analyses.staying.grid')}
        rowLabels={rows.map(row => row.name)}
        columnLabels={columns.map(later => (later === 0 ? t('analyses.staying.first') : `+${later}`))}
        cells={rows.map(row => row.cells)}
        onOpen={onOpen}
        cellPx={20}
        hint={t('chart.openHint')}
      />
    </ChartPanel>
  )
}

const formatCount = (count: number | undefined) => (count === undefined ? '' : formatNumber(count))
const laterLabel = ({ t }: Translation, later: number) =>
  later === 0 ? t('analyses.staying.first') : t('analyses.staying.later', { count: later })

function RetentionCurve({ data }: { data: CohortAnalysis }) {
  const translation = useTranslation()
  const { t } = translation
  const later = data.byMonthsLater.slice(1)
  const told = later.filter(({ share }) => share !== null)
  const last = told.at(-1)
  return (
    <ChartPanel
      title={
        last
          ? t('analyses.staying.curveFinding', { count: last.monthsLater, rate: formatRate(last.share ?? 0) })
          : t('analyses.staying.curveTooFew', { least: data.leastForShare })
      }
      caption={t('analyses.staying.curveCaption')}
      table={{
        columns: [
          { title: t('analyses.staying.monthsLater') },
          { title: t('segments.customers'), isNumeric: true },
          { title: t('analyses.staying.bought'), isNumeric: true },
          { title: t('segments.share'), isNumeric: true },
        ],
        rows: later.map(row => ({
          key: String(row.monthsLater),
          cells: [
            laterLabel(translation, row.monthsLater),
            formatNumber(row.customers),
            formatNumber(row.active),
            row.share === null ? t('analyses.tooFew') : formatRate(row.share),
          ],
        })),
      }}
    >
      <LineChart
        label={t('analyses.staying.curve')}
        points={later.map(row => ({
          key: String(row.monthsLater),
          label: String(row.monthsLater),
          values: [row.share],
          name: laterLabel(translation, row.monthsLater),
        }))}
        series={[t('segments.share')]}
        formatTick={formatRate}
        hasDots
      />
    </ChartPanel>
  )
}
