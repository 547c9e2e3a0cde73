import { Button } from 'antd'
import { useContext, useState } from 'react'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { SplitDialog } from './split-dialog.tsx'
import { CustomerHref } from './value-source.tsx'

/** Which files were merged into this one, with the way to part them, and which others are of the same person. */
export function MergedFilesPanel({ customerId }: { customerId: number }) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const [splitting, setSplitting] = useState<number | null>(null)
  const customerHref = useContext(CustomerHref)
  const { data } = useRequest('identities.ofCustomer', { customerId })
  if (!data || data.merged.length + data.linked.length === 0) return null
  return (
    <Panel title={t('duplicates.files')}>
      {data.merged.map(({ mergeId, archiveNumber, name }) => (
        <div key={mergeId} className="row">
          <span className="grow selectable">{t('duplicates.mergedFrom', { archiveNumber, name })}</span>
          {!isReadOnly && (
            <Button size="small" onClick={() => setSplitting(mergeId)}>
              {t('duplicates.split')}
            </Button>
          )}
        </div>
      ))}
      {data.linked.map(({ customerId: id, archiveNumber, name }) => (
        <div key={id}>
          {t('duplicates.linked')}{' '}
          <a className="link" href={customerHref(id)}>
            <span className="num">{archiveNumber}</span> {name}
          </a>
        </div>
      ))}
      {splitting !== null && <SplitDialog mergeId={splitting} onClose={() => setSplitting(null)} />}
    </Panel>
  )
}
