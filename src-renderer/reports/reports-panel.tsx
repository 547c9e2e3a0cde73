import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { StatusFacts } from '#renderer/components/status-facts.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import type { ReportData, ReportRequest } from '#shared/domain/report.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'
import type { ShowCustomers } from './layouts/media-report.tsx'
import type { ReportList } from './media-choice.tsx'
import { firstChoice, type ReportChoice, toReportRequest } from './report-choice.ts'
import { ReportOptions } from './report-options.tsx'
import { ReportPages } from './report-pages.tsx'
import { ScaledSheets } from './scaled-sheets.tsx'

/** What the page was opened for; the choices made before stay otherwise. */
export type ReportStart = Partial<
  Pick<
    ReportChoice,
    'kind' | 'customerId' | 'selector' | 'portraitOf' | 'where' | 'contribution' | 'contributionSections'
  >
>

let lastChoice = firstChoice

type ReportsPanelProps = {
  readonly start: ReportStart
  /** The customers that a report can be of besides all and the segments. */
  readonly lists: readonly ReportList[]
  readonly textOf: (filter: CustomerFilter) => string
  readonly onShow: ShowCustomers
}

/** Chooses a report and shows its very pages before they are saved or printed. */
export function ReportsPanel(props: ReportsPanelProps) {
  const { analysis } = useAnalysisChoice()
  return analysis ? <Reports {...props} analysis={analysis} /> : <Skeleton lines={8} />
}

function Reports(props: ReportsPanelProps & { readonly analysis: RfmRequest }) {
  const { start, analysis, lists, textOf, onShow } = props
  const { t } = useTranslation()
  const [choice, setChoice] = useState<ReportChoice>(() => ({ ...lastChoice, ...start }))
  const [pageCount, setPageCount] = useState(0)
  useEffect(() => {
    lastChoice = choice
  }, [choice])
  const request = toReportRequest(choice, analysis, textOf)
  const answer = useRequest('reports.getData', request ?? emptyRequest(analysis), {
    isEnabled: request !== null,
    keepsPrevious: true,
  })
  const data = request === null ? undefined : answer.data
  return (
    <>
      <ReportsHead request={data ? request : null} data={data} />
      {answer.error && request && <ErrorNote error={answer.error} />}
      <div className="reports-body">
        <ReportOptions
          choice={choice}
          analysis={analysis}
          lists={lists}
          textOf={textOf}
          onChange={setChoice}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <section className="reports-preview" aria-label={t('reports.preview')} tabIndex={0}>
          {request === null && <EmptyState text={t('reports.empty')} example={t('reports.empty.example')} />}
          {request !== null && !data && !answer.error && <Skeleton lines={8} />}
          {data && <Preview data={data} onPages={setPageCount} onShow={onShow} />}
        </section>
      </div>
      {data && (
        <StatusFacts>
          <span className="num">{t('reports.pages', { count: pageCount })}</span>
        </StatusFacts>
      )}
    </>
  )
}

/** Never sent: it stands in while nothing is chosen. */
function emptyRequest(analysis: RfmRequest): ReportRequest {
  return {
    kind: 'segment',
    analysis,
    selector: { kind: 'all' },
    sections: [],
    isMasked: true,
    hasHoleMargin: false,
  }
}

type PreviewProps = {
  readonly data: ReportData
  readonly onPages: (count: number) => void
  readonly onShow: ShowCustomers
}

function Preview(props: PreviewProps) {
  const { data: facts } = useRequest('program.facts', {})
  return <ReportPages {...props} printedOn={facts?.today ?? ''} Sheets={ScaledSheets} />
}

function ReportsHead({ request, data }: { request: ReportRequest | null; data: ReportData | undefined }) {
  const { t } = useTranslation()
  const toast = useToast()
  const savePdf = useCommand('reports.savePdf')
  const print = useCommand('reports.print')
  const save = async () => {
    const saved = request && (await savePdf.run(request))
    if (saved) toast({ text: t('reports.saved', { name: saved.fileName, pages: String(saved.pageCount) }) })
  }
  const printNow = async () => {
    if (request && (await print.run(request))) toast({ text: t('reports.printed') })
  }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || !event.ctrlKey || event.key.toLowerCase() !== 'p')
        return
      event.preventDefault()
      void printNow()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
  const note = data?.kind === 'customer-file' ? `${data.file.name} ${data.file.archiveNumber}` : undefined
  const error = savePdf.error ?? print.error
  return (
    <>
      <PageHead title={t('reports.title')} note={note}>
        <Button icon={<FilePdfOutlined />} disabled={!request} loading={savePdf.isRunning} onClick={save}>
          {t('reports.savePdf')}
        </Button>
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          disabled={!request}
          loading={print.isRunning}
          onClick={printNow}
          title="Ctrl+P"
        >
          {t('reports.print')}
        </Button>
      </PageHead>
      {error && <ErrorNote error={error} />}
    </>
  )
}
