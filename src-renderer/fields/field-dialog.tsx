import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { FieldInput } from '#renderer/components/field-input.tsx'
import { fieldName, groupName, optionName } from '#renderer/components/field-words.ts'
import { FormField, useRequiredWord } from '#renderer/components/form-field.tsx'
import { zodRule } from '#renderer/components/zod-rule.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import {
  type FieldDefinition,
  FieldDraft,
  type FieldGroup,
  FieldValueKind,
  fieldIssue,
} from '#shared/domain/field.ts'
import type { FieldValue } from '#shared/domain/field-value.ts'
import { canHaveDefault, type FieldValues, hasChoices, shownAs, toFieldDraft } from './field-values.ts'
import { useFieldCommand } from './use-field-command.ts'

type FieldDialogProps = {
  readonly group: FieldGroup
  /** Null for a new field. */
  readonly field: FieldDefinition | null
  readonly groups: readonly FieldGroup[]
  readonly onClose: () => void
}

/** Makes or changes a field. */
export function FieldDialog({ group, field, groups, onClose }: FieldDialogProps) {
  const words = useTranslation()
  const { t, tCode } = words
  const requiredMark = useRequiredWord()
  const [form] = Form.useForm<FieldValues>()
  const kind = Form.useWatch('valueKind', form) ?? field?.valueKind ?? 'text'
  const acts = useFieldActs(field, onClose)
  const save = async () => {
    const values = await form.validateFields().catch(() => null)
    if (values) await acts.save(values, group)
  }
  const optionNames = field?.options
    .filter(option => !option.isHidden)
    .map(option => optionName(field, option, words))
  return (
    <Modal
      open
      title={field ? t('fields.editField') : t('fields.addField')}
      onCancel={onClose}
      afterOpenChange={isOpen => isOpen && form.focusField('name')}
      footer={
        <>
          {field && (
            <Button danger className="field-hide" onClick={() => void acts.hide(fieldName(field, words))}>
              {t('fields.field.hide')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={acts.isRunning} onClick={() => void save()}>
            {t('fields.field.save')}
          </Button>
        </>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{
          name: field ? fieldName(field, words) : '',
          valueKind: field?.valueKind ?? 'text',
          options: optionNames?.join('\n') ?? '',
          isRequired: field?.isRequired ?? false,
          defaultValue: field?.defaultValue ?? undefined,
          groupId: group.groupId,
        }}
      >
        <FormField
          name="name"
          label={t('fields.field.name')}
          rule={zodRule(FieldDraft, 'name', tCode)}
          isRequired
        >
          <Input maxLength={50} />
        </FormField>
        <Form.Item name="valueKind" label={t('fields.field.kind')}>
          <Select
            onChange={() => form.setFieldsValue({ defaultValue: undefined })}
            options={FieldValueKind.options.map(value => ({ value, label: t(`field-kind.${value}`) }))}
          />
        </Form.Item>
        {hasChoices(kind) && (
          <FormField
            name="options"
            label={t('fields.field.options')}
            extra={t('fields.field.optionHint')}
            isRequired
            rule={{ required: true, whitespace: true, message: t('fields.field.optionsMissing') }}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
          </FormField>
        )}
        {canHaveDefault(kind, field) && (
          <FormField
            name="defaultValue"
            label={t('fields.field.default')}
            extra={t('fields.field.defaultHint')}
            rule={{
              validator: async (_rule, value: FieldValue | undefined) => {
                const issue = fieldIssue({ ...shownAs(kind, field), isRequired: false }, value ?? undefined)
                if (issue !== null) throw new Error(tCode(`field-issue.${issue}`))
              },
            }}
          >
            <FieldInput key={kind} field={shownAs(kind, field)} />
          </FormField>
        )}
        <Form.Item name="groupId" label={t('fields.field.group')}>
          <Select options={groups.map(one => ({ value: one.groupId, label: groupName(one, words) }))} />
        </Form.Item>
        <Form.Item name="isRequired" valuePropName="checked">
          <Checkbox>{t('fields.field.required')}</Checkbox>
        </Form.Item>
      </Form>
      {acts.error && <ErrorNote error={acts.error.data} />}
    </Modal>
  )
}

function useFieldActs(field: FieldDefinition | null, onClose: () => void) {
  const words = useTranslation()
  const { t } = words
  const add = useFieldCommand('fields.add')
  const change = useFieldCommand('fields.save')
  const move = useFieldCommand('fields.move')
  const setHidden = useFieldCommand('fields.setHidden')
  const save = async (values: FieldValues, group: FieldGroup) => {
    const draft = toFieldDraft(values, field, words)
    const text = t('fields.saved', { name: draft.name })
    const saved = field
      ? await change.run({ fieldId: field.fieldId, field: draft }, text)
      : await add.run({ groupId: values.groupId, field: draft }, text)
    if (!saved) return
    if (field && values.groupId !== group.groupId)
      await move.run({ fieldId: field.fieldId, groupId: values.groupId, beforeId: null }, text)
    onClose()
  }
  const hide = async (name: string) => {
    if (
      field &&
      (await setHidden.run({ fieldId: field.fieldId, isHidden: true }, t('fields.hidden', { name })))
    )
      onClose()
  }
  return {
    save,
    hide,
    isRunning: add.isRunning || change.isRunning || move.isRunning,
    error: add.error ?? change.error ?? move.error ?? setHidden.error,
  }
}
