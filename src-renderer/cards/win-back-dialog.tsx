import { Form, Modal, Segmented } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { focusFirstField } from '#renderer/components/focus-first-field.ts'
import { useRequiredWord } from '#renderer/components/form-field.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import { type WinBackDraft, WinBackOutcome, WinBackWay } from '#shared/domain/card.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { DayField } from './day-field.tsx'
import { NoteField } from './stop-fields.tsx'

type WinBackValues = Omit<WinBackDraft, 'note'> & { readonly note?: string }

type WinBackDialogProps = {
  readonly file: Pick<CustomerFile, 'customerId' | 'name'>
  readonly today: string
  readonly onClose: () => void
}

/** Notes an attempt to win a former customer back. */
export function WinBackDialog({ file, today, onClose }: WinBackDialogProps) {
  const { t } = useTranslation()
  const requiredMark = useRequiredWord()
  const { tellDone } = useUndo()
  const add = useCommand('cards.addWinBack')
  const [form] = Form.useForm<WinBackValues>()
  const save = async () => {
    const values = await form.validateFields().catch(() => null)
    if (!values) return
    const { customerId, name } = file
    const done = await add.run({ customerId, winBack: { ...values, note: values.note ?? null } })
    if (!done) return
    if (done.changeSetId !== null) tellDone(t('cards.winBack.saved', { name }), done.changeSetId)
    onClose()
  }
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      title={t('cards.winBack.title', { name: file.name })}
      okText={t('cards.winBack.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: add.isRunning }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={requiredMark}
        initialValues={{ triedOn: today, way: 'phone', outcome: 'open' }}
      >
        <DayField name="triedOn" label={t('cards.winBack.on')} today={today} />
        <Form.Item name="way" label={t('cards.winBack.way')}>
          <Segmented
            options={WinBackWay.options.map(value => ({ value, label: t(`win-back-way.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="outcome" label={t('cards.winBack.outcome')}>
          <Segmented
            options={WinBackOutcome.options.map(value => ({ value, label: t(`win-back-outcome.${value}`) }))}
          />
        </Form.Item>
        <NoteField label={t('cards.winBack.note')} />
      </Form>
      {add.error && <ErrorNote error={add.error.data} />}
    </Modal>
  )
}
