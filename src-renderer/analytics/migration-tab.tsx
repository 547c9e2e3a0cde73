import { useMemo, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { MigrationCell } from '#shared/domain/contribution-migration.ts'
import { GroupSizesChart } from './group-sizes-chart.tsx'
import type { RenderExport } from './members-sheet.tsx'
import { MigrationFlow, MigrationMatrix } from './migration-charts.tsx'
import type { MigrationView } from './migration-controls.tsx'
import { MigrationMembers } from './migration-members.tsx'
import type { ContributionRulesNow } from './use-contribution-rules.ts'

type MigrationTabProps = {
  readonly view: MigrationView
  readonly asOf: CalendarDate
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
  readonly rules: ContributionRulesNow
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly renderExport?: RenderExport | undefined
}

/** How customers moved between the seven groups from one month end to another, or how large the groups were month by month. */
export function MigrationTab(props: MigrationTabProps) {
  const { asOf, fromOn, toOn, view, rules } = props
  const { t } = useTranslation()
  const { currency } = useOpenArchive()
  const request = useMemo(() => ({ fromOn, toOn, rules: rules.chosen.rules }), [fromOn, toOn, rules.chosen])
  const [cell, setCell] = useState<MigrationCell>({ from: null, to: null })
  const { data: migration, error } = useRequest('analytics.summarizeMigration', request, {
    keepsPrevious: true,
    isEnabled: view === 'between',
  })
  if (view === 'months') return <GroupSizesChart {...props} rules={rules.chosen.rules} asOf={asOf} />
  return (
    <>
      {error && <ErrorNote error={error} />}
      {!migration && !error && <Skeleton lines={8} />}
      {migration && migration.customersBefore === 0 && (
        <EmptyState text={t('migration.empty', { day: fromOn })} />
      )}
      {migration && migration.customersBefore > 0 && (
        <div className="segments-body migration-body">
          <div className="segments-charts is-even">
            <MigrationMatrix migration={migration} currency={currency} onOpen={setCell} />
            <MigrationFlow migration={migration} onOpen={setCell} />
          </div>
          <MigrationMembers {...props} request={request} cell={cell} currency={currency} />
        </div>
      )}
    </>
  )
}
