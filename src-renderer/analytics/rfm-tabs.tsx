import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { ContributionGroup } from '#shared/domain/contribution.ts'
import type { ContributionRuleSet } from '#shared/domain/contribution-rule-set.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import type { MemberSelector, RfmAnalysis, RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { AnalysisStatus } from './analysis-status.tsx'
import { cellSelector, markKey, monthSelector } from './member-selection.ts'
import type { RenderExport } from './members-sheet.tsx'
import { CustomersChart, RevenueChart } from './month-charts.tsx'
import { RfmHeatMap } from './rfm-heat-map.tsx'
import { drawnSegments, SegmentChart } from './segment-chart.tsx'
import { SegmentMembers } from './segment-members.tsx'
import { SegmentPortrait } from './segment-portrait.tsx'
import { SegmentUses } from './segment-uses.tsx'
import type { SegmentsView } from './segments-head.tsx'

/** What the page above does for its tabs. */
export type SegmentsActs = {
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly onPrint: (analysis: RfmRequest, selector: MemberSelector) => void
  /** Prints the portrait of those behind a mark. */
  readonly onPrintPortrait: (selector: MemberSelector) => void
  /** Shows a customer, not as one of a list. */
  readonly onShowCustomer: (customerId: number) => void
  /** Prints the seven groups, or the customers of one. */
  readonly onPrintContribution: (ruleSet: ContributionRuleSet, group: ContributionGroup | null) => void
  /** Reports which media the customers of a filter follow. */
  readonly onMedia: (filter: CustomerFilter) => void
  readonly onImport: () => void
  /** Shows the customers of a filter in the list of all. */
  readonly onList: (filter: CustomerFilter) => void
  /** Draws the way to export the members that are shown, in their order. */
  readonly renderExport?: RenderExport | undefined
}

/** The tabs that show the segments of a rule set. */
export type RfmView = Exclude<SegmentsView, 'contribution' | 'moves'>

type RfmTabsProps = SegmentsActs & {
  readonly request: RfmRequest
  readonly analysis: RfmAnalysis | undefined
  readonly error: AppError | null
  readonly view: RfmView
  readonly onView: (view: SegmentsView) => void
  /** The mark whose customers are shown. */
  readonly selector: MemberSelector | null
  readonly onSelect: (selector: MemberSelector) => void
}

/** The charts are as high as the list of segments; the members get the rest. The fewest rows leave room for the months. */
const headPx = 110
const rowPx = 25
const fewestRows = 8

/** The segments of all customers on a reference date, or their months, and who is behind a mark. */
export function RfmTabs(props: RfmTabsProps) {
  const { t } = useTranslation()
  const { request, analysis, error, view, selector: shown } = props
  return (
    <>
      {error && <ErrorNote error={error} />}
      {!analysis && !error && <Skeleton lines={8} />}
      {analysis && analysis.customerCount === 0 && (
        <EmptyState
          text={t('segments.empty')}
          example={t('segments.empty.example')}
          action={
            <Button type="primary" onClick={props.onImport}>
              {t('segments.toImport')}
            </Button>
          }
        />
      )}
      {analysis && analysis.customerCount > 0 && !hasBuyers(analysis) && (
        <EmptyState
          text={t('segments.noOrders', { count: analysis.customerCount })}
          action={
            <Button type="primary" onClick={props.onImport}>
              {t('segments.importOrders')}
            </Button>
          }
        />
      )}
      {analysis && hasBuyers(analysis) && shown && view === 'portrait' && (
        <SegmentPortrait
          analysis={analysis}
          request={request}
          selector={shown}
          onSelect={props.onSelect}
          onOpenCustomer={props.onShowCustomer}
          onPrint={() => props.onPrintPortrait(shown)}
        />
      )}
      {analysis && hasBuyers(analysis) && shown && view !== 'portrait' && (
        <SegmentsBody
          analysis={analysis}
          request={request}
          view={view}
          selector={shown}
          onSelect={props.onSelect}
          onOpenCustomer={props.onOpenCustomer}
          renderExport={props.renderExport}
          uses={
            shown.kind === 'segment' && (
              <SegmentUses
                ruleSetCode={request.ruleSetCode}
                segmentCode={shown.code}
                asOf={request.asOf}
                isOverAllTime={request.period.kind === 'all'}
                onList={props.onList}
                onMonths={() => props.onView('months')}
                onPrint={() => props.onPrint(request, shown)}
                onMedia={props.onMedia}
              />
            )
          }
        />
      )}
    </>
  )
}

