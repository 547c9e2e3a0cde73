import type { ReactNode } from 'react'
import { StatusFacts } from '#renderer/components/status-facts.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

type AnalysisStatusProps = {
  readonly asOf: CalendarDate
  readonly customerCount: number
  /** Customers of all segments together. */
  readonly sum: number
  /** What else was left out or taken in. */
  readonly children: ReactNode
}

/** What an analysis says of itself in the status bar: its segments are all customers, and who came later is not among them. */
export function AnalysisStatus({ asOf, customerCount, sum, children }: AnalysisStatusProps) {
  const { t } = useTranslation()
  const { data: all } = useRequest('customers.count', {})
  const later = (all?.count ?? 0) - customerCount
  return (
    <StatusFacts>
      <span className="num">{t('segments.status', { customers: customerCount, sum })}</span>
      {later > 0 && <span className="num">{t('segments.status.later', { count: later, day: asOf })}</span>}
      {children}
    </StatusFacts>
  )
}
