import { useNavigate } from 'react-router'
import { SegmentsPanel } from '#renderer/analytics/segments-panel.tsx'
import { customerPath, paths } from '#renderer/app/paths.ts'
import { setReportStart } from '#renderer/app/report-start.ts'

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
    />
  )
}
