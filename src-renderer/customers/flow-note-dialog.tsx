import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { onCtrlEnter } from '#renderer/components/on-ctrl-enter.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { SalesOrder } from '#shared/domain/sales-order.ts'

type FlowNoteDialogProps = { readonly order: SalesOrder; readonly onClose: () => void }

/** Where the goods of an order went and what for: Ctrl+Enter saves. */
export function FlowNoteDialog({ order, onClose }: FlowNoteDialogProps) {
  const { t } = useTranslation()
  const { tellDone } = useUndo()
  const { run, error, isRunning } = useCommand('orders.saveFlowNote')
  const [text, setText] = useState(order.flowNote ?? '')
  const { salesOrderId, flowNote: seen } = order
  const save = async () => {
    const saved = await run({ salesOrderId, seen, flowNote: text.trim() || null })
    if (!saved) return
    if (saved.changeSetId !== null) tellDone(t('customers.orders.flow.saved'), saved.changeSetId)
    onClose()
  }
  return (
    <Modal
      open
      title={t('customers.orders.flow.of')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={isRunning} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      {error && <ErrorNote error={error.data} />}
      <p className="flow-note-order small secondary num">
        {[order.orderedOn, order.orderNumber].filter(Boolean).join('　')}
      </p>
      <Input.TextArea
        autoFocus
        aria-label={t('customers.orders.flow')}
        placeholder={t('customers.orders.flow.hint')}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={onCtrlEnter(save)}
      />
    </Modal>
  )
}
