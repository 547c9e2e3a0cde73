import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import {
  countGrouped,
  drawnGroups,
  formulaWords,
  policyWords,
  whoWords,
} from '#renderer/i18n/contribution-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ContributionAnalysis, ContributionGroup } from '#shared/domain/contribution.ts'
import { AnalysisStatus } from './analysis-status.tsx'
import { ContributionChart } from './contribution-chart.tsx'
import { ContributionMembers } from './contribution-members.tsx'
import { ContributionRulesPanel } from './contribution-rules.tsx'
import { GroupUses } from './group-uses.tsx'
import type { RenderExport } from './members-sheet.tsx'
import type { ContributionRulesNow } from './use-contribution-rules.ts'

type ContributionTabProps = {
  readonly asOf: CalendarDate
  readonly rules: ContributionRulesNow
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly onImport: () => void
  /** Prints the customers of a group whom one may call. */
  readonly onCallList: (group: ContributionGroup) => void
  readonly renderExport?: RenderExport | undefined
}

/** The seven groups by contribution on the reference date, and who is in them. */
export function ContributionTab(props: ContributionTabProps) {
  const { asOf, rules, onImport } = props
  const { t } = useTranslation()
  const request = useMemo(() => ({ asOf, rules: rules.chosen.rules }), [asOf, rules.chosen])
  const { data: analysis, error } = useRequest('analytics.summarizeContribution', request, {
    keepsPrevious: true,
  })
  const hasGroups = analysis !== undefined && countGrouped(analysis).grouped > 0
  return (
    <>
      {error && <ErrorNote error={error} />}
      {!analysis && !error && <Skeleton lines={8} />}
      {analysis && !hasGroups && (
        <EmptyState
          text={
            analysis.customerCount === 0
              ? t('contribution.empty')
              : t('contribution.noOrders', { count: analysis.customerCount, day: asOf })
          }
          action={
            <Button type="primary" onClick={onImport}>
              {t('segments.importOrders')}
            </Button>
          }
        />
      )}
      {analysis && hasGroups && <ContributionBody {...props} analysis={analysis} />}
    </>
  )
}

/** The group that the finding speaks of, else the first with customers. */
function firstGroup(analysis: ContributionAnalysis): ContributionGroup {
  const named = analysis.groups.find(({ group }) => group === analysis.finding.values.group)
  const shown = named ?? drawnGroups(analysis).find(({ customerCount }) => customerCount > 0)
  return shown?.group ?? 'unassigned'
}

function ContributionBody(props: ContributionTabProps & { readonly analysis: ContributionAnalysis }) {
  const { analysis, rules: rulesNow } = props
  const translation = useTranslation()
  const { t } = translation
  const { currency } = useOpenArchive()
  const [opened, setOpened] = useState<ContributionGroup | null>(null)
  const group = opened ?? firstGroup(analysis)
  const { asOf, rules, balancesLeftOut, customerCount } = analysis
  const request = useMemo(() => ({ asOf, rules }), [asOf, rules])
  return (
    <>
      <div className="contribution-formula">
        <div className="num">{formulaWords(translation, analysis)}</div>
        <div className="small secondary">{t('contribution.why')}</div>
      </div>
      <div className="segments-body contribution-body">
        <div className="segments-charts is-even">
          <ContributionChart analysis={analysis} currency={currency} openGroup={group} onOpen={setOpened} />
          <ContributionRulesPanel analysis={analysis} ruleSet={rulesNow.chosen} currency={currency} />
        </div>
        <ContributionMembers
          request={request}
          group={group}
          note={[
            whoWords(translation, group, rules),
            policyWords(translation, group, rulesNow.policies),
          ].join(' ')}
          uses={
            <GroupUses
              group={group}
              policies={rulesNow.policies}
              onCallList={() => props.onCallList(group)}
            />
          }
          currency={currency}
          onOpenCustomer={props.onOpenCustomer}
          renderExport={props.renderExport}
        />
      </div>
      <AnalysisStatus
        asOf={asOf}
        customerCount={customerCount}
        sum={analysis.groups.reduce((total, one) => total + one.customerCount, 0)}
      >
        {balancesLeftOut > 0 && (
          <span className="num">{t('contribution.status.balances', { count: balancesLeftOut })}</span>
        )}
      </AnalysisStatus>
    </>
  )
}
