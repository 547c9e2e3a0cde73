import '#renderer/styles/segments.css'
import { PrinterOutlined } from '@ant-design/icons'
import { Button, DatePicker, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { StatusFacts } from '#renderer/components/status-facts.tsx'
import { ruleSetName } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import type { AnalysisPeriod, MemberSelector, RfmAnalysis, RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { cellSelector, markKey, monthSelector } from './member-selection.ts'
import { CustomersChart, RevenueChart } from './month-charts.tsx'
import { RfmHeatMap } from './rfm-heat-map.tsx'
import { RuleSetEditor } from './rule-set-editor.tsx'
import { drawnSegments, SegmentChart } from './segment-chart.tsx'
import { type RenderExport, SegmentMembers } from './segment-members.tsx'
import { SegmentUses } from './segment-uses.tsx'

type SegmentsPanelProps = {
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly onPrint: (analysis: RfmRequest, selector: MemberSelector) => void
  /** Reports which media the customers of a filter follow. */
  readonly onMedia: (filter: CustomerFilter) => void
  readonly onImport: () => void
  /** Shows the customers of a filter in the list of all. */
  readonly onList: (filter: CustomerFilter) => void
  /** Draws the way to export the members that are shown, in their order. */
  readonly renderExport?: RenderExport | undefined
}

const monthChoices = [3, 6, 12, 24, 36]

/** The charts are as high as the list of segments; the members get the rest. The fewest rows leave room for the months. */
const headPx = 110
const rowPx = 25
const fewestRows = 8

type SegmentsView = 'segments' | 'months'

/** The segments of all customers on a reference date, and who is in them. */
export function SegmentsPanel(props: SegmentsPanelProps) {
  const { analysis } = useAnalysisChoice()
  return analysis ? <Segments {...props} request={analysis} /> : <Skeleton lines={8} />
}

function Segments(props: SegmentsPanelProps & { readonly request: RfmRequest }) {
  const { t } = useTranslation()
  const { request } = props
  const answer = useRequest('analytics.summarizeSegments', request, { keepsPrevious: true })
  const [selector, setSelector] = useState<MemberSelector | null>(null)
  const [view, setView] = useState<SegmentsView>('segments')
  const analysis = answer.data
  const shown = selector ?? (analysis ? firstSelector(analysis) : null)
  return (
    <>
      <SegmentsHead
        request={request}
        analysis={analysis}
        view={view}
        onView={setView}
        onPrint={() => shown && props.onPrint(request, shown)}
      />
      {answer.error && <ErrorNote error={answer.error} />}
      {!analysis && !answer.error && <Skeleton lines={8} />}
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
      {analysis && hasBuyers(analysis) && shown && (
        <SegmentsBody
          analysis={analysis}
          request={request}
          view={view}
          selector={shown}
          onSelect={setSelector}
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
                onMonths={() => setView('months')}
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
function firstSelector(analysis: RfmAnalysis): MemberSelector {
  const named = analysis.findings.segments.values.segmentCode
  const first = analysis.segments.find(segment => segment.customerCount > 0)
  const code = typeof named === 'string' ? named : first?.code
  return code === undefined ? { kind: 'all' } : { kind: 'segment', code }
}

type SegmentsHeadProps = {
  readonly request: RfmRequest
  readonly analysis: RfmAnalysis | undefined
  readonly view: SegmentsView
  readonly onView: (view: SegmentsView) => void
  readonly onPrint: () => void
}

function SegmentsHead({ request, analysis, view, onView, onPrint }: SegmentsHeadProps) {
  const translation = useTranslation()
  const { t } = translation
  const { setAnalysis } = useAnalysisChoice()
  const { currency } = useOpenArchive()
  const ruleSets = useRequest('analytics.listRuleSets', {})
  const [isEditing, setEditing] = useState(false)
  const chosen = ruleSets.data?.find(ruleSet => ruleSet.code === request.ruleSetCode)
  const setAsOf = (day: dayjs.Dayjs | null) => {
    const asOf = CalendarDate.safeParse(day?.format('YYYY-MM-DD'))
    if (asOf.success) setAnalysis({ ...request, asOf: asOf.data })
  }
  const setPeriod = (value: number) => {
    const period: AnalysisPeriod = value === 0 ? { kind: 'all' } : { kind: 'months', months: value }
    setAnalysis({ ...request, period })
  }
  const periods = [
    ...monthChoices.map(months => ({ value: months, label: t('segments.period.months', { count: months }) })),
    { value: 0, label: t('segments.period.all') },
  ]
  const tabs = [
    { value: 'segments' as const, label: t('segments.tab.segments') },
    { value: 'months' as const, label: t('segments.tab.months') },
  ]
  return (
    <PageHead
      title={t('segments.title')}
      tabs={analysis?.customerCount ? <Segmented value={view} options={tabs} onChange={onView} /> : null}
    >
      <span className="row">
        <span className="secondary nowrap">{t('segments.asOf')}</span>
        <DatePicker
          aria-label={t('segments.asOf')}
          allowClear={false}
          value={dayjs(request.asOf)}
          onChange={setAsOf}
          style={{ width: 128 }}
        />
        <span className="secondary nowrap">{t('segments.period')}</span>
        <Select
          aria-label={t('segments.period')}
          value={request.period.kind === 'all' ? 0 : request.period.months}
          options={periods}
          onChange={setPeriod}
          popupMatchSelectWidth={false}
          style={{ minWidth: 124 }}
        />
        <Select
          aria-label={t('segments.ruleSet')}
          value={request.ruleSetCode}
          options={(ruleSets.data ?? []).map(ruleSet => ({
            value: ruleSet.code,
            label: ruleSetName(translation, ruleSet),
          }))}
          onChange={ruleSetCode => setAnalysis({ ...request, ruleSetCode })}
          popupMatchSelectWidth={false}
          style={{ minWidth: 168 }}
        />
        <Button disabled={!chosen || !analysis?.cutPoints} onClick={() => setEditing(true)}>
          {t('segments.editRules')}
        </Button>
        <Button icon={<PrinterOutlined />} disabled={!analysis?.customerCount} onClick={onPrint}>
          {t('segments.report')}
        </Button>
      </span>
      {isEditing && chosen && analysis?.cutPoints && (
        <RuleSetEditor
          ruleSet={chosen}
          cutPoints={analysis.cutPoints}
          currency={currency}
          onClose={() => setEditing(false)}
        />
      )}
    </PageHead>
  )
}

type SegmentsBodyProps = {
  readonly analysis: RfmAnalysis
  readonly request: RfmRequest
  readonly view: SegmentsView
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
      <SegmentsStatus analysis={analysis} />
    </>
  )
}

function SegmentsStatus({ analysis }: { analysis: RfmAnalysis }) {
  const { t } = useTranslation()
  const sum = analysis.segments.reduce((total, segment) => total + segment.customerCount, 0)
  const { data: all } = useRequest('customers.count', {})
  const later = (all?.count ?? 0) - analysis.customerCount
  return (
    <StatusFacts>
      <span className="num">{t('segments.status', { customers: analysis.customerCount, sum })}</span>
      {later > 0 && (
        <span className="num">{t('segments.status.later', { count: later, day: analysis.asOf })}</span>
      )}
      {analysis.refundsUndated > 0 && (
        <span className="num">{t('segments.status.undated', { count: analysis.refundsUndated })}</span>
      )}
      {analysis.balancesIncluded > 0 && (
        <span className="num">{t('segments.status.balances', { count: analysis.balancesIncluded })}</span>
      )}
      {analysis.balancesNotSplit > 0 && (
        <span className="num">{t('segments.status.notSplit', { count: analysis.balancesNotSplit })}</span>
      )}
    </StatusFacts>
  )
}
