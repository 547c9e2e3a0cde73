import { Input, type InputRef, Modal } from 'antd'
import { useId, useRef, useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { RunningEdit } from '#renderer/components/running-edit.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import type { SelectedCustomers } from '#shared/domain/selected-customers.ts'

type PurgeDialogProps = {
  /** Null: all who are in the bin. */
  readonly customers: SelectedCustomers | null
  readonly count: number
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asks before customers are deleted for good, which cannot be taken back: their number has to be typed. */
export function PurgeDialog({ customers, count, onDone, onClose }: PurgeDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<InputRef>(null)
  const toast = useToast()
  const purge = useCommand('customers.purge')
  const [typed, setTyped] = useState('')
  const isConfirmed = typed.normalize('NFKC').replace(/[,\s]/g, '') === String(count)
  const purgeNow = async () => {
    if (!isConfirmed || purge.isRunning) return
    const done = await purge.run({ customerIds: customers })
    if (!done) return
    toast({ text: t('bin.purged', { count: done.purged }) })
    onDone()
    onClose()
  }
  return (
    <Modal
      open
      title={t('bin.purge.title', { count })}
      afterOpenChange={isOpen => isOpen && input.current?.focus()}
      okText={t('bin.purge.ok', { count })}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: true, disabled: !isConfirmed, loading: purge.isRunning }}
      onOk={() => void purgeNow()}
      onCancel={onClose}
    >
      {purge.error && <ErrorNote error={purge.error.data} />}
      <RunningEdit isRunning={purge.isRunning} />
      <p className="purge-text">{t('bin.purge.text')}</p>
      <label htmlFor={id}>{t('bin.purge.confirm', { count: String(count) })}</label>
      <Input
        id={id}
        ref={input}
        className="num"
        inputMode="numeric"
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onPressEnter={() => void purgeNow()}
      />
    </Modal>
  )
}
