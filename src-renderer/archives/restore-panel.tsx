import { Button, Select } from 'antd'
import { useState } from 'react'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { RecentArchive } from '#shared/domain/archive.ts'
import { BackupsOf } from './backups-of.tsx'
import { RestoreConfirm } from './restore-confirm.tsx'
import { useChosenBackup } from './use-chosen-backup.ts'

type RestorePanelProps = {
  readonly archives: readonly RecentArchive[]
  readonly onClose: () => void
}

/** From the start screen to a restored archive in three clicks: restore, this backup, restore and open. */
export function RestorePanel({ archives, onClose }: RestorePanelProps) {
  const { t } = useTranslation()
  const [archiveToken, setArchiveToken] = useState(archives[0]?.archiveToken ?? null)
  const { chosen, choose, chooseFile, forget, error, isAsking } = useChosenBackup()
  const archive = archives.find(one => one.archiveToken === archiveToken)
  if (chosen)
    return (
      <div className="start-panel">
        <RestoreConfirm {...chosen} onBack={forget} />
      </div>
    )
  return (
    <div className="start-panel">
      <div className="row">
        <h2 className="section-title grow">{t('restore.choose')}</h2>
        <Button disabled={isAsking} title={t('restore.fromFileHint')} onClick={() => void chooseFile(null)}>
          {t('restore.fromFile')}
        </Button>
        <Button onClick={onClose}>{t('common.back')}</Button>
      </div>
      {error && <ErrorNote error={error.data} />}
      {archives.length > 1 && (
        <div className="row">
          <span className="secondary">{t('restore.ofArchive')}</span>
          <Select
            className="start-archive-choice"
            aria-label={t('restore.ofArchive')}
            value={archiveToken}
            options={archives.map(({ archiveToken: value, name }) => ({ value, label: name }))}
            onChange={setArchiveToken}
          />
        </div>
      )}
      {archive ? (
        <BackupsOf
          archiveToken={archive.archiveToken}
          noneText={t('restore.none')}
          onRestore={backup => choose(backup, archive)}
        />
      ) : (
        <EmptyState text={t('restore.none')} />
      )}
    </div>
  )
}
