import { InputNumber, Select } from 'antd'
import { useMemo, useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { LineChart } from '#renderer/charts/line-chart.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { leastForValue, type ValueAnalysis, type ValueRequest } from '#shared/domain/lifetime-value.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'

const horizons = [3, 6, 12, 24, 36]

/** What buyers will still buy: how many are customers still, what that is worth, and how well the past was foretold. */
export function ValueView({ request: { asOf }, acts }: AnalysisProps) {
  const translation = useTranslation()
  const { t } = translation
  const { currency } = useOpenArchive()
  const [horizonMonths, setHorizon] = useState(12)
  const [discountPercent, setDiscount] = useState(10)
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const request = useMemo<ValueRequest>(
    () => ({ asOf, horizonMonths, yearlyDiscount: discountPercent / 100 }),
    [asOf, horizonMonths, discountPercent],
  )
  const { data, error } = useRequest('analytics.summarizeValue', request, { keepsPrevious: true })
  const hasMoney = !data || data.spend !== null
  const open = (key: string) =>
    setOpened({
      mark: { kind: 'value', ...request, fromChance: Number(key) },
      title: t('analyses.value.members', { chance: chanceName(translation, Number(key)) }),
      note: t('analyses.value.note', { count: horizonMonths }),
      ...(hasMoney ? {} : { leftOut: ['valueMinor' as const] }),
    })
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!data}
      error={error}
      missing={data ? refusalOf(translation, data) : null}
      notes={[
        data && data.balancesLeftOut > 0
          ? t('analyses.staying.balances', { count: data.balancesLeftOut })
          : null,
        data && !data.refusal && !data.spend ? t('analyses.value.noSpend') : null,
      ]}
      controls={
        <>
          <span className="secondary nowrap">{t('analyses.value.horizon')}</span>
          <Select
            aria-label={t('analyses.value.horizon')}
            value={horizonMonths}
            options={horizons.map(count => ({ value: count, label: t('analyses.value.months', { count }) }))}
            onChange={setHorizon}
            style={{ minWidth: 110 }}
          />
          {hasMoney && (
            <>
              <span className="secondary nowrap">{t('analyses.value.discount')}</span>
              <InputNumber
                aria-label={t('analyses.value.discount')}
                min={0}
                max={100}
                value={discountPercent}
                onChange={value => value !== null && setDiscount(value)}
                suffix="%"
                style={{ width: 84 }}
              />
            </>
          )}
        </>
      }
      opened={opened}
      chartsPx={310}
    >
      {data && !data.refusal && (
        <>
          <ChanceChart data={data} currency={currency} onOpen={open} />
          <HoldoutChart data={data} />
        </>
      )}
    </AnalysisFrame>
  )
}

function refusalOf({ t }: Translation, data: ValueAnalysis): string | null {
  if (data.refusal === null) return null
  return t(`analyses.value.refusal.${data.refusal}`, {
    ...{ buyers: data.buyers, repeatBuyers: data.repeatBuyers },
    ...{ customers: leastForValue.customers, again: leastForValue.repeatBuyers, days: leastForValue.days },
  })
}

/** A group of buyers by the chance at which it begins: 80% 以上, 20%–50%. */
function chanceName({ t }: Translation, from: number): string {
  const until = { '0': 0.2, '0.2': 0.5, '0.5': 0.8 }[String(from)]
  if (until === undefined) return t('analyses.value.chanceFrom', { from: formatRate(from) })
  if (from === 0) return t('analyses.value.chanceUntil', { until: formatRate(until) })
  return t('analyses.value.chanceBetween', { from: formatRate(from), until: formatRate(until) })
}

type ChanceChartProps = {
  readonly data: ValueAnalysis
  readonly currency: CurrencyCode
  readonly onOpen: (key: string) => void
}

