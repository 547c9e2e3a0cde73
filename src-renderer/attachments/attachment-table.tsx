import { FileOutlined } from '@ant-design/icons'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { StoredThumbnail } from '#renderer/components/stored-picture.tsx'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { formatInstant } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { Attachment } from '#shared/domain/attachment.ts'
import { useAttachmentActs } from './use-attachment-acts.ts'

type AttachmentTableProps = {
  readonly attachments: readonly Attachment[]
  readonly isReadOnly: boolean
  readonly onLook: (attachment: Attachment) => void
}

/** Attachments line by line: what it is, how large, since when, and what can be done with it. */
export function AttachmentTable({ attachments, isReadOnly, onLook }: AttachmentTableProps) {
  const { t } = useTranslation()
  const { data: settings } = useRequest('settings.get', {})
  const { saveCopy, remove } = useAttachmentActs()
  return (
    <table className="plain-table attachment-table">
      <thead>
        <tr>
          <th colSpan={2}>{t('attachments.name')}</th>
          <th className="right">{t('attachments.size')}</th>
          <th>{t('attachments.day')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {attachments.map(attachment => {
          const { attachmentId, contentName, fileName, kind, sizeBytes, addedAt } = attachment
          const name = { name: fileName }
          return (
            <tr key={attachmentId}>
              <td className="attachment-mark">
                {kind === 'picture' ? (
                  <button
                    type="button"
                    className="thumbnail-button"
                    aria-label={t('attachments.lookOne', name)}
                    title={t('attachments.look')}
                    onClick={() => onLook(attachment)}
                  >
                    <StoredThumbnail contentName={contentName} alt="" />
                  </button>
                ) : (
                  <FileOutlined className="thumbnail is-unseen" />
                )}
              </td>
              <td className="attachment-name selectable">
                <bdi>{fileName}</bdi>
              </td>
              <td className="right num nowrap">{formatBytes(sizeBytes)}</td>
              <td className="num nowrap">{formatInstant(addedAt, settings?.timeZone).slice(0, 10)}</td>
              <td className="right nowrap attachment-acts">
                <LinkButton onClick={() => void saveCopy(attachment)} label={t('attachments.saveOne', name)}>
                  {t('attachments.save')}
                </LinkButton>
                {!isReadOnly && (
                  <LinkButton
                    onClick={() => void remove(attachment)}
                    label={t('attachments.removeOne', name)}
                  >
                    {t('attachments.remove')}
                  </LinkButton>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
