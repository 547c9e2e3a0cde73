import { Form, Input, Modal, Radio } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { FormField, useRequiredWord } from '#renderer/components/form-field.tsx'
import { Tag as TagMark, toneOfColor } from '#renderer/components/tag.tsx'
import { zodRule } from '#renderer/components/zod-rule.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { parseDay } from '#shared/domain/birth-date-text.ts'
import { type Tag, TagColor, TagDraft } from '#shared/domain/tag.ts'

type TagDialogProps = {
  /** Null for a new one. */
  readonly tag: Tag | null
  readonly tags: readonly Tag[]
  readonly onClose: () => void
}

type Values = { readonly name: string; readonly color: TagColor | ''; readonly expiresOn: string }

/** A day after all that can be typed. */
const farDay = '9999-12-31'

/** Makes or changes a tag. */
export function TagDialog({ tag, tags, onClose }: TagDialogProps) {
  const { t, tCode } = useTranslation()
  const requiredMark = useRequiredWord()
  const [form] = Form.useForm<Values>()
  const name = Form.useWatch('name', form)
  const save = useCommand('tags.save')
  const { tellDone } = useUndo()
  const namesake = tags.find(one => one.name === name?.trim() && one.tagId !== tag?.tagId)
  const saveNow = async () => {
    const values = await form.validateFields().catch(() => null)
    if (!values) return
    const draft = TagDraft.parse({
      name: values.name,
      color: values.color === '' ? null : values.color,
      expiresOn: parseDay(values.expiresOn ?? '', farDay),
    })
    const saved = await save.run({ tagId: tag?.tagId ?? null, draft })
    if (!saved) return
    if (saved.changeSetId !== null) tellDone(t('tags.saved', { name: draft.name }), saved.changeSetId)
    onClose()
  }
  return (
    <Modal
      open
      title={tag ? t('tags.editOne', { name: tag.name }) : t('tags.add')}
      okText={t('tags.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void saveNow()}
      onCancel={onClose}
      afterOpenChange={isOpen => isOpen && form.focusField('name')}
    >
      {save.error && <ErrorNote error={save.error.data} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ name: tag?.name ?? '', color: tag?.color ?? '', expiresOn: tag?.expiresOn ?? '' }}
        onFinish={() => void saveNow()}
      >
        <FormField
          name="name"
          label={t('tags.name')}
          isRequired
          rule={zodRule(TagDraft, 'name', tCode)}
          extra={namesake ? t('tags.namesake') : undefined}
        >
          <Input
            maxLength={50}
            onKeyDown={event => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229)
                void saveNow()
            }}
          />
        </FormField>
        <Form.Item name="color" label={t('tags.color')}>
          <Radio.Group>
            <Radio value="">
              <TagMark>{t('tag-color.grey')}</TagMark>
            </Radio>
            {TagColor.options.map(color => (
              <Radio key={color} value={color}>
                <TagMark tone={toneOfColor[color]}>{t(`tag-color.${color}`)}</TagMark>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <FormField
          name="expiresOn"
          label={t('tags.expiresOn')}
          extra={t('tags.expiresHint')}
          rule={{
            validator: async (_rule, typed: string | undefined) => {
              if (typed?.trim() && parseDay(typed, farDay) === null)
                throw new Error(t('customers.form.day.invalid'))
            },
          }}
        >
          <Input className="num tag-day" maxLength={40} placeholder={t('tags.never')} />
        </FormField>
      </Form>
    </Modal>
  )
}
