import '#renderer/styles/segments.css'
import '#renderer/styles/analyses.css'
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { ComponentType } from 'react'
import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { firstDayOfPeriod } from '#shared/domain/analysis-period.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { AgainView } from './again-view.tsx'
import type { AnalysisActs, AnalysisProps } from './analysis-acts.ts'
import { type AnalysisCode, analysisCodes } from './analysis-codes.ts'
import { BasketsView } from './baskets-view.tsx'
import { DiscountsView } from './discounts-view.tsx'
import { KindsView } from './kinds-view.tsx'
import { OverviewView } from './overview-view.tsx'
import { ParetoView } from './pareto-view.tsx'
import { ProductsView } from './products-view.tsx'
import { SeasonsView } from './seasons-view.tsx'
import { StayingView } from './staying-view.tsx'
import { TastesView } from './tastes-view.tsx'
import { ValueView } from './value-view.tsx'

type AnalysesPanelProps = {
  readonly chosen: AnalysisCode
  /** Where the page of an analysis is. */
  readonly hrefOf: (code: AnalysisCode) => string
  readonly acts: AnalysisActs
}

const views: Readonly<Record<AnalysisCode, ComponentType<AnalysisProps>>> = {
  overview: OverviewView,
  pareto: ParetoView,
  products: ProductsView,
  staying: StayingView,
  again: AgainView,
  baskets: BasketsView,
  tastes: TastesView,
  discounts: DiscountsView,
  value: ValueView,
  kinds: KindsView,
  seasons: SeasonsView,
}

/** Analyses that have a time of their own, whatever period is chosen. */
const ofAllTime: ReadonlySet<AnalysisCode> = new Set([
  ...(['overview', 'staying', 'again', 'value', 'seasons'] as const),
])

const monthChoices = [1, 3, 6, 12, 24, 36]

/** The analyses: questions at the left, the answer to one of them beside. */
export function AnalysesPanel({ chosen, hrefOf, acts }: AnalysesPanelProps) {
  const { t } = useTranslation()
  const { analysis } = useAnalysisChoice()
  const View = views[chosen]
  return (
    <>
      <PageHead title={t('analyses.title')}>
        {analysis && <Choice request={analysis} hasPeriod={!ofAllTime.has(chosen)} />}
      </PageHead>
      <div className="analyses-columns">
        <nav className="panel analyses-list" aria-label={t('analyses.list')}>
          {analysisCodes.map(code => (
            <a
              key={code}
              href={hrefOf(code)}
              className="analyses-entry"
              aria-current={code === chosen ? 'page' : undefined}
            >
              {t(`analyses.question.${code}`)}
            </a>
          ))}
        </nav>
        {analysis ? (
          <View
            key={chosen}
            request={analysis}
            fromOn={firstDayOfPeriod(analysis.period, analysis.asOf)}
            acts={acts}
          />
        ) : (
          <Skeleton lines={8} />
        )}
      </div>
    </>
  )
}

function Choice({ request, hasPeriod }: { request: RfmRequest; hasPeriod: boolean }) {
  const { t } = useTranslation()
  const { setAnalysis } = useAnalysisChoice()
  const setAsOf = (day: dayjs.Dayjs | null) => {
    const asOf = CalendarDate.safeParse(day?.format('YYYY-MM-DD'))
    if (asOf.success) setAnalysis({ ...request, asOf: asOf.data })
  }
  const periods = [
    ...monthChoices.map(months => ({ value: months, label: t('segments.period.months', { count: months }) })),
    { value: 0, label: t('segments.period.all') },
  ]
  return (
    <span className="row">
      <span className="secondary nowrap">{t('segments.asOf')}</span>
      <DatePicker
        aria-label={t('segments.asOf')}
        allowClear={false}
        value={dayjs(request.asOf)}
        onChange={setAsOf}
        style={{ width: 128 }}
      />
      {hasPeriod && (
        <>
          <span className="secondary nowrap">{t('segments.period')}</span>
          <Select
            aria-label={t('segments.period')}
            value={request.period.kind === 'all' ? 0 : request.period.months}
            options={periods}
            onChange={months =>
              setAnalysis({
                ...request,
                period: months === 0 ? { kind: 'all' } : { kind: 'months', months },
              })
            }
            popupMatchSelectWidth={false}
            style={{ minWidth: 124 }}
          />
        </>
      )}
    </span>
  )
}
