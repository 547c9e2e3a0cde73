import { SealStamp } from '#renderer/components/seal-stamp.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

/** The seal of a customer who refused contact, and what it means. */
export function RefusedNote({ refusedOn }: { refusedOn: string }) {
  const { t } = useTranslation()
  return (
    <div className="refused-note">
      <SealStamp />
      <div>
        <b>{t('customers.refused.title')}</b>
        <div className="small secondary">{t('customers.refused.text', { day: refusedOn })}</div>
      </div>
    </div>
  )
}
