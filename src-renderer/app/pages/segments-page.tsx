import { useNavigate } from 'react-router'
import { SegmentsPanel } from '#renderer/analytics/segments-panel.tsx'
import { customerPath, paths } from '#renderer/app/paths.ts'
import { setReportStart } from '#renderer/app/report-start.ts'
import { ExportButton } from '#renderer/exports/export-button.tsx'

/** Segments, charts and their members. */
export function Page() {
  const navigate = useNavigate()
  return (
    <SegmentsPanel
      onOpenCustomer={(customerId, listId) => navigate(`${customerPath(customerId)}?list=${listId}`)}
      onPrint={(_analysis, selector) => {
        setReportStart({ kind: 'segment', selector })
        navigate(paths.reports)
      }}
      onImport={() => navigate(paths.imports)}
      renderExport={(count, readScope) => <ExportButton size="small" count={count} readScope={readScope} />}
    />
  )
}
