import { Checkbox, Modal, type RefSelectProps, Select } from 'antd'
import { useId, useRef, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { LargeStep } from './large-step.tsx'
import { useBatchDone } from './use-batch-done.ts'

export type BatchDialogProps = {
  readonly customers: SelectedCustomers
  readonly count: number
  readonly onClose: () => void
}

/** Puts tags on customers: known ones to choose from, new ones by typing. */
export function AddTagsDialog({ customers, count, onClose }: BatchDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const first = useRef<RefSelectProps>(null)
  const tellDone = useBatchDone()
  const add = useCommand('customers.addTags')
  const { data } = useRequest('customers.countTags', { customerIds: null })
  const [tags, setTags] = useState<string[]>([])
  // The list would cover the buttons: it closes with every choice and opens again with the next letter.
  const [isListOpen, setListOpen] = useState(false)
  const addNow = async () => {
    const result = await add.run({ customerIds: customers, tags })
    if (!result) return
    tellDone('customers.batch.tagged', result)
    onClose()
  }
  return (
    <Modal
      open
      title={t('customers.batch.addTagsTo', { count })}
      afterOpenChange={isOpen => isOpen && first.current?.focus()}
      okText={t('customers.batch.addTags')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: tags.length === 0, loading: add.isRunning }}
      onOk={() => void addNow()}
      onCancel={onClose}
    >
      {add.error && <ErrorNote error={add.error.data} />}
      <LargeStep count={count} isRunning={add.isRunning} />
      <label htmlFor={id}>{t('customers.column.tags')}</label>
      <Select
        id={id}
        className="batch-input"
        mode="tags"
        ref={first}
        placeholder={t('customers.batch.tagsHint')}
        tokenSeparators={[',', '，', '、', ';', '；']}
        maxCount={20}
        value={tags}
        options={data?.map(({ name, count }) => ({ value: name, label: name, count })) ?? []}
        optionRender={({ data: { value, count } }) => (
          <span className="batch-option">
            <span className="clip">{value}</span>
            {count !== undefined && <span className="num tertiary">{formatNumber(count)}</span>}
          </span>
        )}
        open={isListOpen}
        onOpenChange={setListOpen}
        onChange={next => {
          setTags(next.map(tag => tag.trim().slice(0, 50)).filter(tag => tag !== ''))
          setListOpen(false)
        }}
      />
    </Modal>
  )
}

/** Takes tags off customers: those that they have, each with how many of them have it. */
export function RemoveTagsDialog({ customers, count, onClose }: BatchDialogProps) {
  const { t } = useTranslation()
  const tellDone = useBatchDone()
  const remove = useCommand('customers.removeTags')
  const { data, error } = useRequest('customers.countTags', { customerIds: customers })
  const [tagIds, setTagIds] = useState<number[]>([])
  const removeNow = async () => {
    const result = await remove.run({ customerIds: customers, tagIds })
    if (!result) return
    tellDone('customers.batch.untagged', result)
    onClose()
  }
  const failed = remove.error ?? error
  return (
    <Modal
      open
      title={t('customers.batch.removeTagsFrom', { count })}
      okText={t('customers.batch.removeTags')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: tagIds.length === 0, loading: remove.isRunning }}
      onOk={() => void removeNow()}
      onCancel={onClose}
    >
      {failed && <ErrorNote error={failed.data} />}
      <LargeStep count={count} isRunning={remove.isRunning} />
      {data?.length === 0 && <p>{t('customers.batch.noTags')}</p>}
      <Checkbox.Group className="batch-tags" value={tagIds} onChange={next => setTagIds(next)}>
        {data?.map(({ tagId, name, count }) => (
          <Checkbox key={tagId} value={tagId}>
            {name} <span className="num tertiary">{formatNumber(count)}</span>
          </Checkbox>
        ))}
      </Checkbox.Group>
    </Modal>
  )
}
