import { useNavigate } from 'react-router'
import { SegmentsPanel } from '#renderer/analytics/segments-panel.tsx'
import { customerPath, paths } from '#renderer/app/paths.ts'
import { setReportStart } from '#renderer/app/report-start.ts'
import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { customerList } from '#renderer/customers/customer-list.ts'
import { ExportButton } from '#renderer/exports/export-button.tsx'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { contributionSections } from '#renderer/reports/report-choice.ts'

/** Segments, charts and their members. */
export function Page() {
  const navigate = useNavigate()
  const { archiveToken } = useOpenArchive()
  const { analysis } = useAnalysisChoice()
  return (
    <SegmentsPanel
      onOpenCustomer={(customerId, listId) => navigate(`${customerPath(customerId)}?list=${listId}`)}
      onPrint={(_analysis, selector) => {
        setReportStart({ kind: 'segment', selector })
        navigate(paths.reports)
      }}
      onPrintPortrait={selector => {
        setReportStart({ kind: 'portrait', portraitOf: 'members', selector })
        navigate(paths.reports)
      }}
      onShowCustomer={customerId => navigate(customerPath(customerId))}
      onPrintContribution={(ruleSet, group) => {
        // A list to phone needs no chart.
        const sections = group ? (['policy', 'members'] as const) : contributionSections
        setReportStart({
          kind: 'contribution',
          contribution: { ruleSet, group },
          contributionSections: sections,
        })
        navigate(paths.reports)
      }}
      onList={filter => {
        customerList.open(archiveToken)
        if (analysis) customerList.filterBy({ filter, asOf: analysis.asOf })
        navigate(paths.customers)
      }}
      onMedia={filter => {
        if (analysis) setReportStart({ kind: 'media', where: { filter, asOf: analysis.asOf } })
        navigate(paths.reports)
      }}
      onImport={() => navigate(paths.imports)}
      renderExport={(count, readScope) => <ExportButton size="small" count={count} readScope={readScope} />}
    />
  )
}
