import { useNavigate, useSearchParams } from 'react-router'
import { paths } from '#renderer/app/paths.ts'
import { DuplicatesPanel } from '#renderer/identities/duplicates-panel.tsx'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'

/** Customers who may be one; `?import=<importBatchId>` shows those of one import. */
export function Page() {
  const navigate = useNavigate()
  const { isReadOnly } = useOpenArchive()
  const batch = Number(useSearchParams()[0].get('import'))
  return (
    <DuplicatesPanel
      importBatchId={Number.isInteger(batch) && batch > 0 ? batch : null}
      isReadOnly={isReadOnly}
      hrefOf={customerId => `#${paths.customers}/${customerId}`}
      onAll={() => void navigate(paths.duplicates)}
    />
  )
}
