import { Button, Checkbox, Form, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call } from '#renderer/ipc/client.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useJob } from '#renderer/ipc/use-job.ts'
import { type ExportChoices, type ExportScope, exportColumns } from '#shared/domain/export.ts'

type ExportDialogProps = {
  readonly remembered: ExportChoices
  readonly readScope: () => Promise<ExportScope | null>
  readonly onClose: () => void
}

/** Table, kind of file, purpose and columns of an export; it then runs as a job in the status bar. */
export function ExportDialog({ remembered, readScope, onClose }: ExportDialogProps) {
  const { t, tCode, language } = useTranslation()
  const [choices, setChoices] = useState(remembered)
  const change = (part: Partial<ExportChoices>) => setChoices(before => ({ ...before, ...part }))
  const target = useCommand('exports.chooseTarget')
  const job = useJob('exports.write')
  const toast = useToast()
  const { table, format, purpose } = choices
  const columnsKey = table === 'customers' ? 'customerColumns' : 'orderColumns'
  const run = async () => {
    const scope = await readScope()
    const place = scope && (await target.run({ table, format, purpose }))
    if (!scope || !place) return
    const { targetToken, name } = place
    const done = await job.start({ targetToken, choices, scope, language })
    if (!done) return
    onClose()
    const text = t(done.refusedCount > 0 ? 'exports.doneWithout' : 'exports.done', {
      name,
      count: done.rowCount,
      refused: done.refusedCount,
    })
    const onClick = () => void call('exports.showInFolder', { targetToken })
    toast({ text, action: { label: t('exports.showInFolder'), onClick } })
  }
  const isRunning = job.state.kind === 'running'
  const error = target.error ?? (job.state.kind === 'failed' ? job.state.error : null)
  const choice = <Value extends string>(value: Value) => ({ value, label: tCode(`exports.choice.${value}`) })
  return (
    <Modal
      open
      width={560}
      title={t('exports.title')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={isRunning ? job.cancel : onClose}>{t('common.cancel')}</Button>
          <Button
            type="primary"
            autoFocus
            loading={isRunning}
            disabled={choices[columnsKey].length === 0}
            onClick={() => void run()}
          >
            {t('exports.act')}
          </Button>
        </>
      }
    >
      {error && error.code !== 'cancelled' && <ErrorNote error={error.data} />}
      <Form layout="vertical" disabled={isRunning}>
        <Form.Item label={t('exports.what')}>
          <Segmented
            value={table}
            options={[choice('customers'), choice('orders')]}
            onChange={value => change({ table: value })}
          />
        </Form.Item>
        <Form.Item label={t('exports.purpose')} help={tCode(`exports.purpose.${purpose}`)}>
          <Segmented
            value={purpose}
            options={[choice('record'), choice('contact')]}
            onChange={value => change({ purpose: value })}
          />
        </Form.Item>
        <Form.Item label={t('exports.format')}>
          <Segmented
            value={format}
            options={[choice('xlsx'), choice('csv')]}
            onChange={value => change({ format: value })}
          />
        </Form.Item>
        {format === 'csv' && (
          <Form.Item label={t('exports.encoding')}>
            <Segmented
              value={choices.encoding}
              options={[choice('utf-8'), choice('gb18030')]}
              onChange={value => change({ encoding: value })}
            />
          </Form.Item>
        )}
        <Form.Item label={t('exports.columns')} help={t('exports.columnsHint')}>
          <Select
            mode="multiple"
            value={choices[columnsKey]}
            options={exportColumns[table].map(({ name }) => ({
              value: name,
              label: tCode(`export-column.${name}`),
            }))}
            optionFilterProp="label"
            maxTagCount={8}
            aria-label={t('exports.columns')}
            onChange={value => change({ [columnsKey]: value })}
          />
        </Form.Item>
        <Checkbox checked={choices.isMasked} onChange={event => change({ isMasked: event.target.checked })}>
          {t('exports.masked')}
        </Checkbox>
      </Form>
    </Modal>
  )
}
