import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useJob } from '#renderer/ipc/use-job.ts'
import type { ExportChoices, ExportOutcome, ExportScope } from '#shared/domain/export.ts'
import { ChoiceFields } from './choice-fields.tsx'

type ExportDialogProps = {
  readonly count: number
  readonly remembered: ExportChoices
  readonly readScope: () => Promise<ExportScope | null>
  readonly onClose: () => void
}

/** Table, kind of file, purpose and columns of an export; it then runs as a job in the status bar. */
export function ExportDialog({ count, remembered, readScope, onClose }: ExportDialogProps) {
  const { t, language } = useTranslation()
  const [choices, setChoices] = useState(remembered)
  const target = useCommand('exports.chooseTarget')
  const job = useJob('exports.write')
  const tellDone = useTellDone()
  const isRunning = job.state.kind === 'running'
  const run = async () => {
    job.reset()
    const scope = await readScope()
    const { table, format, purpose } = choices
    const place = scope && (await target.run({ table, format, purpose }))
    if (!scope || !place) return
    const { targetToken, name } = place
    const done = await job.start({ targetToken, choices, scope, language })
    if (!done) return
    onClose()
    tellDone(done, name, targetToken)
  }
  const error = target.error ?? (job.state.kind === 'failed' ? job.state.error : null)
  const columns = choices.table === 'customers' ? choices.customerColumns : choices.orderColumns
  return (
    <Modal
      open
      width={600}
      title={t(choices.table === 'orders' ? 'exports.titleOrders' : 'exports.title', { count })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={isRunning ? job.cancel : onClose}>{t('common.cancel')}</Button>
          <Button
            type="primary"
            autoFocus
            loading={isRunning}
            disabled={columns.length === 0}
            onClick={() => void run()}
          >
            {t('exports.act')}
          </Button>
        </>
      }
    >
      {error && error.code !== 'cancelled' && <ErrorNote error={error.data} />}
      <ChoiceFields
        choices={choices}
        isDisabled={isRunning}
        onChange={part => setChoices(before => ({ ...before, ...part }))}
      />
    </Modal>
  )
}

/** Says what was written, who was left out, and where it lies. */
function useTellDone() {
  const { t } = useTranslation()
  const toast = useToast()
  return (done: ExportOutcome, name: string, targetToken: string) => {
    const text = t(done.refusedCount > 0 ? 'exports.doneWithout' : 'exports.done', {
      name,
      count: done.rowCount,
      refused: done.refusedCount,
    })
    const onClick = () => void call('exports.showInFolder', { targetToken })
    toast({ text, action: { label: t('exports.showInFolder'), onClick } })
  }
}
