import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

/** Why former customers stopped: each reason with how many and their share of all former ones. */
export function StopReasons() {
  const { t } = useTranslation()
  const { data, error } = useRequest('cards.stopReasons', {})
  if (error) return <ErrorNote error={error.data} />
  if (!data) return <Skeleton lines={8} />
  if (data.total === 0) return <EmptyState text={t('cards.reasons.none')} />
  const isUnasked = data.reasons.some(({ stopReason }) => stopReason === null)
  return (
    <Panel title={t('cards.reasons', { count: data.total })} className="stop-reasons-panel">
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('cards.reasons.reason')}</th>
            <th className="right">{t('cards.reasons.count')}</th>
            <th className="right">{t('cards.reasons.share')}</th>
            <td aria-hidden="true" className="stop-share" />
          </tr>
        </thead>
        <tbody>
          {data.reasons.map(({ stopReason, count }) => {
            const share = (100 * count) / data.total
            return (
              <tr key={stopReason ?? ''}>
                <td>{t(stopReason ? `stop-reason.${stopReason}` : 'cards.stop.unasked')}</td>
                <td className="right">{formatNumber(count)}</td>
                <td className="right">
                  {t('cards.reasons.sharePercent', { share: formatNumber(share, 1) })}
                </td>
                <td aria-hidden="true" className="stop-share">
                  <div className="stop-share-bar" style={{ width: `${share}%` }} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {isUnasked && <p className="small tertiary">{t('cards.reasons.unaskedHint')}</p>}
    </Panel>
  )
}
