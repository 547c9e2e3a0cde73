import { Button } from 'antd'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Tag } from '#renderer/components/tag.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { useUndo } from '#renderer/ipc/use-undo.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { isStale } from './stale.ts'

/** When the whole file was confirmed last, whether that is too long ago, and the button that says: today, all of it is right. */
export function ConfirmLine({ file }: { file: CustomerFile }) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const { tellDone } = useUndo()
  const { run, isRunning, error } = useCommand('quality.confirm')
  const { data: settings } = useRequest('settings.get', {})
  const { data: facts } = useRequest('program.facts', {})
  const { customerId, name, confirmedOn, knownOn } = file
  const confirmNow = async () => {
    const done = await run({ customerIds: [customerId] })
    if (done?.changeSetId) tellDone(t('quality.toast.confirmed', { name }), done.changeSetId)
  }
  return (
    <div className="row confirm-line">
      <span className="secondary grow">
        {confirmedOn === null
          ? t('customers.confirmed.never', { day: knownOn })
          : t('customers.confirmed.on', { day: confirmedOn })}{' '}
        {isStale(knownOn, settings, facts?.today) && <Tag tone="warn">{t('customers.stale')}</Tag>}
      </span>
      {!isReadOnly && confirmedOn !== facts?.today && (
        <Button
          size="small"
          disabled={isRunning}
          title={t('customers.confirm.hint')}
          onClick={() => void confirmNow()}
        >
          {t('customers.confirm')}
        </Button>
      )}
      {error && <ErrorNote error={error.data} />}
    </div>
  )
}
