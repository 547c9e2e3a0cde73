import { Button, Select } from 'antd'
import { useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { BackupInfo, RecentArchive } from '#shared/domain/archive.ts'
import { BackupTable } from './backup-table.tsx'
import { RestoreConfirm } from './restore-confirm.tsx'

type Chosen = { readonly backup: BackupInfo; readonly archiveToken: string | null }

type RestorePanelProps = {
  readonly archives: readonly RecentArchive[]
  readonly onClose: () => void
}

/** From the start screen to a restored archive in three clicks: restore, this backup, restore and open. */
export function RestorePanel({ archives, onClose }: RestorePanelProps) {
  const { t } = useTranslation()
  const [archiveToken, setArchiveToken] = useState(archives[0]?.archiveToken ?? null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const chooseFile = useCommand('archives.chooseBackup')
  const fromFile = async () => {
    const backup = await chooseFile.run({})
    if (backup) setChosen({ backup, archiveToken: null })
  }
  if (chosen)
    return (
      <div className="start-panel">
        <RestoreConfirm {...chosen} onBack={() => setChosen(null)} />
      </div>
    )
  return (
    <div className="start-panel">
      <div className="row">
        <h2 className="section-title grow">{t('restore.choose')}</h2>
        <Button disabled={chooseFile.isRunning} title={t('restore.fromFileHint')} onClick={fromFile}>
          {t('restore.fromFile')}
        </Button>
        <Button onClick={onClose}>{t('common.back')}</Button>
      </div>
      {chooseFile.error && <ErrorNote error={chooseFile.error.data} />}
      {archives.length > 1 && (
        <div className="row">
          <span className="secondary">{t('restore.ofArchive')}</span>
          <Select
            className="start-archive-choice"
            aria-label={t('restore.ofArchive')}
            value={archiveToken}
            options={archives.map(archive => ({ value: archive.archiveToken, label: archive.name }))}
            onChange={setArchiveToken}
          />
        </div>
      )}
      {archiveToken === null ? (
        <EmptyState text={t('restore.none')} />
      ) : (
        <BackupsOf
          archiveToken={archiveToken}
          noneText={t('restore.none')}
          onRestore={backup => setChosen({ backup, archiveToken })}
        />
      )}
    </div>
  )
}

type BackupsOfProps = {
  readonly archiveToken: string
  readonly noneText: string
  readonly onRestore: (backup: BackupInfo) => void
}

/** The backups of one archive, open or not. */
export function BackupsOf({ archiveToken, noneText, onRestore }: BackupsOfProps) {
  const { data: backups, error } = useRequest('archives.listBackups', { archiveToken })
  if (error) return <ErrorNote error={error.data} />
  if (!backups) return <Skeleton />
  if (backups.length === 0) return <EmptyState text={noneText} />
  return (
    <div className="backups">
      <BackupTable backups={backups} onRestore={onRestore} />
    </div>
  )
}
