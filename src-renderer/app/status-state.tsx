import { DisconnectOutlined, SaveOutlined, WarningOutlined } from '@ant-design/icons'
import { formatWhen } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useIsCommandRunning } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { paths } from './paths.ts'

/** How often facts that nobody announces are looked at: free space, network attempts. */
export const factsRefreshMs = 60_000

/** The two facts that always stand at the right of the status bar; both open Safety. */
export function StatusState() {
  return (
    <>
      <BackupFact />
      <OfflineFact />
    </>
  )
}

function BackupFact() {
  const { t, language } = useTranslation()
  const { lastBackup, isChangedSinceBackup } = useOpenArchive()
  const isRunning = useIsCommandRunning('archives.backUpNow')
  const text = isRunning
    ? t('shell.backupRunning')
    : lastBackup
      ? t(isChangedSinceBackup ? 'shell.backupOld' : 'shell.backup', {
          when: formatWhen(lastBackup.madeAt, new Date(), language),
        })
      : t('shell.backupNone')
  return (
    <a className="status-link" href={`#${paths.safety}`} title={t('shell.openSafety')}>
      <SaveOutlined />
      {text}
    </a>
  )
}

function OfflineFact() {
  const { t } = useTranslation()
  const { data } = useRequest('program.facts', {}, { refreshMs: factsRefreshMs })
  const attempts = data?.networkAttempts ?? 0
  const isBlocked = attempts > 0
  return (
    <a
      className={isBlocked ? 'status-link seal' : 'status-link brand'}
      href={`#${paths.safety}`}
      title={t('shell.offlineHint', { count: 0 })}
    >
      {isBlocked ? <WarningOutlined /> : <DisconnectOutlined />}
      {isBlocked ? t('shell.blocked', { count: attempts }) : t('shell.offline', { count: 0 })}
    </a>
  )
}
