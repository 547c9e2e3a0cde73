import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { HeatMap } from '#renderer/charts/heat-map.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { findingText, formatRate } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { RfmCutPoints } from '#shared/domain/rfm.ts'
import type { RfmAnalysis } from '#shared/domain/rfm-analysis.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { cellKey, cellWords, orderLabel, recencyLabel, shortOrderLabel } from './member-selection.ts'

type RfmHeatMapProps = {
  readonly analysis: RfmAnalysis
  readonly currency: CurrencyCode
  readonly onOpen: (key: string) => void
}

const scores = [1, 2, 3, 4, 5]

/** The finding; where it is about one cell, that cell in words and not by its scores. */
function titleOf(
  translation: Translation,
  { findings: { heatMap } }: RfmAnalysis,
  cutPoints: RfmCutPoints,
  currency: CurrencyCode,
): string {
  const { r, f, customerCount, customerRate } = heatMap.values
  if (heatMap.code !== 'heat-map-largest-cell' || typeof r !== 'number' || typeof f !== 'number')
    return findingText(translation, heatMap, currency)
  return translation.t('segments.finding.largestCell', {
    rate: formatRate(Number(customerRate)),
    count: Number(customerCount),
    ...cellWords(translation, cutPoints, r, f),
  })
}

/** How many customers bought how long ago and how often. */
export function RfmHeatMap({ analysis, currency, onOpen }: RfmHeatMapProps) {
  const translation = useTranslation()
  const { t } = translation
  const { cutPoints } = analysis
  if (!cutPoints) return null
  const recencies = scores.toReversed()
  const rowLabels = recencies.map(r => recencyLabel(translation, cutPoints, r))
  const columnLabels = scores.map(f => orderLabel(translation, cutPoints, f))
  const countOf = (r: number, f: number) => analysis.heatMap.find(cell => cell.r === r && cell.f === f)
  const cells = recencies.map((r, row) =>
    scores.map((f, column) => {
      const count = countOf(r, f)?.customerCount ?? 0
      const name = t('segments.mark.cell', {
        lastBought: rowLabels[row] ?? '',
        orders: columnLabels[column] ?? '',
        count,
      })
      return { key: cellKey(r, f), value: count, name }
    }),
  )
  const table = {
    columns: [
      { title: t('segments.member.recencyDays') },
      { title: t('segments.orders') },
      { title: t('segments.customers'), isNumeric: true },
      { title: t('segments.spend'), isNumeric: true },
    ],
    rows: recencies.flatMap((r, row) =>
      scores.map((f, column) => ({
        key: cellKey(r, f),
        cells: [
          rowLabels[row] ?? '',
          columnLabels[column] ?? '',
          formatNumber(countOf(r, f)?.customerCount ?? 0),
          formatMoney(countOf(r, f)?.spendMinor ?? 0, currency),
        ],
      })),
    ),
  }
  return (
    <ChartPanel
      title={titleOf(translation, analysis, cutPoints, currency)}
      caption={t('segments.caption.heatMap')}
      table={table}
      onOpen={onOpen}
    >
      <HeatMap
        label={t('segments.chart.heatMap')}
        rowLabels={rowLabels}
        columnLabels={scores.map(f => shortOrderLabel(translation, cutPoints, f))}
        cells={cells}
        onOpen={onOpen}
        cellPx={34}
      />
    </ChartPanel>
  )
}
