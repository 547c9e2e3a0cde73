import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { paths } from '#renderer/app/paths.ts'
import { takeReportStart } from '#renderer/app/report-start.ts'
import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { customerList } from '#renderer/customers/customer-list.ts'
import { useFilterText } from '#renderer/customers/filter/conditions-text.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { type ReportStart, ReportsPanel } from '#renderer/reports/reports-panel.tsx'

/** Reports and printing: of the customer named in the address, or of what the page before asked for. */
export function Page() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { archiveToken } = useOpenArchive()
  const { analysis } = useAnalysisChoice()
  const { data: views = [] } = useRequest('views.list', {})
  const textOf = useFilterText()
  const customerId = Number(search.get('customer'))
  const [asked] = useState(takeReportStart)
  const start: ReportStart = customerId > 0 ? { kind: 'customer-file', customerId } : asked
  const { where } = customerList.getState(archiveToken)
  const lists = [
    ...(where ? [{ name: t('reports.media.listNow'), filter: where.filter }] : []),
    ...views.flatMap(({ name, content: { filter } }) => (filter ? [{ name, filter }] : [])),
  ]
  return (
    <ReportsPanel
      key={customerId}
      start={start}
      lists={lists}
      textOf={textOf}
      onShow={filter => {
        customerList.open(archiveToken)
        if (analysis) customerList.filterBy({ filter, asOf: analysis.asOf })
        void navigate(paths.customers)
      }}
    />
  )
}
