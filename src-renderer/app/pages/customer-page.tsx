import { useNavigate, useParams, useSearchParams } from 'react-router'
import {
  customerPath,
  customerReportPath,
  editCustomerPath,
  importCustomersPath,
  importPath,
  newCustomerPath,
  paths,
} from '#renderer/app/paths.ts'
import { CustomerView } from '#renderer/customers/customer-view.tsx'
import { ImportHref } from '#renderer/customers/value-source.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

const importPathHref = (importBatchId: number) => `#${importPath(importBatchId)}`

/** One customer. With `?list=` one came from the members of a segment, or with `&import=` from those of an import, and goes on among them. */
export function Page() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const customerId = Number(useParams().customerId)
  const [parameters] = useSearchParams()
  const listId = Number(parameters.get('list'))
  const isMember = Number.isInteger(listId) && listId > 0
  const importBatchId = Number(parameters.get('import'))
  const isOfImport = isMember && Number.isInteger(importBatchId) && importBatchId > 0
  const search = isMember ? `?list=${listId}${isOfImport ? `&import=${importBatchId}` : ''}` : ''
  const listPath = isOfImport ? importCustomersPath(importBatchId) : paths.segments
  return (
    <ImportHref value={importPathHref}>
      <CustomerView
        customerId={customerId}
        {...(isMember
          ? { list: { listId, name: t(isOfImport ? 'history.backToList' : 'segments.title') } }
          : {})}
        onBack={() => void navigate(isMember ? listPath : paths.customers)}
        onOpen={id => void navigate(customerPath(id) + search, { replace: true })}
        onEdit={() => void navigate(editCustomerPath(customerId) + search)}
        onPrint={() => void navigate(customerReportPath(customerId))}
        onCreate={() => void navigate(newCustomerPath())}
      />
    </ImportHref>
  )
}
