import { Form, Modal } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { focusFirstField } from '#renderer/components/focus-first-field.ts'
import { useRequiredWord } from '#renderer/components/form-field.tsx'
import { RunningEdit } from '#renderer/components/running-edit.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { AppError } from '#shared/contract/app-error.ts'
import type { CardTurn, StopReason } from '#shared/domain/card.ts'
import { StopFields } from './stop-fields.tsx'

type StopDialogProps = {
  readonly count: number
  readonly error: AppError | null
  /** True when it was done. */
  readonly onConfirm: (why: Pick<CardTurn, 'stopReason' | 'note'>) => Promise<boolean>
  readonly onClose: () => void
}

/** Asks once, for all who are turned to 旧客户卡, why trade stopped. */
export function StopDialog({ count, error, onConfirm, onClose }: StopDialogProps) {
  const { t } = useTranslation()
  const requiredMark = useRequiredWord()
  const [isRunning, setRunning] = useState(false)
  const [form] = Form.useForm<{ stopReason: StopReason; note?: string }>()
  const save = async () => {
    const values = await form.validateFields().catch(() => null)
    if (!values) return
    setRunning(true)
    const isDone = await onConfirm({ stopReason: values.stopReason, note: values.note ?? null })
    setRunning(false)
    if (isDone) onClose()
  }
  return (
    <Modal
      open
      afterOpenChange={focusFirstField}
      title={t('cards.confirm.former', { count })}
      okText={t('cards.confirm.former', { count })}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: isRunning }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="small tertiary card-dialog-text">{t('cards.confirm.text', { count })}</p>
      <Form form={form} layout="vertical" requiredMark={requiredMark}>
        <StopFields />
      </Form>
      {error && <ErrorNote error={error.data} />}
      <RunningEdit isRunning={isRunning} />
    </Modal>
  )
}