function ChanceChart({ data, currency, onOpen }: ChanceChartProps) {
  const translation = useTranslation()
  const { t } = translation
  const all = Math.max(1, data.buyers)
  const money = (minor: number | null) =>
    minor === null ? '—' : formatMoney(minor, currency, { decimals: 0 })
  const hasMoney = data.spend !== null
  const worth = Math.max(1, data.spend?.valueMinor ?? 1)
  const words = {
    alive: Math.round(data.timing?.expectedAlive ?? 0),
    purchases: Math.round(data.timing?.expectedPurchases ?? 0),
    count: data.horizonMonths,
  }
  const title = data.spend
    ? t('analyses.value.finding', {
        ...words,
        money: formatMoney(data.spend.valueMinor, currency, { hasSymbol: true, decimals: 0 }),
      })
    : t('analyses.value.findingPurchases', words)
  return (
    <ChartPanel
      title={title}
      caption={
        hasMoney
          ? t('analyses.value.caption', { all: data.buyers, currency })
          : t('analyses.value.captionPurchases', { all: data.buyers })
      }
      table={{
        columns: [
          { title: t('analyses.value.chance') },
          { title: t('segments.customers'), isNumeric: true },
          { title: t('analyses.value.purchases'), isNumeric: true },
          ...(hasMoney ? [{ title: t('analyses.value.value'), isNumeric: true }] : []),
        ],
        rows: data.chances.map(row => ({
          key: String(row.fromChance),
          cells: [
            chanceName(translation, row.fromChance),
            formatNumber(row.customers),
            formatNumber(row.expectedPurchases, 1),
            ...(hasMoney ? [money(row.valueMinor)] : []),
          ],
        })),
      }}
      onOpen={onOpen}
    >
      <SegmentBars
        label={t('analyses.value.chart')}
        nameTitle={t('analyses.value.chance')}
        barTitles={[t('segments.customers'), ...(hasMoney ? [t('analyses.value.value')] : [])]}
        rows={data.chances.map(row => ({
          key: String(row.fromChance),
          label: chanceName(translation, row.fromChance),
          bars: [
            { length: row.customers / all, text: formatNumber(row.customers) },
            ...(hasMoney
              ? [
                  {
                    length: row.valueMinor === null ? null : Math.max(0, row.valueMinor) / worth,
                    text: money(row.valueMinor),
                  },
                ]
              : []),
          ],
        }))}
        onOpen={onOpen}
      />
    </ChartPanel>
  )
}

function HoldoutChart({ data: { holdout } }: { data: ValueAnalysis }) {
  const { t } = useTranslation()
  if (!holdout)
    return (
      <ChartPanel title={t('analyses.value.noHoldout')} table={{ columns: [], rows: [] }}>
        <p className="secondary">{t('analyses.value.noHoldoutWhy')}</p>
      </ChartPanel>
    )
  const sum = (figure: 'expected' | 'actual') =>
    Math.round(holdout.groups.reduce((total, group) => total + group[figure] * group.customers, 0))
  const name = (repeats: number) =>
    repeats === 7 ? t('analyses.value.repeatsMost') : t('analyses.value.repeats', { count: repeats })
  return (
    <ChartPanel
      title={t('analyses.value.holdoutFinding', { expected: sum('expected'), actual: sum('actual') })}
      caption={t('analyses.value.holdoutCaption', { day: holdout.fromOn, count: holdout.days })}
      table={{
        columns: [
          { title: t('analyses.value.before') },
          { title: t('segments.customers'), isNumeric: true },
          { title: t('analyses.value.expected'), isNumeric: true },
          { title: t('analyses.value.actual'), isNumeric: true },
        ],
        rows: holdout.groups.map(group => ({
          key: String(group.repeats),
          cells: [
            name(group.repeats),
            formatNumber(group.customers),
            formatNumber(group.expected, 2),
            formatNumber(group.actual, 2),
          ],
        })),
      }}
    >
      <LineChart
        label={t('analyses.value.holdout')}
        points={holdout.groups.map(group => ({
          key: String(group.repeats),
          label: group.repeats === 7 ? '7+' : String(group.repeats),
          values: [group.actual, group.expected],
          name: name(group.repeats),
        }))}
        series={[t('analyses.value.actual'), t('analyses.value.expected')]}
        formatTick={value => formatNumber(value, 1)}
        hasDots
        heightPx={200}
      />
    </ChartPanel>
  )
}
