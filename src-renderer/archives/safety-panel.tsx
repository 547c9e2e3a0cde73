import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { PageHead } from '#renderer/components/page-head.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useToast } from '#renderer/components/toast.tsx'
import { formatWhen } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { BackupsOf } from './backups-of.tsx'
import { FileCheckPanel } from './file-check-panel.tsx'
import { FilePanel } from './file-panel.tsx'
import { RestoreConfirm } from './restore-confirm.tsx'
import { ContentPanel, DiskPanel, EncryptionPanel, OfflinePanel } from './safety-facts.tsx'
import { useChosenBackup } from './use-chosen-backup.ts'
import './archives.css'

/** Backups of the open archive, made and put back from here, and the facts by which one can trust them. */
export function SafetyPanel({ more }: { more?: ReactNode }) {
  const { t, language } = useTranslation()
  const { archiveToken, name, lastBackup, isChangedSinceBackup } = useOpenArchive()
  const archive = { archiveToken, name }
  const { chosen, choose, chooseFile, forget, error: fileError, isAsking } = useChosenBackup()
  const { data: counts } = useRequest('archives.counts', {})
  const files = useRequest('attachments.check', {})
  const toast = useToast()
  const backUp = useCommand('archives.backUpNow')
  const backUpNow = async () => {
    const made = await backUp.run({})
    if (!made) return
    toast({ text: t('safety.backedUp', made.counts) })
    await files.refetch()
  }
  const error = backUp.error ?? fileError
  const note = lastBackup
    ? t(isChangedSinceBackup ? 'safety.noteOld' : 'safety.note', {
        when: formatWhen(lastBackup.madeAt, new Date(), language),
      })
    : t('safety.noteNone')
  return (
    <>
      <PageHead title={t('safety.title')} note={note}>
        <Button disabled={isAsking} title={t('restore.fromFileHint')} onClick={() => void chooseFile(null)}>
          {t('safety.restoreFile')}
        </Button>
        <Button type="primary" loading={backUp.isRunning} onClick={() => void backUpNow()}>
          {t(backUp.isRunning ? 'safety.backingUp' : 'safety.backUpNow')}
        </Button>
      </PageHead>
      {error && <ErrorNote error={error.data} />}
      <div className="fill safety">
        <Panel
          title={t('safety.backups')}
          extra={<span className="small secondary">{t('safety.kept')}</span>}
        >
          <BackupsOf
            archiveToken={archiveToken}
            noneText={t('safety.noBackups')}
            onRestore={backup => choose(backup, archive)}
          />
          <p className="small tertiary safety-hint">{t('safety.keptHint')}</p>
        </Panel>
        <div className="safety-facts">
          <OfflinePanel />
          <DiskPanel />
          <FilePanel />
          <FileCheckPanel
            check={files.data}
            error={files.error}
            isChecking={files.isFetching}
            onCheck={() => void files.refetch()}
          />
          <EncryptionPanel />
          {counts && <ContentPanel counts={counts} />}
          {more}
        </div>
      </div>
      <Modal
        open={chosen !== null}
        title={t('restore.title')}
        footer={null}
        destroyOnHidden
        onCancel={forget}
      >
        {chosen && (
          <RestoreConfirm
            {...chosen}
            countsNow={chosen.archive === null ? undefined : counts}
            onBack={forget}
          />
        )}
      </Modal>
    </>
  )
}
