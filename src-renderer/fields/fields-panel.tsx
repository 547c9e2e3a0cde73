import { Button } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { FieldDefinition, FieldGroup } from '#shared/domain/field.ts'
import { FieldDialog } from './field-dialog.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { GroupPanel } from './group-panel.tsx'
import { HiddenFields } from './hidden-fields.tsx'
import './fields.css'

/** What is being made or changed; `field` null for a new one. */
type Edited =
  | { readonly kind: 'field'; readonly group: FieldGroup; readonly field: FieldDefinition | null }
  | { readonly kind: 'group' }

/** All fields beyond the default card by group: make, change, order, take off, switch groups on and off. */
export function FieldsPanel({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { data, error } = useRequest('fields.list', {})
  const [edited, setEdited] = useState<Edited | null>(null)
  const close = () => setEdited(null)
  return (
    <>
      <PageHead
        title={t('fields.title')}
        back={{ text: t('settings.title'), run: onBack }}
        note={t('fields.note')}
      >
        <Button type="primary" disabled={isReadOnly} onClick={() => setEdited({ kind: 'group' })}>
          {t('fields.addGroup')}
        </Button>
      </PageHead>
      {error && <ErrorNote error={error.data} />}
      <div className="fields-page">
        {!data && !error && <Skeleton lines={10} />}
        {data?.groups.map(group => (
          <GroupPanel
            key={group.groupId}
            group={group}
            isReadOnly={isReadOnly}
            onAdd={() => setEdited({ kind: 'field', group, field: null })}
            onEdit={field => setEdited({ kind: 'field', group, field })}
          />
        ))}
        <HiddenFields isReadOnly={isReadOnly} />
      </div>
      {edited?.kind === 'field' && (
        <FieldDialog group={edited.group} field={edited.field} groups={data?.groups ?? []} onClose={close} />
      )}
      {edited?.kind === 'group' && <GroupDialog onClose={close} />}
    </>
  )
}
