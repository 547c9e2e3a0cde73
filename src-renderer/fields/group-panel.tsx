import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Switch } from 'antd'
import { useState } from 'react'
import { fieldName, groupName, optionName } from '#renderer/components/field-words.ts'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Tag } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { FieldDefinition, FieldGroup } from '#shared/domain/field.ts'
import { PurposeDialog } from './purpose-dialog.tsx'
import { useFieldCommand } from './use-field-command.ts'

type GroupPanelProps = {
  readonly group: FieldGroup
  readonly isReadOnly: boolean
  readonly onAdd: () => void
  readonly onEdit: (field: FieldDefinition) => void
}

/** One group with its fields in their order. */
export function GroupPanel({ group, isReadOnly, onAdd, onEdit }: GroupPanelProps) {
  const words = useTranslation()
  const { t } = words
  return (
    <Panel
      title={
        <>
          {groupName(group, words)}{' '}
          <span className="small tertiary">
            {t(`field-tab.${group.tab}`)} · {t(`field-for.${group.customerKind ?? 'all'}`)}
          </span>
        </>
      }
      extra={<GroupSwitch group={group} isReadOnly={isReadOnly} />}
    >
      {group.purpose && (
        <p className="small secondary">{t('fields.group.purpose', { purpose: group.purpose })}</p>
      )}
      {group.isSensitive && !group.isOn && <p className="small secondary">{t('fields.group.offNote')}</p>}
      {group.fields.length === 0 && <p className="small tertiary">{t('fields.group.empty')}</p>}
      <ul className="field-list">
        {group.fields.map((field, index) => (
          <FieldLine
            key={field.fieldId}
            field={field}
            isReadOnly={isReadOnly}
            above={group.fields[index - 1]}
            belowNext={group.fields[index + 2]}
            isLast={index === group.fields.length - 1}
            onEdit={() => onEdit(field)}
          />
        ))}
      </ul>
      {!isReadOnly && <LinkButton onClick={onAdd}>{t('fields.addField')}</LinkButton>}
    </Panel>
  )
}

function GroupSwitch({ group, isReadOnly }: { group: FieldGroup; isReadOnly: boolean }) {
  const words = useTranslation()
  const { t } = words
  const save = useFieldCommand('fields.saveGroup')
  const [isAsking, setAsking] = useState(false)
  const { groupId, name, purpose } = group
  const name_ = groupName(group, words)
  const turn = (isOn: boolean) => {
    if (isOn && group.isSensitive && !purpose) setAsking(true)
    else void save.run({ groupId, name, isOn, purpose }, t('fields.saved', { name: name_ }))
  }
  return (
    <>
      <Switch
        size="small"
        checked={group.isOn}
        disabled={isReadOnly || save.isRunning}
        aria-label={`${name_} ${t('fields.group.on')}`}
        onChange={turn}
      />
      {isAsking && <PurposeDialog group={group} onClose={() => setAsking(false)} />}
    </>
  )
}

type FieldLineProps = {
  readonly field: FieldDefinition
  readonly isReadOnly: boolean
  readonly above: FieldDefinition | undefined
  /** The field before which this one stands after a step down. */
  readonly belowNext: FieldDefinition | undefined
  readonly isLast: boolean
  readonly onEdit: () => void
}

function FieldLine({ field, isReadOnly, above, belowNext, isLast, onEdit }: FieldLineProps) {
  const words = useTranslation()
  const { t, tCode, language } = words
  const move = useFieldCommand('fields.move')
  const { tellDone } = useUndo()
  const { fieldId, groupId } = field
  const name = fieldName(field, words)
  const go = async (beforeId: number | null) => {
    const saved = await move.run({ fieldId, groupId, beforeId })
    if (saved?.changeSetId) tellDone(t('fields.saved', { name }), saved.changeSetId)
  }
  const options = field.options
    .filter(option => !option.isHidden)
    .map(option => optionName(field, option, words))
    .join(language === 'zh-CN' ? '、' : ', ')
  return (
    <li className="field-line">
      <button type="button" className="link field-line-name" disabled={isReadOnly} onClick={onEdit}>
        {name}
      </button>
      <span className="small secondary field-line-kind">
        {tCode(`field-kind.${field.valueKind}`)}
        {options && `（${options}）`}
      </span>
      {field.isRequired && <Tag>{t('fields.field.required')}</Tag>}
      {!isReadOnly && (
        <span className="field-line-acts">
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined />}
            aria-label={`${t('fields.field.up')} ${name}`}
            title={t('fields.field.up')}
            disabled={!above}
            onClick={() => void go(above?.fieldId ?? null)}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowDownOutlined />}
            aria-label={`${t('fields.field.down')} ${name}`}
            title={t('fields.field.down')}
            disabled={isLast}
            onClick={() => void go(belowNext?.fieldId ?? null)}
          />
        </span>
      )}
    </li>
  )
}
