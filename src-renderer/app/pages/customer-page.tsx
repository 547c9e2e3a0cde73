import { useNavigate, useParams, useSearchParams } from 'react-router'
import { CustomerPortrait } from '#renderer/analytics/customer-portrait.tsx'
import {
  cardsPath,
  customerPath,
  customerReportPath,
  editCustomerPath,
  foundCustomersPath,
  importCustomersPath,
  importPath,
  newCustomerPath,
  paths,
} from '#renderer/app/paths.ts'
import { setReportStart } from '#renderer/app/report-start.ts'
import { AttachmentsPanel } from '#renderer/attachments/attachments-panel.tsx'
import { CallPanel } from '#renderer/calls/call-panel.tsx'
import { CardHistory } from '#renderer/cards/card-history.tsx'
import { CardTurn } from '#renderer/cards/card-turn.tsx'
import { CreditTab } from '#renderer/credit/credit-tab.tsx'
import { CustomerView } from '#renderer/customers/customer-view.tsx'
import { CustomerHref, ImportHref } from '#renderer/customers/value-source.tsx'
import { EntriesPanel } from '#renderer/entries/entries-panel.tsx'
import { FunnelPanel } from '#renderer/funnel/funnel-panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { RegionNotesPanel } from '#renderer/region-notes/region-notes-panel.tsx'

const customerHref = (customerId: number) => `#${customerPath(customerId)}`
const importPathHref = (importBatchId: number) => `#${importPath(importBatchId)}`

/** The list from which one came: members of a segment (`?list=`), customers of an import (`&import=`), hits (`&text=`), or a part of the proposed cards (`&cards=`). */
function useCameFrom() {
  const { t } = useTranslation()
  const [parameters] = useSearchParams()
  const listId = Number(parameters.get('list'))
  if (!(Number.isInteger(listId) && listId > 0)) return undefined
  const importBatchId = Number(parameters.get('import'))
  const text = parameters.get('text')
  const part = parameters.get('cards')
  const kept = { listId, search: `?${parameters}` }
  if (Number.isInteger(importBatchId) && importBatchId > 0)
    return { ...kept, name: t('history.backToList'), path: importCustomersPath(importBatchId) }
  if (text !== null) return { ...kept, name: t('search.backToFound'), path: foundCustomersPath(text) }
  if (part !== null) return { ...kept, name: t('cards.suggestions'), path: cardsPath(part) }
  return { ...kept, name: t('segments.title'), path: paths.segments }
}

/** One customer; who came from a list goes on among those in it. */
export function Page() {
  const navigate = useNavigate()
  const customerId = Number(useParams().customerId)
  const from = useCameFrom()
  const search = from?.search ?? ''
  return (
    <ImportHref value={importPathHref}>
      <CustomerHref value={customerHref}>
        <CustomerView
          customerId={customerId}
          {...(from ? { list: { listId: from.listId, name: from.name } } : {})}
          onBack={() => void navigate(from?.path ?? paths.customers)}
          onOpen={id => void navigate(customerPath(id) + search, { replace: true })}
          onEdit={() => void navigate(editCustomerPath(customerId) + search)}
          onPrint={() => void navigate(customerReportPath(customerId))}
          onCreate={() => void navigate(newCustomerPath())}
          renderCardTurn={file => <CardTurn file={file} />}
          renderCardHistory={file => <CardHistory file={file} />}
          renderCall={(file, onClose) => <CallPanel key={file.customerId} file={file} onClose={onClose} />}
          renderFunnel={file => <FunnelPanel key={file.customerId} file={file} />}
          renderRegionNotes={file => <RegionNotesPanel customerId={file.customerId} />}
          renderPortrait={file => (
            <CustomerPortrait
              key={file.customerId}
              customerId={file.customerId}
              onPrint={() => {
                setReportStart({ kind: 'portrait', portraitOf: 'customer', customerId: file.customerId })
                void navigate(paths.reports)
              }}
            />
          )}
          renderCredit={file => <CreditTab key={file.customerId} file={file} />}
          renderEntries={file => <EntriesPanel key={file.customerId} file={file} />}
          renderAttachments={file => <AttachmentsPanel key={file.customerId} file={file} />}
        />
      </CustomerHref>
    </ImportHref>
  )
}
