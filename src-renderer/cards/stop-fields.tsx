import { Form, Input, Radio } from 'antd'
import { FormField } from '#renderer/components/form-field.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { StopReason } from '#shared/domain/card.ts'

/** Why trade stopped: one of the reasons, and what there is to add. */
export function StopFields() {
  const { t } = useTranslation()
  return (
    <>
      <FormField
        name="stopReason"
        label={t('cards.stop.reason')}
        isRequired
        rule={{ required: true, message: t('cards.stop.missing') }}
      >
        <Radio.Group
          className="stop-reasons"
          options={StopReason.options.map(value => ({ value, label: t(`stop-reason.${value}`) }))}
        />
      </FormField>
      <NoteField label={t('cards.stop.note')} />
    </>
  )
}

/** What there is to add, in words. */
export function NoteField({ label }: { label: string }) {
  return (
    <Form.Item name="note" label={label}>
      <Input.TextArea rows={2} maxLength={1000} />
    </Form.Item>
  )
}