/** Without a single order there is nothing to chart. */
function hasBuyers({ segments }: RfmAnalysis): boolean {
  return segments.some(({ code, customerCount }) => code !== 'no-purchase' && customerCount > 0)
}

/** The segment that the finding speaks of, else the first with customers. */
export function firstSelector(analysis: RfmAnalysis): MemberSelector {
  const named = analysis.findings.segments.values.segmentCode
  const first = analysis.segments.find(segment => segment.customerCount > 0)
  const code = typeof named === 'string' ? named : first?.code
  return code === undefined ? { kind: 'all' } : { kind: 'segment', code }
}

type SegmentsBodyProps = {
  readonly analysis: RfmAnalysis
  readonly request: RfmRequest
  readonly view: Exclude<RfmView, 'portrait'>
  readonly selector: MemberSelector
  readonly onSelect: (selector: MemberSelector) => void
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly renderExport?: RenderExport | undefined
  readonly uses: ReactNode
}

function SegmentsBody(props: SegmentsBodyProps) {
  const { analysis, request, view, selector, onSelect, onOpenCustomer } = props
  const { currency } = useOpenArchive()
  const openMonth = (month: string) => onSelect(monthSelector(month))
  const chartsPx = headPx + rowPx * Math.max(drawnSegments(analysis).length, fewestRows)
  return (
    <>
      <div
        className="segments-body"
        style={{ gridTemplateRows: `minmax(0, ${chartsPx}px) minmax(180px, 1fr)` }}
      >
        {view === 'segments' ? (
          <div className="segments-charts">
            <SegmentChart
              analysis={analysis}
              period={request.period}
              currency={currency}
              openKey={markKey(selector)}
              onOpen={code => onSelect({ kind: 'segment', code })}
            />
            <RfmHeatMap analysis={analysis} currency={currency} onOpen={key => onSelect(cellSelector(key))} />
          </div>
        ) : (
          <div className="segments-charts is-even">
            <RevenueChart analysis={analysis} currency={currency} onOpen={openMonth} />
            <CustomersChart analysis={analysis} currency={currency} onOpen={openMonth} />
          </div>
        )}
        <SegmentMembers
          analysis={analysis}
          request={request}
          selector={selector}
          currency={currency}
          onOpenCustomer={onOpenCustomer}
          renderExport={props.renderExport}
          uses={props.uses}
        />
      </div>
      <RfmStatus analysis={analysis} />
    </>
  )
}

function RfmStatus({ analysis }: { analysis: RfmAnalysis }) {
  const { t } = useTranslation()
  const sum = analysis.segments.reduce((total, segment) => total + segment.customerCount, 0)
  return (
    <AnalysisStatus asOf={analysis.asOf} customerCount={analysis.customerCount} sum={sum}>
      {analysis.refundsUndated > 0 && (
        <span className="num">{t('segments.status.undated', { count: analysis.refundsUndated })}</span>
      )}
      {analysis.balancesIncluded > 0 && (
        <span className="num">{t('segments.status.balances', { count: analysis.balancesIncluded })}</span>
      )}
      {analysis.balancesNotSplit > 0 && (
        <span className="num">{t('segments.status.notSplit', { count: analysis.balancesNotSplit })}</span>
      )}
    </AnalysisStatus>
  )
}
