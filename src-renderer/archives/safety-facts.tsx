import { DisconnectOutlined, HddOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons'
import { Panel } from '#renderer/components/panel.tsx'
import { formatBytes } from '#renderer/i18n/format-bytes.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ArchiveCounts } from '#shared/domain/archive.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

const refreshMs = 10_000

/** How many network connections there were, and how many were stopped: a figure, not a promise. */
export function OfflinePanel() {
  const { t } = useTranslation()
  const { data } = useRequest('program.facts', {}, { refreshMs })
  const attempts = data?.networkAttempts ?? 0
  const isBlocked = attempts > 0
  return (
    <Panel
      title={t('safety.offline', { count: 0 })}
      extra={isBlocked ? <WarningOutlined className="seal" /> : <DisconnectOutlined className="brand" />}
    >
      <div className="row safety-figure">
        <span className={isBlocked ? 'figure seal' : 'figure brand'}>{formatNumber(attempts)}</span>
        <span className="secondary">{t('safety.offlineBlocked')}</span>
      </div>
      <div className="secondary">{t(isBlocked ? 'safety.blockedText' : 'safety.offlineText')}</div>
      <div className="small tertiary">{t('safety.offlineProof')}</div>
    </Panel>
  )
}

/** How much room is left where the archive lies. */
export function DiskPanel() {
  const { t } = useTranslation()
  const { data } = useRequest('program.facts', {}, { refreshMs })
  const freeBytes = data?.freeBytes ?? null
  return (
    <Panel
      title={
        freeBytes === null ? t('safety.diskUnknown') : t('safety.disk', { free: formatBytes(freeBytes) })
      }
      extra={<HddOutlined className="tertiary" />}
    >
      <div className="secondary">{t('safety.diskText')}</div>
    </Panel>
  )
}

/** What encryption does and does not do without a password. */
export function EncryptionPanel() {
  const { t } = useTranslation()
  return (
    <Panel title={t('safety.encrypted')} extra={<LockOutlined className="tertiary" />}>
      <div className="secondary">{t('safety.encryptedText')}</div>
    </Panel>
  )
}

/** What a restore would be compared with. */
export function ContentPanel({ counts }: { counts: ArchiveCounts }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('safety.archiveFacts')}>
      <div className="num">{t('common.customers', { count: counts.customers })}</div>
      <div className="num">{t('common.orders', { count: counts.orders })}</div>
      <div className="num">{t('safety.lines', { count: counts.orderLines })}</div>
    </Panel>
  )
}
