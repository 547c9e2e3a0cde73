import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { KeyFigures } from '#renderer/components/key-figures.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CohortAnalysis } from '#shared/domain/cohorts.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'

const months = 13
const ever = 'ever'

/** How soon customers come back: who bought a second time within so many days, and the days between purchases. */
export function AgainView({ request: { asOf }, acts }: AnalysisProps) {
  const { t } = useTranslation()
  const request = useMemo(() => ({ asOf, months }), [asOf])
  const { data, error } = useRequest('analytics.summarizeCohorts', request, { keepsPrevious: true })
  const [isAgain, setAgain] = useState(true)
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const open = (key: string) => {
    const withinDays = key === ever ? null : Number(key)
    const kind = isAgain ? 'again' : 'once'
    setOpened({
      mark: { kind: 'again', asOf, withinDays, isAgain },
      title:
        withinDays === null
          ? t(`analyses.again.${kind}.ever`)
          : t(`analyses.again.${kind}.within`, { count: withinDays }),
    })
  }
  const which = [
    { value: 'again', label: t('analyses.again.again') },
    { value: 'once', label: t('analyses.again.once') },
  ]
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!data}
      error={error}
      missing={data && data.repurchase.buyers === 0 ? t('analyses.staying.missing', { day: asOf }) : null}
      notes={[
        data && data.balancesLeftOut > 0
          ? t('analyses.staying.balances', { count: data.balancesLeftOut })
          : null,
      ]}
      controls={
        <Segmented
          aria-label={t('analyses.again.which')}
          value={isAgain ? 'again' : 'once'}
          options={which}
          onChange={value => setAgain(value === 'again')}
        />
      }
      opened={opened}
      chartsPx={290}
    >
      {data && (
        <>
          <AgainChart data={data} isAgain={isAgain} onOpen={open} />
          <Between data={data} />
        </>
      )}
    </AnalysisFrame>
  )
}

function findingOf(
  { t }: Translation,
  { repurchase: { share, buyers, again }, leastForShare }: CohortAnalysis,
) {
  return share === null
    ? t('analyses.again.tooFew', { count: buyers, least: leastForShare })
    : t('analyses.again.finding', { rate: formatRate(share), count: again })
}

type AgainChartProps = {
  readonly data: CohortAnalysis
  readonly isAgain: boolean
  readonly onOpen: (key: string) => void
}

function AgainChart({ data, isAgain, onOpen }: AgainChartProps) {
  const translation = useTranslation()
  const { t } = translation
  const { repurchase } = data
  const spans = [
    ...repurchase.within.map(({ days, ...counts }) => ({
      ...{ key: String(days), label: t('analyses.again.days', { count: days }), ...counts },
    })),
    { key: ever, label: t('analyses.again.ever'), ...repurchase },
  ]
  const rows = spans.map(({ key, label, buyers, again, share }) => {
    const count = isAgain ? again : buyers - again
    const rate = share === null ? null : isAgain ? share : 1 - share
    return { key, label, buyers, count, rate }
  })
  const rateText = (rate: number | null) => (rate === null ? t('analyses.tooFew') : formatRate(rate))
  return (
    <ChartPanel
      title={findingOf(translation, data)}
      caption={t('analyses.again.caption')}
      table={{
        columns: [
          { title: t('analyses.again.span') },
          { title: t('analyses.again.buyers'), isNumeric: true },
          { title: t(isAgain ? 'analyses.again.again' : 'analyses.again.once'), isNumeric: true },
          { title: t('segments.share'), isNumeric: true },
        ],
        rows: rows.map(row => ({
          key: row.key,
          cells: [row.label, formatNumber(row.buyers), formatNumber(row.count), rateText(row.rate)],
        })),
      }}
      onOpen={onOpen}
    >
      <SegmentBars
        label={t('analyses.again.chart')}
        nameTitle={t('analyses.again.span')}
        barTitles={[t(isAgain ? 'analyses.again.shareAgain' : 'analyses.again.shareOnce')]}
        noteTitle={t('segments.customers')}
        rows={rows.map(row => ({
          key: row.key,
          label: row.label,
          bars: [{ length: row.rate, text: rateText(row.rate) }],
          note: t('analyses.again.of', { count: formatNumber(row.count), all: formatNumber(row.buyers) }),
        }))}
        onOpen={onOpen}
      />
    </ChartPanel>
  )
}

function Between({ data: { between, leastForShare } }: { data: CohortAnalysis }) {
  const { t } = useTranslation()
  const { quartiles, count } = between
  if (!quartiles)
    return (
      <Panel title={t('analyses.again.betweenTooFew')}>
        <p className="secondary">{t('analyses.again.betweenMissing', { count, least: leastForShare })}</p>
      </Panel>
    )
  const days = (value: number) => t('segments.days', { count: Math.round(value) })
  const median = Math.round(quartiles.medianDays)
  return (
    <Panel title={t('analyses.again.betweenFinding', { count: median })}>
      <div className="chart-caption">{t('analyses.again.betweenCaption', { count })}</div>
      <KeyFigures
        figures={[
          { key: 'lower', label: t('analyses.again.quarter'), value: days(quartiles.lowerDays) },
          { key: 'median', label: t('analyses.again.half'), value: days(quartiles.medianDays) },
          { key: 'upper', label: t('analyses.again.threeQuarters'), value: days(quartiles.upperDays) },
        ]}
      />
      <p className="secondary">{t('analyses.again.advice', { count: Math.round(quartiles.upperDays) })}</p>
    </Panel>
  )
}
