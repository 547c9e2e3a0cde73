import { useMemo, useState } from 'react'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { formatMonthInSentence } from '#renderer/i18n/format-date.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type AbcRequest, usualAbcLimits } from '#shared/domain/abc.ts'
import { addMonths, type CalendarDate, type CalendarMonth, monthOf } from '#shared/domain/calendar-date.ts'
import type { MemberSelector, RfmAnalysis, RfmRequest } from '#shared/domain/rfm-analysis.ts'
import type { AnalysisProps, OpenedMark } from './analysis-acts.ts'
import { AnalysisFrame } from './analysis-frame.tsx'

const topProducts = 3
/** The segments whose customers bought well and have not come for long. */
const leaving = ['cant-lose-them', 'at-risk', 'about-to-sleep'] as const

const emptyMonth = { revenueMinor: 0, orderCount: 0, newCustomers: 0, returningCustomers: 0 }
const monthIn = (analysis: RfmAnalysis | undefined, month: string) =>
  analysis?.months.find(one => one.month === month) ?? emptyMonth

function useMonths(asOf: CalendarDate) {
  const [now, before] = useMemo(() => {
    const ofDay = (day: CalendarDate): RfmRequest => ({
      ...{ asOf: day, period: { kind: 'all' }, ruleSetCode: 'ten-segments' },
    })
    return [ofDay(asOf), ofDay(addMonths(asOf, -1))] as const
  }, [asOf])
  const present = useRequest('analytics.summarizeSegments', now, { keepsPrevious: true })
  const past = useRequest('analytics.summarizeSegments', before, { keepsPrevious: true })
  return { now, before, present, past }
}

/** What a seller has to know today, each in a sentence that leads to its customers. */
export function OverviewView({ request: { asOf }, acts }: AnalysisProps) {
  const { t, tCode, language } = useTranslation()
  const { currency } = useOpenArchive()
  const { now, before, present, past } = useMonths(asOf)
  const month = monthOf(asOf)
  const firstOn = `${month}-01` as CalendarDate
  const products = useMemo<AbcRequest>(
    () => ({ fromOn: firstOn, asOf, limits: usualAbcLimits, firstRows: topProducts }),
    [firstOn, asOf],
  )
  const ranked = useRequest('analytics.rankProducts', products, { keepsPrevious: true })
  const [opened, setOpened] = useState<OpenedMark | null>(null)
  const analysis = present.data
  const thisMonth = monthIn(analysis, month)
  const lastMonth = monthIn(past.data, monthOf(before.asOf))
  const money = (minor: number) => formatMoney(minor, currency, { hasSymbol: true, decimals: 0 })
  const name = formatMonthInSentence(month, language)
  const openSelected = (selector: MemberSelector, title: string) =>
    setOpened({ mark: { kind: 'selected', asOf, analysis: now, selector }, title })
  const openMonth = (group: 'all' | 'new' | 'returning') =>
    openSelected(
      { kind: 'month', month: month as CalendarMonth, group },
      t(`segments.members.month.${group}`, { month: name }),
    )
  const lost = leaving.map(code => ({
    code,
    name: tCode(`segment.${code}`),
    count: analysis?.segments.find(segment => segment.code === code)?.customerCount ?? 0,
    spendMinor: analysis?.segments.find(segment => segment.code === code)?.spendMinor ?? 0,
  }))
  const lostCount = lost.reduce((sum, { count }) => sum + count, 0)
  const isEmpty = analysis !== undefined && analysis.months.length === 0
  return (
    <AnalysisFrame
      acts={acts}
      isLoading={!analysis || !past.data || !ranked.data}
      error={present.error ?? past.error ?? ranked.error}
      missing={isEmpty ? t('analyses.staying.missing', { day: asOf }) : null}
      opened={opened}
      chartsPx={300}
    >
      <div className="analysis-overview">
        <Panel title={salesTitle()}>
          <p className="secondary">
            {t('analyses.overview.salesBefore', { day: before.asOf, money: money(lastMonth.revenueMinor) })}
          </p>
          <LinkButton onClick={() => openMonth('all')}>
            {t('analyses.overview.buyers', {
              count: thisMonth.newCustomers + thisMonth.returningCustomers,
              orders: thisMonth.orderCount,
            })}
          </LinkButton>
        </Panel>
        <Panel
          title={t('analyses.overview.customers', {
            new: thisMonth.newCustomers,
            returning: thisMonth.returningCustomers,
          })}
        >
          <p className="secondary">
            {t('analyses.overview.customersBefore', {
              new: lastMonth.newCustomers,
              returning: lastMonth.returningCustomers,
            })}
          </p>
          <div className="row">
            <LinkButton onClick={() => openMonth('new')}>
              {t('analyses.overview.seeNew', { count: thisMonth.newCustomers })}
            </LinkButton>
            <LinkButton onClick={() => openMonth('returning')}>
              {t('analyses.overview.seeReturning', { count: thisMonth.returningCustomers })}
            </LinkButton>
          </div>
        </Panel>
        <Panel
          title={
            lostCount > 0
              ? t('analyses.overview.leaving', { count: lostCount })
              : t('analyses.overview.noneLeaving')
          }
        >
          <ul className="analysis-list">
            {lost.map(segment => (
              <li key={segment.code}>
                <LinkButton
                  onClick={() => openSelected({ kind: 'segment', code: segment.code }, segment.name)}
                >
                  {t('analyses.overview.leavingSegment', {
                    name: segment.name,
                    count: segment.count,
                    money: money(segment.spendMinor),
                  })}
                </LinkButton>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel
          title={
            ranked.data?.rows[0]
              ? t('analyses.overview.product', { name: ranked.data.rows[0].name })
              : t('analyses.overview.noProduct')
          }
        >
          <ul className="analysis-list">
            {(ranked.data?.rows ?? []).map(row => (
              <li key={row.productId}>
                <LinkButton onClick={() => openProduct(row.productId, row.name)}>
                  {t('analyses.overview.productRow', {
                    name: row.name,
                    money: money(row.netMinor),
                    rate: formatRate(row.share),
                  })}
                </LinkButton>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </AnalysisFrame>
  )

  function salesTitle(): string {
    const words = { month: name, money: money(thisMonth.revenueMinor) }
    if (lastMonth.revenueMinor <= 0) return t('analyses.overview.sales', words)
    const change = thisMonth.revenueMinor / lastMonth.revenueMinor - 1
    const rate = formatRate(Math.abs(change))
    return change >= 0
      ? t('analyses.overview.salesMore', { ...words, rate })
      : t('analyses.overview.salesLess', { ...words, rate })
  }

  function openProduct(productId: number, product: string): void {
    setOpened({
      mark: {
        ...{ kind: 'bought', fromOn: firstOn, asOf, isInOneOrder: false },
        ...{ products: [productId], notProducts: [] },
      },
      title: t('analyses.products.buyers', { name: product }),
    })
  }
}
