import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { takeReportStart } from '#renderer/app/report-start.ts'
import { type ReportStart, ReportsPanel } from '#renderer/reports/reports-panel.tsx'

/** Reports and printing: of the customer named in the address, or of what the page before asked for. */
export function Page() {
  const [search] = useSearchParams()
  const customerId = Number(search.get('customer'))
  const [asked] = useState(takeReportStart)
  const start: ReportStart = customerId > 0 ? { kind: 'customer-file', customerId } : asked
  return <ReportsPanel key={customerId} start={start} />
}
