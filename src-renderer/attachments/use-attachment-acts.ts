import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { showWindowError } from '#renderer/ipc/window-error.ts'
import type { Attachment } from '#shared/domain/attachment.ts'

/** Saving a copy of an attachment, and taking it off; both say what was done, and the second has a way back. */
export function useAttachmentActs() {
  const { t } = useTranslation()
  const toast = useToast()
  const { tellDone } = useUndo()
  return {
    saveCopy: async ({ contentName, fileName }: Pick<Attachment, 'contentName' | 'fileName'>) => {
      try {
        const saved = await call('attachments.saveCopy', { contentName, fileName })
        if (saved) toast({ text: t('attachments.saved', { name: saved.name }) })
      } catch (error) {
        showWindowError(toAppError(error))
      }
    },
    remove: async ({ attachmentId, fileName }: Attachment) => {
      try {
        const { changeSetId } = await call('attachments.remove', { attachmentIds: [attachmentId] })
        tellDone(t('attachments.removed', { name: fileName }), changeSetId)
      } catch (error) {
        showWindowError(toAppError(error))
      }
    },
  }
}
