import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { MonthBars } from '#renderer/charts/month-bars.tsx'
import { formatMonth, formatMonthInSentence } from '#renderer/i18n/format-date.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { findingText } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { addDays, type CalendarDate, monthOf } from '#shared/domain/calendar-date.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import type { RfmAnalysis } from '#shared/domain/rfm-analysis.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

type MonthChartProps = {
  readonly analysis: RfmAnalysis
  readonly currency: CurrencyCode
  readonly onOpen: (month: string) => void
}

/** Which months of a chart are not whole: the first of a period, the last until the reference date. Empty: ''. */
export function partialMonths(
  { t, language }: Pick<Translation, 't' | 'language'>,
  analysis: RfmAnalysis,
): string {
  const { fromOn, asOf, months } = analysis
  const name = (day: CalendarDate) => formatMonthInSentence(monthOf(day), language)
  const isShown = (day: CalendarDate) => months.some(({ month }) => month === monthOf(day))
  const first =
    fromOn !== null && !fromOn.endsWith('-01') && isShown(fromOn)
      ? t('segments.caption.firstMonth', { month: name(fromOn), day: fromOn })
      : ''
  const last =
    !addDays(asOf, 1).endsWith('-01') && isShown(asOf)
      ? t('segments.caption.lastMonth', { month: name(asOf), day: asOf })
      : ''
  return first + last
}

/** Net revenue of every month; a month opens those who bought in it. */
export function RevenueChart({ analysis, currency, onOpen }: MonthChartProps) {
  const translation = useTranslation()
  const { t, language } = translation
  const money = (minor: number, hasSymbol = false) => formatMoney(minor, currency, { decimals: 0, hasSymbol })
  const marks = analysis.months.map(({ month, revenueMinor, orderCount }) => ({
    key: month,
    label: formatMonth(month, language),
    values: [revenueMinor],
    name: t('segments.mark.month', { month, revenue: money(revenueMinor, true), orders: orderCount }),
    text: money(revenueMinor),
  }))
  const table = {
    columns: [
      { title: t('segments.month') },
      { title: t('segments.spend'), isNumeric: true },
      { title: t('segments.orders'), isNumeric: true },
    ],
    rows: analysis.months.map(({ month, revenueMinor, orderCount }) => ({
      key: month,
      cells: [month, formatMoney(revenueMinor, currency), formatNumber(orderCount)],
    })),
  }
  return (
    <ChartPanel
      title={findingText(translation, analysis.findings.revenue, currency)}
      caption={t('segments.caption.revenue', { currency }) + partialMonths(translation, analysis)}
      table={table}
      onOpen={onOpen}
    >
      <MonthBars
        label={t('segments.chart.revenue')}
        marks={marks}
        series={[t('segments.spend')]}
        formatTick={minor => money(minor)}
        onOpen={onOpen}
      />
    </ChartPanel>
  )
}

/** New and returning customers of every month. */
export function CustomersChart({ analysis, currency, onOpen }: MonthChartProps) {
  const translation = useTranslation()
  const { t, language } = translation
  const marks = analysis.months.map(({ month, newCustomers, returningCustomers }) => ({
    key: month,
    label: formatMonth(month, language),
    values: [newCustomers, returningCustomers],
    name: t('segments.mark.customers', { month, new: newCustomers, returning: returningCustomers }),
    text: formatNumber(newCustomers + returningCustomers),
  }))
  const table = {
    columns: [
      { title: t('segments.month') },
      { title: t('segments.new'), isNumeric: true },
      { title: t('segments.returning'), isNumeric: true },
    ],
    rows: analysis.months.map(({ month, newCustomers, returningCustomers }) => ({
      key: month,
      cells: [month, formatNumber(newCustomers), formatNumber(returningCustomers)],
    })),
  }
  return (
    <ChartPanel
      title={findingText(translation, analysis.findings.customers, currency)}
      caption={t('segments.caption.customers') + partialMonths(translation, analysis)}
      table={table}
      onOpen={onOpen}
    >
      <MonthBars
        label={t('segments.chart.customers')}
        marks={marks}
        series={[t('segments.new'), t('segments.returning')]}
        formatTick={count => formatNumber(count)}
        onOpen={onOpen}
      />
    </ChartPanel>
  )
}
