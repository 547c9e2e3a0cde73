import { useNavigate } from 'react-router'
import { customerPath, customerReportPath, newCustomerPath, paths } from '#renderer/app/paths.ts'
import { SuggestionsLink } from '#renderer/cards/suggestions-link.tsx'
import { BinLink } from '#renderer/customers/bin/bin-link.tsx'
import { CustomerListView } from '#renderer/customers/customer-list-view.tsx'
import { ExportButton } from '#renderer/exports/export-button.tsx'
import { EnterFunnelButton } from '#renderer/funnel/enter-button.tsx'

/** The list of all customers. */
export function Page() {
  const navigate = useNavigate()
  return (
    <CustomerListView
      onOpen={customerId => void navigate(customerPath(customerId))}
      onCreate={() => void navigate(newCustomerPath())}
      onPrint={customerId => void navigate(customerReportPath(customerId))}
      onImport={() => void navigate(paths.imports)}
      renderLinks={isFiltered => (
        <>
          {!isFiltered && <SuggestionsLink href={`#${paths.cards}`} />}
          <BinLink href={`#${paths.bin}`} />
        </>
      )}
      renderActs={select => <EnterFunnelButton select={select} />}
      renderExport={(count, readScope) => <ExportButton count={count} readScope={readScope} />}
    />
  )
}
