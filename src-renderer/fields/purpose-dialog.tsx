import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { groupName } from '#renderer/components/field-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { FieldGroup } from '#shared/domain/field.ts'
import { useFieldCommand } from './use-field-command.ts'

/** Asks what a sensitive group is needed for before it is used. */
export function PurposeDialog({ group, onClose }: { group: FieldGroup; onClose: () => void }) {
  const words = useTranslation()
  const { t } = words
  const id = useId()
  const [purpose, setPurpose] = useState('')
  const save = useFieldCommand('fields.saveGroup')
  const name = groupName(group, words)
  const isMissing = purpose.trim() === ''
  const turnOn = async () => {
    if (isMissing) return
    const request = { groupId: group.groupId, name: group.name, isOn: true, purpose: purpose.trim() }
    if (await save.run(request, t('fields.saved', { name }))) onClose()
  }
  return (
    <Modal
      open
      title={t('fields.purpose.title', { group: name })}
      okText={t('fields.group.on')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: isMissing, loading: save.isRunning }}
      onOk={() => void turnOn()}
      onCancel={onClose}
    >
      <p>{t('fields.purpose.text')}</p>
      <label htmlFor={id}>{t('fields.purpose.label')}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={2}
        maxLength={500}
        placeholder={t('fields.purpose.hint')}
        value={purpose}
        onChange={event => setPurpose(event.target.value)}
      />
      {isMissing && <p className="small tertiary">{t('fields.purpose.missing')}</p>}
      {save.error && <ErrorNote error={save.error.data} />}
    </Modal>
  )
}
