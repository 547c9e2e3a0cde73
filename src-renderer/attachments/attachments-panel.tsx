import './attachments.css'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { usePartFileDrop } from '#renderer/components/use-file-drop.ts'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Attachment } from '#shared/domain/attachment.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { AttachmentTable } from './attachment-table.tsx'
import { PictureDialog } from './picture-dialog.tsx'
import { useAddAttachments } from './use-add-attachments.ts'

/** The files in the file of a customer: add by button or by dropping them here, look at, save a copy, remove. */
export function AttachmentsPanel({ file }: { file: Pick<CustomerFile, 'customerId'> }) {
  const { customerId } = file
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { data, error } = useRequest('attachments.ofCustomer', { customerId })
  const [seenId, setSeenId] = useState<number | null>(null)
  const adding = useAddAttachments(customerId)
  const { addDropped } = adding
  const onFiles = useCallback((files: File[]) => void addDropped(files), [addDropped])
  const { ref, isOver } = usePartFileDrop(isReadOnly ? undefined : onFiles)
  const failure = error ?? adding.error
  const pictures = (data ?? []).filter(({ kind }) => kind === 'picture')
  return (
    <div ref={ref} className={isOver ? 'attachments is-over' : 'attachments'}>
      <Panel
        title={t('attachments.title')}
        extra={
          !isReadOnly && (
            <Button size="small" loading={adding.isRunning} onClick={() => void adding.addChosen()}>
              {t('attachments.add')}
            </Button>
          )
        }
      >
        {failure && <ErrorNote error={failure.data} />}
        {adding.refusedText !== null && (
          <Note tone="warn" action={<LinkButton onClick={adding.forget}>{t('common.close')}</LinkButton>}>
            {adding.refusedText}
          </Note>
        )}
        {!data && !error && <Skeleton lines={4} />}
        {data && data.length > 0 && (
          <>
            <AttachmentTable
              attachments={data}
              isReadOnly={isReadOnly}
              onLook={({ attachmentId }) => setSeenId(attachmentId)}
            />
            <p className="small tertiary num">{sumText(t, data)}</p>
          </>
        )}
        {data && !isReadOnly && (
          <p className="attachments-hint tertiary">
            {isOver ? t('attachments.dropHere') : t('attachments.hint')}
          </p>
        )}
      </Panel>
      {seenId !== null && (
        <PictureDialog
          pictures={pictures}
          seenId={seenId}
          onSee={setSeenId}
          onClose={() => setSeenId(null)}
        />
      )}
    </div>
  )
}

function sumText(t: ReturnType<typeof useTranslation>['t'], attachments: readonly Attachment[]): string {
  const size = formatBytes(attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0))
  return t('attachments.sum', { count: attachments.length, size })
}
