import { Modal, Radio } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { TagList } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { TagId } from '#shared/domain/tag.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import type { CountedTag } from './use-counted-tags.ts'

type MergeTagsProps = {
  readonly tags: readonly CountedTag[]
  readonly onMerged: (intoId: TagId, tagIds: readonly TagId[]) => void
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asks which of some tags stays, and makes them one. The one that most customers have is proposed. */
export function MergeTagsDialog({ tags, onMerged, onDone, onClose }: MergeTagsProps) {
  const { t } = useTranslation()
  const merge = useCommand('tags.merge')
  const { tellDone } = useUndo()
  const proposed = tags.toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0))[0]
  const [intoId, setIntoId] = useState(proposed?.tagId)
  const into = tags.find(tag => tag.tagId === intoId)
  const mergeNow = async () => {
    if (!into) return
    const tagIds = tags.map(tag => tag.tagId).filter(tagId => tagId !== into.tagId)
    const merged = await merge.run({ intoId: into.tagId, tagIds })
    if (!merged) return
    tellDone(t('tags.merged', { name: into.name, count: merged.customers }), merged.changeSetId)
    onMerged(into.tagId, tagIds)
    onDone()
  }
  return (
    <Modal
      open
      title={t('tags.mergeTitle', { count: tags.length })}
      okText={t('tags.merge')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: merge.isRunning, autoFocus: true }}
      onOk={() => void mergeNow()}
      onCancel={onClose}
    >
      {merge.error && <ErrorNote error={merge.error.data} />}
      <p>{t('tags.mergeWhich')}</p>
      <Radio.Group
        className="tags-merge"
        value={intoId}
        onChange={event => setIntoId(Number(event.target.value))}
      >
        {tags.map(tag => (
          <Radio key={tag.tagId} value={tag.tagId}>
            <TagList tags={[tag.name]} limit={1} />
            <span className="tertiary num">{tag.count === undefined ? '' : formatNumber(tag.count)}</span>
          </Radio>
        ))}
      </Radio.Group>
    </Modal>
  )
}
