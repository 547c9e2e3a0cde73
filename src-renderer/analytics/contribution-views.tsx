import { useState } from 'react'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { lastMonthEnd, monthEndAfter } from '#shared/domain/contribution-migration.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { ContributionControls } from './contribution-controls.tsx'
import { ContributionTab } from './contribution-tab.tsx'
import { MigrationControls, type MigrationView } from './migration-controls.tsx'
import { MigrationTab } from './migration-tab.tsx'
import type { SegmentsActs } from './rfm-tabs.tsx'
import { SegmentsHead, type SegmentsView } from './segments-head.tsx'
import { useContributionRules } from './use-contribution-rules.ts'

/** The tabs that go by the contribution score. */
export type ContributionView = Extract<SegmentsView, 'contribution' | 'moves'>

type ContributionViewsProps = SegmentsActs & {
  readonly request: RfmRequest
  readonly view: ContributionView
  readonly onView: (view: SegmentsView) => void
}

type Months = { readonly fromOn: CalendarDate; readonly toOn: CalendarDate; readonly of: CalendarDate }

/** A year up to the newest month end. */
const lastYear = (lastOn: CalendarDate): Months => ({
  ...{ fromOn: monthEndAfter(lastOn, -12), toOn: lastOn, of: lastOn },
})

/** The seven groups on the reference date, and who moved between them, by the rules that are chosen. */
export function ContributionViews(props: ContributionViewsProps) {
  const { request, view, onView } = props
  const { asOf } = request
  const lastOn = lastMonthEnd(asOf)
  const [code, setCode] = useState('as-printed')
  const [moves, setMoves] = useState<MigrationView>('between')
  const [chosenMonths, setMonths] = useState<Months>(() => lastYear(lastOn))
  const rules = useContributionRules(code)
  // Another reference date begins with its own last year.
  const { fromOn, toOn } = chosenMonths.of === lastOn ? chosenMonths : lastYear(lastOn)
  return (
    <>
      <SegmentsHead request={request} view={view} onView={onView} hasTabs>
        {rules && (
          <ContributionControls
            rules={rules}
            asOf={asOf}
            onChoose={setCode}
            onPrint={view === 'contribution' ? () => props.onPrintContribution(rules.chosen, null) : null}
          />
        )}
        {view === 'moves' && (
          <MigrationControls
            view={moves}
            onView={setMoves}
            fromOn={fromOn}
            toOn={toOn}
            lastOn={lastOn}
            onMonths={(from, to) => setMonths({ fromOn: from, toOn: to, of: lastOn })}
          />
        )}
      </SegmentsHead>
      {!rules && <Skeleton lines={8} />}
      {rules && view === 'contribution' && (
        <ContributionTab
          {...props}
          asOf={asOf}
          rules={rules}
          onCallList={group => props.onPrintContribution(rules.chosen, group)}
        />
      )}
      {rules && view === 'moves' && (
        <MigrationTab
          {...{ view: moves, asOf, fromOn, toOn, rules }}
          onOpenCustomer={props.onOpenCustomer}
          renderExport={props.renderExport}
        />
      )}
    </>
  )
}
