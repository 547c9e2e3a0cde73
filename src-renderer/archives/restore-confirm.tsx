import { Button } from 'antd'
import { useState } from 'react'
import { Note } from '#renderer/components/note.tsx'
import { formatWhen } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ArchiveCounts, BackupInfo } from '#shared/domain/archive.ts'
import { restoreArchive } from './restore-archive.ts'
import type { KnownArchive } from './use-chosen-backup.ts'

type RestoreConfirmProps = {
  readonly backup: BackupInfo
  /** The archive that is put back. Null: the backup comes from elsewhere and becomes an archive of its own. */
  readonly archive: KnownArchive | null
  /** What the archive holds now, where that is known. */
  readonly countsNow?: ArchiveCounts | undefined
  readonly onBack: () => void
}

/** The last step of a restore: what the backup holds, what happens to the archive as it is now. */
export function RestoreConfirm({ backup, archive, countsNow, onBack }: RestoreConfirmProps) {
  const { t, language } = useTranslation()
  const [isRunning, setRunning] = useState(false)
  const when = formatWhen(backup.madeAt, new Date(), language)
  const restore = async () => {
    setRunning(true)
    await restoreArchive(backup.backupToken, archive?.archiveToken ?? null)
    setRunning(false)
  }
  return (
    <div className="column">
      <h2 className="section-title">
        {archive ? t('restore.confirm', { name: archive.name, when }) : t('restore.confirmFile', { when })}
      </h2>
      <div>
        {t('restore.holds', { customers: backup.counts.customers, orders: backup.counts.orders })}
        {countsNow && (
          <div className="secondary">
            {t('restore.now', { customers: countsNow.customers, orders: countsNow.orders })}
          </div>
        )}
      </div>
      <Note>
        {archive === null ? t('restore.asNew', { folder: t('desktop.archivesFolder') }) : t('restore.kept')}
      </Note>
      <div className="row">
        <Button type="primary" autoFocus loading={isRunning} onClick={() => void restore()}>
          {isRunning ? t('restore.running') : t('restore.act')}
        </Button>
        <Button disabled={isRunning} onClick={onBack}>
          {t('common.back')}
        </Button>
      </div>
    </div>
  )
}
