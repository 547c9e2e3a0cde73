import './cards.css'
import { useState } from 'react'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFile } from '#shared/domain/report.ts'
import { TurnDialog } from './turn-dialog.tsx'

/** Beside the card: since when and why trade stopped, and the way to another card. */
export function CardTurn({ file }: { file: CustomerFile }) {
  const { t } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  const [isTurning, setTurning] = useState(false)
  const { data: facts } = useRequest('program.facts', {})
  return (
    <>
      {!isReadOnly && facts && (
        <LinkButton hint={t('cards.turn.hint')} onClick={() => setTurning(true)}>
          {t('cards.turn')}
        </LinkButton>
      )}
      {file.cardType === 'former' && <Stopped customerId={file.customerId} />}
      {isTurning && facts && <TurnDialog file={file} today={facts.today} onClose={() => setTurning(false)} />}
    </>
  )
}

function Stopped({ customerId }: { customerId: number }) {
  const { t } = useTranslation()
  const { data } = useRequest('cards.history', { customerId })
  const last = data?.changes[0]
  if (last?.after !== 'former') return null
  const reason = t(last.stopReason ? `stop-reason.${last.stopReason}` : 'cards.stop.unasked')
  const text = t('cards.stop.since', { day: last.changedOn, reason })
  return (
    <span
      className="small secondary clip num card-stopped"
      title={last.note ? `${text}\n${last.note}` : text}
    >
      {text}
    </span>
  )
}
