import { Button } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import type { AppErrorCode } from '#shared/contract/app-error.ts'
import type { BackupInfo } from '#shared/domain/archive.ts'
import { RestoreConfirm } from './restore-confirm.tsx'
import { BackupsOf } from './restore-panel.tsx'
import './archives.css'

/** Here the archive itself is whole, or a backup would lose what it holds: another way out comes first. */
const withoutRestore: ReadonlySet<AppErrorCode> = new Set<AppErrorCode>([
  'archive-in-use',
  'archive-newer',
  'archive-foreign',
  'archive-read-only',
  'disk-full',
])

type ProblemScreenProps = {
  readonly archiveToken: string
  readonly name: string
  readonly code: AppErrorCode
}

/** An archive that cannot be opened: what happened, what is safe, what can be done. No button here deletes data. */
export function ProblemScreen({ archiveToken, name, code }: ProblemScreenProps) {
  const { t } = useTranslation()
  const retry = useCommand('archives.open')
  const openOther = useCommand('archives.chooseAndOpen')
  const backToStart = useCommand('archives.close')
  const error = retry.error ?? openOther.error ?? backToStart.error
  return (
    <main className="problem">
      <h1 className="page-title">{t('start.problem.title', { name })}</h1>
      <ErrorNote error={{ code }} />
      {error && <ErrorNote error={error.data} />}
      <div className="row">
        <Button type="primary" loading={retry.isRunning} onClick={() => void retry.run({ archiveToken })}>
          {t('common.retry')}
        </Button>
        <Button onClick={() => void openOther.run({})}>{t('start.openElsewhere')}</Button>
        <Button onClick={() => void backToStart.run({})}>{t('start.backToStart')}</Button>
        <span className="small tertiary">{t('start.problem.nothingDeleted')}</span>
      </div>
      {!withoutRestore.has(code) && <ProblemBackups archiveToken={archiveToken} />}
    </main>
  )
}

function ProblemBackups({ archiveToken }: { archiveToken: string }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<{ backup: BackupInfo; archiveToken: string | null } | null>(null)
  const chooseFile = useCommand('archives.chooseBackup')
  const fromFile = async () => {
    const backup = await chooseFile.run({})
    if (backup) setChosen({ backup, archiveToken })
  }
  return (
    <Panel
      title={t('start.problem.backups')}
      extra={
        <Button size="small" title={t('restore.fromFileHint')} onClick={() => void fromFile()}>
          {t('restore.fromFile')}
        </Button>
      }
    >
      {chooseFile.error && <ErrorNote error={chooseFile.error.data} />}
      {chosen ? (
        <RestoreConfirm {...chosen} onBack={() => setChosen(null)} />
      ) : (
        <BackupsOf
          archiveToken={archiveToken}
          noneText={t('start.problem.noBackups')}
          onRestore={backup => setChosen({ backup, archiveToken })}
        />
      )}
    </Panel>
  )
}
