import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { formatWhen } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { BackupInfo } from '#shared/domain/archive.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

type BackupTableProps = {
  readonly backups: readonly BackupInfo[]
  readonly onRestore: (backup: BackupInfo) => void
}

/** Verified copies of an archive, newest first. A damaged one is shown and cannot be chosen. */
export function BackupTable({ backups, onRestore }: BackupTableProps) {
  const { t } = useTranslation()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('safety.column.when')}</th>
          <th>{t('safety.column.reason')}</th>
          <th className="right">{t('safety.column.customers')}</th>
          <th className="right">{t('safety.column.orders')}</th>
          <th className="right">{t('safety.column.size')}</th>
          <th>{t('safety.column.check')}</th>
          <th>
            <span className="visually-hidden">{t('safety.column.act')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map(backup => (
          <BackupRow key={backup.backupToken} backup={backup} onRestore={onRestore} />
        ))}
      </tbody>
    </table>
  )
}

function BackupRow({ backup, onRestore }: { backup: BackupInfo; onRestore: (backup: BackupInfo) => void }) {
  const { t, language } = useTranslation()
  return (
    <tr>
      <td>
        <b>{formatWhen(backup.madeAt, new Date(), language)}</b>
      </td>
      <td className="secondary">{t(`safety.reason.${backup.reason}`)}</td>
      <td className="right">{formatNumber(backup.counts.customers)}</td>
      <td className="right">{formatNumber(backup.counts.orders)}</td>
      <td className="right">{formatBytes(backup.sizeBytes)}</td>
      <td>
        <BackupCheck isGood={backup.isGood} />
      </td>
      <td className="right">
        {backup.isGood && (
          <LinkButton onClick={() => onRestore(backup)}>{t('safety.restoreThis')}</LinkButton>
        )}
      </td>
    </tr>
  )
}

function BackupCheck({ isGood }: { isGood: boolean }) {
  const { t } = useTranslation()
  return isGood ? (
    <>
      <CheckCircleFilled className="brand" /> {t('safety.good')}
    </>
  ) : (
    <span className="seal">
      <ExclamationCircleFilled /> {t('safety.damaged')}
    </span>
  )
}
