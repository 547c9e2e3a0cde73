import { DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { PageHead } from '#renderer/components/page-head.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'

/** A tab of the page. */
export type SegmentsView = 'segments' | 'months' | 'contribution' | 'moves' | 'portrait'

type SegmentsHeadProps = {
  readonly request: RfmRequest
  readonly view: SegmentsView
  readonly onView: (view: SegmentsView) => void
  readonly hasTabs: boolean
  /** What else the tab is asked for. */
  readonly children: ReactNode
}

const views = ['segments', 'months', 'contribution', 'moves', 'portrait'] as const

/** The title of the page with its tabs, and the reference date that all of them share. */
export function SegmentsHead({ request, view, onView, hasTabs, children }: SegmentsHeadProps) {
  const { t } = useTranslation()
  const { setAnalysis } = useAnalysisChoice()
  const setAsOf = (day: dayjs.Dayjs | null) => {
    const asOf = CalendarDate.safeParse(day?.format('YYYY-MM-DD'))
    if (asOf.success) setAnalysis({ ...request, asOf: asOf.data })
  }
  const tabs = views.map(value => ({ value, label: t(`segments.tab.${value}`) }))
  return (
    <PageHead
      title={t('segments.title')}
      tabs={hasTabs ? <Segmented value={view} options={tabs} onChange={onView} /> : null}
    >
      <span className="row segments-controls">
        <span className="secondary nowrap">{t('segments.asOf')}</span>
        <DatePicker
          aria-label={t('segments.asOf')}
          allowClear={false}
          value={dayjs(request.asOf)}
          onChange={setAsOf}
          style={{ width: 128 }}
        />
        {children}
      </span>
    </PageHead>
  )
}
