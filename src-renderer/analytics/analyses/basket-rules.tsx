import { useMemo, useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import type { SheetColumn, SheetSort } from '#renderer/components/sheet-grid/sheet-column.ts'
import { SheetGrid } from '#renderer/components/sheet-grid/sheet-grid.tsx'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRowPx } from '#renderer/ipc/use-preferences.ts'
import type { BasketAnalysis, BasketRule } from '#shared/domain/baskets.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

type BasketRulesProps = {
  readonly data: BasketAnalysis
  readonly caption: string
  readonly period: string
  /** The rule that the pointer or the keyboard is on; null when there is none. */
  readonly onReach: (rule: BasketRule | null) => void
}

/** The products of a rule's left side in words: 纸尿裤 + 奶瓶. */
export const leftNames = ({ left }: BasketRule): string => left.map(({ name }) => name).join(' + ')

const figures = ['count', 'support', 'confidence', 'lift', 'leverage', 'conviction'] as const
type Figure = (typeof figures)[number]

const textOf: Readonly<Record<Figure, (rule: BasketRule) => string>> = {
  count: rule => formatNumber(rule.count),
  support: rule => `${formatNumber(rule.support * 100, 2)}%`,
  confidence: rule => formatRate(rule.confidence),
  lift: rule => formatNumber(rule.lift, 1),
  leverage: rule => formatNumber(rule.leverage, 4),
  conviction: rule => (rule.conviction === null ? '∞' : formatNumber(rule.conviction, 2)),
}

function ruleColumns({ t }: Translation): SheetColumn<BasketRule>[] {
  return [
    {
      key: 'left',
      title: t('analyses.baskets.left'),
      widthPx: 230,
      isSortable: true,
      text: leftNames,
    },
    {
      key: 'right',
      title: t('analyses.baskets.right'),
      widthPx: 170,
      isSortable: true,
      text: rule => rule.right.name,
    },
    ...figures.map(figure => ({
      key: figure,
      title: t(`analyses.baskets.${figure}`),
      widthPx: figure === 'confidence' || figure === 'lift' ? 136 : 108,
      isNumeric: true,
      isSortable: true,
      text: textOf[figure],
      value: (rule: BasketRule) => rule[figure],
    })),
  ]
}

function compareBy(key: string): (one: BasketRule, other: BasketRule) => number {
  if (key === 'left') return (one, other) => leftNames(one).localeCompare(leftNames(other), 'zh')
  if (key === 'right') return (one, other) => one.right.name.localeCompare(other.right.name, 'zh')
  const figure = key as Figure
  const figureOf = (rule: BasketRule) => rule[figure] ?? Number.POSITIVE_INFINITY
  return (one, other) => (figureOf(one) === figureOf(other) ? 0 : figureOf(one) - figureOf(other))
}

/** The rules as a sheet that can be ordered by each of its figures; the rule that is reached says whom to list. */
export function BasketRules({ data, caption, period, onReach }: BasketRulesProps) {
  const translation = useTranslation()
  const { t } = translation
  const rowPx = useRowPx()
  const [sort, setSort] = useState<SheetSort>({ key: 'lift', direction: 'descending' })
  const columns = useMemo(() => ruleColumns(translation), [translation])
  const sign = sort.direction === 'ascending' ? 1 : -1
  const rules = useMemo(
    () => data.rules.toSorted((one, other) => sign * compareBy(sort.key)(one, other)),
    [data.rules, sort.key, sign],
  )
  const source = useMemo(
    () => ({
      count: rules.length,
      generation: `${data.revision} ${data.by} ${data.minimumCount} ${period} ${sort.key} ${sign}`,
      fetchRange: async (start: number, count: number) => rules.slice(start, start + count),
    }),
    [rules, data, period, sort.key, sign],
  )
  const best = data.rules[0]
  return (
    <ChartPanel
      className="basket-rules"
      title={
        best
          ? t('analyses.baskets.finding', {
              left: leftNames(best),
              right: best.right.name,
              rate: formatRate(best.confidence),
              lift: formatNumber(best.lift, 1),
            })
          : t('analyses.baskets.none', { least: data.minimumCount })
      }
      caption={`${caption}${t('analyses.baskets.period', { period })}`}
      table={{
        columns: columns.map(({ title, isNumeric = false }) => ({ title, isNumeric })),
        rows: rules.map((rule, index) => ({
          key: String(index),
          cells: columns.map(column => column.text(rule)),
        })),
      }}
    >
      <SheetGrid
        label={t('analyses.baskets.rules')}
        columns={columns}
        source={source}
        rowPx={rowPx}
        sort={sort}
        onSort={setSort}
        onSelectionChange={({ activeRow }) => onReach(rules[activeRow] ?? null)}
        emptyState={<EmptyState text={t('analyses.baskets.none', { least: data.minimumCount })} />}
      />
    </ChartPanel>
  )
}
