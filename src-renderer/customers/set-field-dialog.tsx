import { Checkbox, Modal, type RefSelectProps, Select } from 'antd'
import { useId, useRef, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { fieldName, groupName } from '#renderer/components/field-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { evidenceCodeOf, type FieldGroup } from '#shared/domain/field.ts'
import type { BatchDialogProps } from './batch-tag-dialogs.tsx'
import { type BatchField, cardFieldNames, cardFields, changeOf, isClearable } from './batch-value.ts'
import { BatchValueInput } from './batch-value-input.tsx'
import { LargeStep } from './large-step.tsx'
import { useBatchDone } from './use-batch-done.ts'

/** What can be set: fields of the card, then those of each group that is on. */
function choicesOf(groups: readonly FieldGroup[], words: Translation) {
  const card = cardFields.map(field => ({ value: field as string, label: words.t(cardFieldNames[field]) }))
  const own = groups
    .filter(group => group.isOn && group.fields.length > 0)
    .map(group => ({
      label: groupName(group, words),
      options: group.fields
        .filter(field => evidenceCodeOf(field.code) === undefined)
        .map(field => ({ value: String(field.fieldId), label: fieldName(field, words) })),
    }))
  return [{ label: words.t('customers.details.card'), options: card }, ...own]
}

function findField(groups: readonly FieldGroup[], key: string | null): BatchField | undefined {
  const card = cardFields.find(field => field === key)
  if (card) return { of: 'card', field: card }
  const own = groups.flatMap(({ fields }) => fields).find(({ fieldId }) => String(fieldId) === key)
  return own && { of: 'own', field: own }
}

/** Gives many customers one value of one field. */
export function SetFieldDialog({ customers, count, onClose }: BatchDialogProps) {
  const words = useTranslation()
  const { t, tCode } = words
  const id = useId()
  const first = useRef<RefSelectProps>(null)
  const tellDone = useBatchDone()
  const set = useCommand('customers.setField')
  const { data: fields } = useRequest('fields.list', {})
  const groups = fields?.groups ?? []
  const { data: facts } = useRequest('program.facts', {})
  const [key, setKey] = useState<string | null>(null)
  const [value, setValue] = useState<unknown>()
  const [isCleared, setCleared] = useState(false)
  const field = findField(groups, key)
  const reading = field && changeOf(field, isCleared ? null : value, facts?.today)
  const change = reading && 'change' in reading ? reading.change : undefined
  const choose = (next: string) => {
    setKey(next)
    setValue(undefined)
    setCleared(false)
  }
  const setNow = async () => {
    const result = change && (await set.run({ customerIds: customers, change }))
    if (!result) return
    tellDone('customers.batch.changed', result)
    onClose()
  }
  return (
    <Modal
      open
      title={t('customers.batch.setOf', { count })}
      afterOpenChange={isOpen => isOpen && first.current?.focus()}
      okText={t('customers.batch.apply', { count })}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: change === undefined, loading: set.isRunning }}
      onOk={() => void setNow()}
      onCancel={onClose}
    >
      {set.error && <ErrorNote error={set.error.data} />}
      <LargeStep count={count} isRunning={set.isRunning} />
      <label htmlFor={`${id}-field`}>{t('customers.batch.field')}</label>
      <Select
        id={`${id}-field`}
        className="batch-input"
        ref={first}
        showSearch
        optionFilterProp="label"
        value={key}
        options={choicesOf(groups, words)}
        onChange={choose}
      />
      {field && (
        <>
          {!isCleared && (
            <>
              <label htmlFor={`${id}-value`}>{t('customers.batch.value')}</label>
              <BatchValueInput key={key} id={`${id}-value`} field={field} value={value} onChange={setValue} />
            </>
          )}
          {reading && 'issue' in reading && reading.issue && (
            <p className="batch-issue" role="alert">
              {tCode(`field-issue.${reading.issue}`)}
            </p>
          )}
          {isClearable(field) && (
            <Checkbox checked={isCleared} onChange={event => setCleared(event.target.checked)}>
              {t('customers.batch.clear')}
            </Checkbox>
          )}
        </>
      )}
    </Modal>
  )
}
