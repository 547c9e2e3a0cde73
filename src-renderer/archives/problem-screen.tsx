import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { AppErrorCode } from '#shared/contract/app-error.ts'
import { BackupsOf } from './backups-of.tsx'
import { RestoreConfirm } from './restore-confirm.tsx'
import { type KnownArchive, useChosenBackup } from './use-chosen-backup.ts'
import './archives.css'

/** Here the archive itself is whole, or a backup would lose what it holds: another way out comes first. */
const withoutRestore: ReadonlySet<AppErrorCode> = new Set<AppErrorCode>([
  'archive-in-use',
  'archive-newer',
  'archive-foreign',
  'archive-read-only',
  'disk-full',
])

type ProblemScreenProps = KnownArchive & { readonly code: AppErrorCode }

/** An archive that cannot be opened: what happened, what is safe, what can be done. No button here deletes data. */
export function ProblemScreen({ archiveToken, name, code }: ProblemScreenProps) {
  const { t } = useTranslation()
  return (
    <main className="problem">
      <h1 className="page-title">{t('start.problem.title', { name })}</h1>
      <ErrorNote error={{ code }} />
      {withoutRestore.has(code) ? (
        <WaysOut archiveToken={archiveToken} />
      ) : (
        <WithBackups archive={{ archiveToken, name }} />
      )}
    </main>
  )
}

/** The ways that leave the archive as it is; the one that fits best comes before them. */
function WaysOut({ archiveToken, children }: { archiveToken: string; children?: ReactNode }) {
  const { t } = useTranslation()
  const retry = useCommand('archives.open')
  const openOther = useCommand('archives.chooseAndOpen')
  const backToStart = useCommand('archives.close')
  const error = retry.error ?? openOther.error ?? backToStart.error
  return (
    <>
      {error && <ErrorNote error={error.data} />}
      <div className="row">
        {children}
        <Button
          type={children ? 'default' : 'primary'}
          loading={retry.isRunning}
          onClick={() => void retry.run({ archiveToken })}
        >
          {t('common.retry')}
        </Button>
        <Button onClick={() => void openOther.run({})}>{t('start.openElsewhere')}</Button>
        <Button onClick={() => void backToStart.run({})}>{t('start.backToStart')}</Button>
      </div>
      <div className="small tertiary">{t('start.problem.nothingDeleted')}</div>
    </>
  )
}

function WithBackups({ archive }: { archive: KnownArchive }) {
  const { t } = useTranslation()
  const { archiveToken } = archive
  const { data: backups = [] } = useRequest('archives.listBackups', { archiveToken })
  const { chosen, choose, chooseFile, forget, error, isAsking } = useChosenBackup()
  const newest = backups.find(backup => backup.isGood)
  return (
    <>
      <WaysOut archiveToken={archiveToken}>
        {newest && (
          <Button type="primary" disabled={chosen !== null} onClick={() => choose(newest, archive)}>
            {t('restore.newest')}
          </Button>
        )}
      </WaysOut>
      <Panel
        title={t('start.problem.backups')}
        extra={
          <Button
            size="small"
            disabled={isAsking}
            title={t('restore.fromFileHint')}
            onClick={() => void chooseFile(archive)}
          >
            {t('restore.fromFile')}
          </Button>
        }
      >
        {error && <ErrorNote error={error.data} />}
        {chosen ? (
          <RestoreConfirm {...chosen} onBack={forget} />
        ) : (
          <BackupsOf
            archiveToken={archiveToken}
            noneText={t('start.problem.noBackups')}
            onRestore={backup => choose(backup, archive)}
          />
        )}
      </Panel>
    </>
  )
}
