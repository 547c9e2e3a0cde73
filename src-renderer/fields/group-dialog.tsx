import { Form, Input, Modal, Segmented, Select } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { FormField, useRequiredWord } from '#renderer/components/form-field.tsx'
import { zodRule } from '#renderer/components/zod-rule.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { FieldGroupDraft, FieldTab } from '#shared/domain/field.ts'
import { useFieldCommand } from './use-field-command.ts'

type GroupValues = Omit<FieldGroupDraft, 'customerKind'> & { readonly for: 'all' | 'individual' | 'company' }

/** Makes a group: its name, its page of the form, for whom. */
export function GroupDialog({ onClose }: { onClose: () => void }) {
  const { t, tCode } = useTranslation()
  const requiredMark = useRequiredWord()
  const [form] = Form.useForm<GroupValues>()
  const add = useFieldCommand('fields.addGroup')
  const save = async () => {
    const values = await form.validateFields().catch(() => null)
    if (!values) return
    const draft = {
      name: values.name,
      tab: values.tab,
      customerKind: values.for === 'all' ? null : values.for,
    }
    if (await add.run(draft, t('fields.saved', { name: draft.name }))) onClose()
  }
  return (
    <Modal
      open
      title={t('fields.addGroup')}
      okText={t('fields.field.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: add.isRunning }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ tab: 'basic', for: 'all' }}
      >
        <FormField
          name="name"
          label={t('fields.group.name')}
          rule={zodRule(FieldGroupDraft, 'name', tCode)}
          isRequired
        >
          <Input
            autoFocus
            maxLength={50}
            onPressEnter={event => !event.nativeEvent.isComposing && void save()}
          />
        </FormField>
        <Form.Item name="tab" label={t('fields.group.tab')}>
          <Select options={FieldTab.options.map(value => ({ value, label: t(`field-tab.${value}`) }))} />
        </Form.Item>
        <Form.Item name="for" label={t('fields.group.kind')}>
          <Segmented
            options={(['all', 'individual', 'company'] as const).map(value => ({
              value,
              label: t(`field-for.${value}`),
            }))}
          />
        </Form.Item>
      </Form>
      {add.error && <ErrorNote error={add.error.data} />}
    </Modal>
  )
}
