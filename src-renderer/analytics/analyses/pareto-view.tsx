import { useMemo, useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { LineChart } from '#renderer/charts/line-chart.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type AbcClass, type AbcRequest, type CustomerAbc, usualAbcLimits } from '#shared/domain/abc.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'
import { curvePoints, curveTable } from './pareto-curve.ts'
import { periodCaption } from './period-words.ts'

/** Which customers carry the business: how much the largest make up, and classes A, B and C. */
export function ParetoView({ request: { asOf }, fromOn, acts }: AnalysisProps) {
  const translation = useTranslation()
  const { t } = translation
  const { currency } = useOpenArchive()
  const request = useMemo<AbcRequest>(
    () => ({ fromOn, asOf, limits: usualAbcLimits, firstRows: 0 }),
    [fromOn, asOf],
  )
  const { data, error } = useRequest('analytics.rankCustomers', request, { keepsPrevious: true })
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const openLargest = (key: string) => {
    const count = Number(key)
    if (count > 0)
      setOpened({
        mark: { kind: 'largest', fromOn, asOf, count },
        title: t('analyses.pareto.largest', { count }),
      })
  }
  const openClass = (key: string) => {
    const name = key as AbcClass
    const mark = { kind: 'abc-class', fromOn, asOf, limits: usualAbcLimits, class: name } as const
    setOpened({ mark, title: t(`analyses.pareto.class.${name}`) })
  }
  const caption = t('analyses.pareto.caption', { currency, period: periodCaption(translation, fromOn, asOf) })
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!data}
      error={error}
      missing={data && !data.topFifth ? t('analyses.pareto.missing') : null}
      notes={[
        data && data.balancesLeftOut > 0
          ? t('analyses.pareto.balances', { count: data.balancesLeftOut })
          : null,
      ]}
      opened={opened}
    >
      {data && (
        <>
          <ChartPanel
            title={findingOf(translation, data)}
            caption={caption}
            table={curveTable(translation, data, 'customers')}
            onOpen={openLargest}
          >
            <LineChart
              label={t('analyses.pareto.curve')}
              points={curvePoints(translation, data, 'customers')}
              series={[t('analyses.pareto.share')]}
              formatTick={formatRate}
              highest={1}
              heightPx={200}
              onOpen={openLargest}
            />
          </ChartPanel>
          <ClassChart data={data} currency={currency} onOpen={openClass} />
        </>
      )}
    </AnalysisFrame>
  )
}

function findingOf({ t }: Translation, { topFifth }: CustomerAbc): string {
  return topFifth
    ? t('analyses.pareto.finding', { count: topFifth.count, rate: formatRate(topFifth.share) })
    : t('analyses.pareto.curve')
}

type ClassChartProps = {
  readonly data: CustomerAbc
  readonly currency: CurrencyCode
  readonly onOpen: (key: string) => void
}

function ClassChart({ data, currency, onOpen }: ClassChartProps) {
  const { t } = useTranslation()
  const shown = data.classes.filter(one => one.class !== 'none' || one.count > 0)
  const [first] = data.classes
  const table = {
    columns: [
      { title: t('analyses.pareto.class') },
      { title: t('segments.customers'), isNumeric: true },
      { title: t('segments.spend'), isNumeric: true },
      { title: t('segments.share'), isNumeric: true },
    ],
    rows: shown.map(one => ({
      key: one.class,
      cells: [
        t(`analyses.pareto.class.${one.class}`),
        formatNumber(one.count),
        formatMoney(one.netMinor, currency),
        formatRate(one.share),
      ],
    })),
  }
  return (
    <ChartPanel
      title={t('analyses.pareto.classFinding', { count: first?.count ?? 0, all: data.count })}
      caption={t('analyses.pareto.classCaption')}
      table={table}
      onOpen={onOpen}
    >
      <SegmentBars
        label={t('analyses.pareto.classes')}
        nameTitle={t('analyses.pareto.class')}
        barTitles={[t('segments.customers'), t('segments.spend')]}
        rows={shown.map(one => ({
          key: one.class,
          label: t(`analyses.pareto.class.${one.class}`),
          bars: [
            { length: data.count > 0 ? one.count / data.count : 0, text: formatNumber(one.count) },
            { length: one.share, text: formatRate(one.share) },
          ],
        }))}
        onOpen={onOpen}
      />
    </ChartPanel>
  )
}
