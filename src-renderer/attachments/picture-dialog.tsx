import { Button, Modal } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { Note } from '#renderer/components/note.tsx'
import { pictureAddress } from '#renderer/components/stored-picture.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { Attachment } from '#shared/domain/attachment.ts'
import { useAttachmentActs } from './use-attachment-acts.ts'

type PictureDialogProps = {
  readonly pictures: readonly Attachment[]
  readonly seenId: number
  readonly onSee: (attachmentId: number) => void
  readonly onClose: () => void
}

/** A picture as large as the window allows; the arrow keys go to its neighbours. */
export function PictureDialog({ pictures, seenId, onSee, onClose }: PictureDialogProps) {
  const { t } = useTranslation()
  const { saveCopy } = useAttachmentActs()
  const index = pictures.findIndex(({ attachmentId }) => attachmentId === seenId)
  const picture = pictures[index]
  if (!picture) return null
  const goTo = (to: number) => {
    const next = pictures[to]
    if (next) onSee(next.attachmentId)
  }
  return (
    <Modal
      open
      centered
      width="min(1100px, 92vw)"
      title={<bdi>{picture.fileName}</bdi>}
      onCancel={onClose}
      wrapProps={{
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key === 'ArrowLeft') goTo(index - 1)
          if (event.key === 'ArrowRight') goTo(index + 1)
        },
      }}
      footer={
        <>
          {pictures.length > 1 && (
            <span className="picture-steps">
              <Button disabled={index === 0} onClick={() => goTo(index - 1)}>
                {t('attachments.previous')}
              </Button>
              <Button disabled={index === pictures.length - 1} onClick={() => goTo(index + 1)}>
                {t('attachments.next')}
              </Button>
              <span className="tertiary num">
                {index + 1} / {pictures.length}
              </span>
            </span>
          )}
          <Button onClick={() => void saveCopy(picture)}>{t('attachments.save')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <div className="picture-place">
        <LargePicture key={picture.attachmentId} picture={picture} />
      </div>
    </Modal>
  )
}

function LargePicture({ picture }: { picture: Attachment }) {
  const { t } = useTranslation()
  const [isUnseen, setUnseen] = useState(false)
  if (isUnseen) return <Note tone="seal">{t('attachments.unseen')}</Note>
  return (
    <img
      className="picture-large"
      src={pictureAddress(picture.contentName)}
      alt={picture.fileName}
      onError={() => setUnseen(true)}
    />
  )
}
