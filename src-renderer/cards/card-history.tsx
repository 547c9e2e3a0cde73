import './cards.css'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CardChange } from '#shared/domain/card.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { WinBacks } from './win-backs.tsx'

/** How a file went from card to card, and what was tried to win the customer back. */
export function CardHistory({ file }: { file: CustomerFile }) {
  const { t } = useTranslation()
  const { data } = useRequest('cards.history', { customerId: file.customerId })
  if (!data) return null
  return (
    <>
      <Panel title={t('cards.history')}>
        {data.changes.length === 0 ? (
          <p className="tertiary">{t('cards.history.none', { card: t(`card-type.${file.cardType}`) })}</p>
        ) : (
          <Steps changes={data.changes} />
        )}
      </Panel>
      {(file.cardType === 'former' || data.winBacks.length > 0) && (
        <WinBacks file={file} winBacks={data.winBacks} />
      )}
    </>
  )
}

function Steps({ changes }: { changes: readonly CardChange[] }) {
  const { t } = useTranslation()
  return (
    <table className="plain-table card-steps">
      <tbody>
        {changes.map(change => (
          <tr key={change.cardChangeId}>
            <td className="num nowrap">{change.changedOn}</td>
            <td>
              {t('cards.history.step', {
                before: t(`card-type.${change.before}`),
                after: t(`card-type.${change.after}`),
              })}
              {change.mergedFrom && (
                <span className="tertiary">
                  {' '}
                  {t('cards.history.mergedFrom', { number: change.mergedFrom })}
                </span>
              )}
              <Why change={change} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Why({ change: { after, stopReason, note } }: { change: CardChange }) {
  const { t } = useTranslation()
  const reason = after === 'former' && t(stopReason ? `stop-reason.${stopReason}` : 'cards.stop.unasked')
  if (!reason && note === null) return null
  return (
    <div className="secondary selectable card-note">
      {reason && note ? t('cards.stop.reasonAndNote', { reason, note }) : reason || note}
    </div>
  )
}
