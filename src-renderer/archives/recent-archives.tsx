import { ErrorNote } from '#renderer/components/error-note.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { formatWhen } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useCommand } from '#renderer/ipc/use-command.ts'
import type { RecentArchive } from '#shared/domain/archive.ts'

const dayMs = 86_400_000
const oldAfterDays = 7

/** How many whole days ago a backup was made; null for one that is young enough. */
export function oldBackupDays(lastBackupAt: string, now: Date): number | null {
  const days = Math.floor((now.getTime() - Date.parse(lastBackupAt)) / dayMs)
  return days > oldAfterDays ? days : null
}

/** The archives that were open before, each with the age of its backup; the newest is one key away. */
export function RecentArchives({ archives }: { archives: readonly RecentArchive[] }) {
  const open = useCommand('archives.open')
  const forget = useCommand('archives.forget')
  const error = open.error ?? forget.error
  return (
    <>
      {error && <ErrorNote error={error.data} />}
      {archives.map((archive, index) => (
        <ArchiveCard
          key={archive.archiveToken}
          archive={archive}
          isFirst={index === 0}
          onOpen={() => void open.run({ archiveToken: archive.archiveToken })}
          onForget={() => void forget.run({ archiveToken: archive.archiveToken })}
        />
      ))}
    </>
  )
}

type ArchiveCardProps = {
  readonly archive: RecentArchive
  readonly isFirst: boolean
  readonly onOpen: () => void
  readonly onForget: () => void
}

function ArchiveCard({ archive, isFirst, onOpen, onForget }: ArchiveCardProps) {
  const { t, language } = useTranslation()
  const { customers, lastOpenedAt } = archive
  return (
    <div className={isFirst ? 'archive-card is-first' : 'archive-card'}>
      <button type="button" className="archive-card-open" title={archive.folderHint} onClick={onOpen}>
        <b className="clip grow">{archive.name}</b>
        {isFirst && !archive.isMissing && <span className="archive-card-act small">{t('common.open')}</span>}
      </button>
      <div className="small secondary num">
        {customers !== null && <span>{t('start.customers', { count: customers })}</span>}
        {lastOpenedAt !== null && (
          <span>{t('start.openedAt', { when: formatWhen(lastOpenedAt, new Date(), language) })}</span>
        )}
      </div>
      {archive.isMissing ? (
        <div className="small warn archive-card-missing">
          <span className="grow">{t('start.missing')}</span>
          <LinkButton hint={t('start.forgetHint')} onClick={onForget}>
            {t('start.forget')}
          </LinkButton>
        </div>
      ) : (
        <BackupAge lastBackupAt={archive.lastBackupAt} />
      )}
    </div>
  )
}

function BackupAge({ lastBackupAt }: { lastBackupAt: string | null }) {
  const { t, language } = useTranslation()
  if (lastBackupAt === null) return <div className="small warn">{t('start.backupNone')}</div>
  const days = oldBackupDays(lastBackupAt, new Date())
  if (days !== null) return <div className="small warn">{t('start.backupOld', { count: days })}</div>
  const when = formatWhen(lastBackupAt, new Date(), language)
  return <div className="small tertiary">{t('start.backupAt', { when })}</div>
}
