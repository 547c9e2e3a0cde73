import { Button } from 'antd'
import { useCallback } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { customerPath, paths } from '#renderer/app/paths.ts'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { FoundCustomers } from '#renderer/customers/found-customers.tsx'
import { ExportButton } from '#renderer/exports/export-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'

/** All customers whom a search found, as a list that can be exported. */
export function Page() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  const text = parameters.get('text') ?? ''
  const { data: snapshot, error, refetch } = useRequest('search.openList', { text })
  const onLost = useCallback(() => void refetch(), [refetch])
  const back = () => void navigate(paths.customers)
  if (error)
    return <ErrorNote error={error.data} action={<Button onClick={back}>{t('search.backToAll')}</Button>} />
  if (!snapshot) return <Skeleton lines={8} />
  return (
    <FoundCustomers
      key={text}
      title={t('search.foundBy', { text })}
      backTo={t('search.backToAll')}
      emptyText={t('search.foundNobody')}
      snapshot={snapshot}
      onLost={onLost}
      onOpen={(customerId, listId) =>
        void navigate(`${customerPath(customerId)}?${new URLSearchParams({ list: String(listId), text })}`)
      }
      onBack={back}
      renderExport={readScope => <ExportButton readScope={readScope} count={snapshot.total} />}
    />
  )
}
