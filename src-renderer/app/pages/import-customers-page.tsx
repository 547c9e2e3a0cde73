import { Button } from 'antd'
import { useCallback } from 'react'
import { useNavigate, useParams } from 'react-router'
import { customerPath, importPath } from '#renderer/app/paths.ts'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { FoundCustomers } from '#renderer/customers/found-customers.tsx'
import { ExportButton } from '#renderer/exports/export-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'

/** The customers whom one import created or changed. */
export function Page() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const importBatchId = Number(useParams().importBatchId)
  const batch = useRequest('imports.batch', { importBatchId })
  const { data: snapshot, error: listError, refetch } = useRequest('imports.openCustomers', { importBatchId })
  const error = listError ?? batch.error
  const onLost = useCallback(() => void refetch(), [refetch])
  const back = () => void navigate(importPath(importBatchId))
  if (error)
    return (
      <ErrorNote error={error.data} action={<Button onClick={back}>{t('history.backToImport')}</Button>} />
    )
  if (!snapshot || !batch.data) return <Skeleton lines={8} />
  return (
    <FoundCustomers
      title={t('history.customersOf', { file: batch.data.fileName })}
      backTo={t('history.backToImport')}
      emptyText={t('history.noCustomers')}
      snapshot={snapshot}
      onLost={onLost}
      onOpen={(customerId, listId) =>
        void navigate(`${customerPath(customerId)}?list=${listId}&import=${importBatchId}`)
      }
      onBack={back}
      renderExport={readScope => <ExportButton readScope={readScope} count={snapshot.total} />}
    />
  )
}
