import { useMemo, useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { LineChart } from '#renderer/charts/line-chart.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type AbcRequest, usualAbcLimits } from '#shared/domain/abc.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'
import { curvePoints, curveTable } from './pareto-curve.ts'
import { periodCaption } from './period-words.ts'

const firstRows = 50

/** Which products sell: the best of them, and how much they make up. A product opens its buyers. */
export function ProductsView({ request: { asOf }, fromOn, acts }: AnalysisProps) {
  const translation = useTranslation()
  const { t } = translation
  const { currency } = useOpenArchive()
  const request = useMemo<AbcRequest>(
    () => ({ fromOn, asOf, limits: usualAbcLimits, firstRows }),
    [fromOn, asOf],
  )
  const { data, error } = useRequest('analytics.rankProducts', request, { keepsPrevious: true })
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const open = (key: string) => {
    const name = data?.rows.find(row => String(row.productId) === key)?.name ?? ''
    const bought = { isInOneOrder: false, products: [Number(key)], notProducts: [] }
    setOpened({
      mark: { kind: 'bought', fromOn, asOf, ...bought },
      title: t('analyses.products.buyers', { name }),
    })
  }
  const [best] = data?.rows ?? []
  const period = periodCaption(translation, fromOn, asOf)
  const money = (minor: number) => formatMoney(minor, currency, { decimals: 0 })
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!data}
      error={error}
      missing={data && !data.topFifth ? t('analyses.products.missing') : null}
      notes={[
        data && data.unassignedMinor > 0
          ? t('analyses.products.unassigned', {
              money: formatMoney(data.unassignedMinor, currency, { hasSymbol: true, decimals: 0 }),
            })
          : null,
      ]}
      opened={opened}
    >
      {data && best && (
        <>
          <ChartPanel
            title={t('analyses.products.finding', { name: best.name, rate: formatRate(best.share) })}
            caption={t('analyses.products.caption', { currency, count: data.rows.length, period })}
            table={{
              columns: [
                { title: t('analyses.products.product') },
                { title: t('segments.spend'), isNumeric: true },
                { title: t('segments.share'), isNumeric: true },
                { title: t('analyses.pareto.class') },
              ],
              rows: data.rows.map(row => ({
                key: String(row.productId),
                cells: [row.name, formatMoney(row.netMinor, currency), formatRate(row.share), row.class],
              })),
            }}
            onOpen={open}
          >
            <SegmentBars
              label={t('analyses.products.list')}
              nameTitle={t('analyses.products.product')}
              barTitles={[t('segments.spend')]}
              noteTitle={t('analyses.pareto.class')}
              rows={data.rows.map(row => ({
                key: String(row.productId),
                label: row.name,
                bars: [{ length: Math.max(0, row.share), text: money(row.netMinor) }],
                note: row.class === 'none' ? '—' : row.class,
              }))}
              onOpen={open}
            />
          </ChartPanel>
          <ChartPanel
            title={t('analyses.products.curveFinding', {
              count: data.topFifth?.count ?? 0,
              rate: formatRate(data.topFifth?.share ?? 0),
            })}
            caption={t('analyses.products.curveCaption', { count: data.count })}
            table={curveTable(translation, data, 'products')}
          >
            <LineChart
              label={t('analyses.products.curve')}
              points={curvePoints(translation, data, 'products')}
              series={[t('analyses.pareto.share')]}
              formatTick={formatRate}
              highest={1}
            />
          </ChartPanel>
        </>
      )}
    </AnalysisFrame>
  )
}
