import { Modal } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { TagList } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { CountedTag } from './use-counted-tags.ts'

type RemoveTagsProps = {
  readonly tags: readonly CountedTag[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Removes tags, after having said who has them. */
export function RemoveTagsDialog({ tags, onDone, onClose }: RemoveTagsProps) {
  const { t } = useTranslation()
  const remove = useCommand('tags.remove')
  const { tellDone } = useUndo()
  const most = Math.max(0, ...tags.map(tag => tag.count ?? 0))
  const removeNow = async () => {
    const removed = await remove.run({ tagIds: tags.map(tag => tag.tagId) })
    if (!removed) return
    tellDone(t('tags.removed', { count: removed.customers }), removed.changeSetId)
    onDone()
  }
  return (
    <Modal
      open
      title={t('tags.removeTitle', { count: tags.length })}
      okText={t('tags.remove')}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: true, loading: remove.isRunning, autoFocus: true }}
      onOk={() => void removeNow()}
      onCancel={onClose}
    >
      {remove.error && <ErrorNote error={remove.error.data} />}
      <p>
        <TagList tags={tags.map(tag => tag.name)} limit={10} />
      </p>
      <p>{most > 0 ? t('tags.removeWarning', { count: most }) : t('tags.removeUnused')}</p>
    </Modal>
  )
}
