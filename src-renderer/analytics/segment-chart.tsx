import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { findingText, formatRate, periodName, segmentName } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { AnalysisPeriod, RfmAnalysis } from '#shared/domain/rfm-analysis.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

type SegmentChartProps = {
  readonly analysis: RfmAnalysis
  readonly period: AnalysisPeriod
  readonly currency: CurrencyCode
  readonly openKey: string
  readonly onOpen: (code: string) => void
}

/** The segments with a bar: the rest and those without a purchase only where there are any; the table has all. */
export function drawnSegments({ segments }: RfmAnalysis) {
  return segments.filter(segment => segment.customerCount > 0 || segment.r !== null)
}

/** Customers and net spend of every segment, under the finding that the figures give. */
export function SegmentChart({ analysis, period, currency, openKey, onOpen }: SegmentChartProps) {
  const translation = useTranslation()
  const { t } = translation
  const days = (average: number | null) =>
    average === null ? '—' : t('segments.days', { count: Math.round(average) })
  const rows = drawnSegments(analysis).map(segment => ({
    key: segment.code,
    label: segmentName(translation, segment),
    colorKey: segment.colorKey,
    bars: [
      {
        length: analysis.customerCount > 0 ? segment.customerCount / analysis.customerCount : 0,
        text: formatNumber(segment.customerCount),
      },
      {
        length: Math.max(0, segment.spendRate),
        text: `${formatMoney(segment.spendMinor, currency, { decimals: 0, hasSymbol: true })} ${formatRate(segment.spendRate)}`,
      },
    ],
    note: days(segment.averageRecencyDays),
  }))
  const caption = t('segments.caption.segments', {
    currency,
    period: periodName(translation, period),
    asOf: `${t('segments.asOf')} ${analysis.asOf}`,
  })
  const table = {
    columns: [
      { title: t('segments.name') },
      { title: t('segments.customers'), isNumeric: true },
      { title: t('segments.spend'), isNumeric: true },
      { title: t('segments.share'), isNumeric: true },
      { title: t('segments.averageRecency'), isNumeric: true },
    ],
    rows: analysis.segments.map(segment => ({
      key: segment.code,
      cells: [
        segmentName(translation, segment),
        formatNumber(segment.customerCount),
        formatMoney(segment.spendMinor, currency),
        formatRate(segment.spendRate),
        days(segment.averageRecencyDays),
      ],
    })),
  }
  return (
    <ChartPanel
      title={findingText(translation, analysis.findings.segments, currency)}
      caption={caption}
      table={table}
      onOpen={onOpen}
    >
      <SegmentBars
        label={t('segments.chart.segments')}
        nameTitle={t('segments.name')}
        barTitles={[t('segments.customers'), t('segments.spend')]}
        noteTitle={t('segments.averageRecency')}
        rows={rows}
        highlightedKey={openKey}
        onOpen={onOpen}
      />
    </ChartPanel>
  )
}
