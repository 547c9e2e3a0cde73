import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { countGrouped, drawnGroups, groupColors } from '#renderer/i18n/contribution-words.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { findingText, formatRate } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ContributionAnalysis, ContributionGroup } from '#shared/domain/contribution.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

type ContributionChartProps = {
  readonly analysis: ContributionAnalysis
  readonly currency: CurrencyCode
  readonly openGroup: ContributionGroup
  readonly onOpen: (group: ContributionGroup) => void
}

/** Customers of each of the seven groups and its share of the score, under the finding that the figures give. */
export function ContributionChart({ analysis, currency, openGroup, onOpen }: ContributionChartProps) {
  const translation = useTranslation()
  const { t } = translation
  const { asOf, customerCount } = analysis
  const groups = drawnGroups(analysis)
  const rows = groups.map(({ group, customerCount: count, scoreRate }) => ({
    key: group,
    label: t(`contribution.group.${group}`),
    colorKey: groupColors[group],
    bars: [
      { length: customerCount > 0 ? count / customerCount : 0, text: formatNumber(count) },
      { length: Math.max(0, scoreRate), text: formatRate(scoreRate) },
    ],
  }))
  const table = {
    columns: [
      { title: t('contribution.group') },
      { title: t('contribution.customers'), isNumeric: true },
      { title: t('contribution.score'), isNumeric: true },
      { title: t('contribution.scoreShare'), isNumeric: true },
    ],
    rows: groups.map(({ group, customerCount: count, scoreMinor, scoreRate }) => ({
      key: group,
      cells: [
        t(`contribution.group.${group}`),
        formatNumber(count),
        formatMoney(scoreMinor, currency),
        formatRate(scoreRate),
      ],
    })),
  }
  const open = (key: string) => onOpen(key as ContributionGroup)
  return (
    <ChartPanel
      title={findingText(translation, analysis.finding, currency)}
      caption={t('contribution.caption', { asOf, customers: customerCount, ...countGrouped(analysis) })}
      table={table}
      onOpen={open}
    >
      <SegmentBars
        label={t('contribution.chart')}
        nameTitle={t('contribution.group')}
        barTitles={[t('contribution.customers'), t('contribution.scoreShare')]}
        rows={rows}
        highlightedKey={openGroup}
        onOpen={open}
      />
    </ChartPanel>
  )
}
