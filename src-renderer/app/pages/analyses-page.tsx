import { useNavigate, useParams } from 'react-router'
import { AnalysesPanel } from '#renderer/analytics/analyses/analyses-panel.tsx'
import { toAnalysisCode } from '#renderer/analytics/analyses/analysis-codes.ts'
import { analysisPath, customerPath, paths } from '#renderer/app/paths.ts'
import { ExportButton } from '#renderer/exports/export-button.tsx'

/** The analyses; the address names the one that is shown. */
export function Page() {
  const navigate = useNavigate()
  const { analysis } = useParams()
  return (
    <AnalysesPanel
      chosen={toAnalysisCode(analysis)}
      hrefOf={code => `#${analysisPath(code)}`}
      acts={{
        onOpenCustomer: (customerId, listId) => navigate(`${customerPath(customerId)}?list=${listId}`),
        onImport: () => navigate(paths.imports),
        renderExport: (count, readScope) => <ExportButton size="small" count={count} readScope={readScope} />,
      }}
    />
  )
}
