import { Button } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useJob } from '#renderer/ipc/use-job.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useRestoreWhole } from './use-restore-whole.ts'

/** Leave any time: everything in one folder without a key, and such a folder brought into an empty archive. */
export function LeavePanel() {
  const { t, language } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const toast = useToast()
  const { data: counts } = useRequest('archives.counts', {})
  const isEmpty = counts !== undefined && counts.customers + counts.orders === 0
  const place = useCommand('exports.chooseFolder')
  const whole = useCommand('exports.chooseWhole')
  const writing = useJob('exports.writeEverything')
  const restoring = useRestoreWhole()
  const write = async () => {
    restoring.reset()
    const chosen = await place.run({})
    const done = chosen && (await writing.start({ targetToken: chosen.targetToken, language }))
    if (!chosen || !done) return
    const onClick = () => void call('exports.showInFolder', { targetToken: chosen.targetToken })
    const text = t('exports.everything.done', { customers: done.customerCount, orders: done.orderCount })
    toast({ text, action: { label: t('exports.showInFolder'), onClick } })
  }
  const restore = async () => {
    writing.reset()
    const chosen = await whole.run({})
    if (chosen) await restoring.restore(chosen.targetToken)
  }
  const lostFiles = writing.state.kind === 'ended' ? writing.state.value.lostFiles : 0
  const failed = writing.state.kind === 'failed' ? writing.state.error : restoring.error
  const error = place.error ?? whole.error ?? failed
  const isBusy = writing.state.kind === 'running' || restoring.isRunning
  return (
    <Panel title={t('exports.everything.title')}>
      {error && error.code !== 'cancelled' && <ErrorNote error={error.data} />}
      {lostFiles > 0 && <Note tone="warn">{t('exports.everything.lostFiles', { count: lostFiles })}</Note>}
      <p>{t('exports.everything.hint')}</p>
      <p className="small secondary">{t('exports.everything.warning')}</p>
      {!isReadOnly && <p className="small secondary">{t('exports.everything.restoreHint')}</p>}
      <div className="row">
        <Button loading={writing.state.kind === 'running'} disabled={isBusy} onClick={() => void write()}>
          {t('exports.everything.act')}
        </Button>
        {!isReadOnly && isEmpty && (
          <Button loading={restoring.isRunning} disabled={isBusy} onClick={() => void restore()}>
            {t('exports.everything.restore')}
          </Button>
        )}
      </div>
    </Panel>
  )
}
