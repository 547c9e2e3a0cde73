import './funnel.css'
import { Segmented, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { addDays, type CalendarDate, isCalendarDate } from '#shared/domain/calendar-date.ts'
import type { FunnelSummary } from '#shared/domain/funnel.ts'
import { AddCustomer } from './add-customer.tsx'
import { Board } from './board.tsx'
import { FlowTab } from './flow-tab.tsx'
import { IntentionGrid } from './intention-grid.tsx'

type View = 'board' | 'grid' | 'flow'
const views: readonly View[] = ['board', 'grid', 'flow']
/** How far back the conversion looks; 0 is since the first move. */
const periods = [30, 90, 365, 0] as const

type FunnelPageProps = { readonly onOpenCustomer: (customerId: number) => void }

/** The funnel: a board to work on, intention by ability, and what came of a period. */
export function FunnelPage(props: FunnelPageProps) {
  const { data: facts } = useRequest('program.facts', {})
  if (!facts || !isCalendarDate(facts.today)) return <Skeleton lines={8} />
  return <Funnel {...props} today={facts.today} />
}

function Funnel({ today, onOpenCustomer }: FunnelPageProps & { readonly today: CalendarDate }) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const [view, setView] = useState<View>('board')
  const [days, setDays] = useState<number>(30)
  const fromOn = days === 0 ? null : addDays(today, -days)
  const { data: summary, error } = useRequest(
    'funnel.summarize',
    { asOf: today, fromOn },
    { keepsPrevious: true },
  )
  return (
    <>
      <PageHead
        title={t('funnel.title')}
        tabs={
          <Segmented<View>
            value={view}
            onChange={setView}
            options={views.map(value => ({ value, label: t(`funnel.view.${value}`) }))}
          />
        }
        note={t('funnel.note.head')}
      >
        {view === 'flow' && (
          <Select
            value={days}
            onChange={setDays}
            aria-label={t('funnel.period')}
            options={periods.map(value => ({
              value,
              label: value === 0 ? t('funnel.sinceFirst') : t('funnel.lastDays', { count: value }),
            }))}
          />
        )}
        {!isReadOnly && <AddCustomer />}
      </PageHead>
      {error && <ErrorNote error={error.data} />}
      {!summary && !error && <Skeleton lines={8} />}
      {summary && <Body view={view} summary={summary} today={today} onOpenCustomer={onOpenCustomer} />}
    </>
  )
}

type BodyProps = FunnelPageProps & {
  readonly view: View
  readonly summary: FunnelSummary
  readonly today: CalendarDate
}

function Body({ view, summary, today, onOpenCustomer }: BodyProps): ReactNode {
  const { t } = useTranslation()
  const isEmpty = summary.columns.every(({ customers }) => customers === 0) && summary.left === 0
  if (isEmpty && view === 'board')
    return <EmptyState text={t('funnel.none')} example={t('funnel.none.how')} />
  if (view === 'board') return <Board today={today} onOpen={onOpenCustomer} />
  if (view === 'grid') return <IntentionGrid summary={summary} onOpen={onOpenCustomer} />
  return <FlowTab summary={summary} />
}
