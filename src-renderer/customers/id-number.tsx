import { useEffect, useState } from 'react'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { call, toAppError } from '#renderer/ipc/client.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import type { AppError } from '#shared/contract/app-error.ts'

/** How long the whole number stays on the screen. */
const shownMs = 30_000

/**
 * A resident ID number with its middle hidden, and the way to see it whole for half a minute, which is written down. Give it
 * a key by customer: what was shown of one never stays for the next.
 */
export function IdNumber({ customerId, masked }: { customerId: number; masked: string }) {
  const { t, tCode } = useTranslation()
  const { isReadOnly } = useOpenArchive()
  // Kept here alone, in no cache of answers.
  const [whole, setWhole] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  useEffect(() => {
    if (whole === null) return
    const timer = setTimeout(() => setWhole(null), shownMs)
    return () => clearTimeout(timer)
  }, [whole])
  const show = async () => {
    setError(null)
    try {
      setWhole((await call('customers.revealIdNumber', { customerId })).idNumber)
    } catch (thrown) {
      setError(toAppError(thrown))
    }
  }
  return (
    <span className="id-number">
      <span className="num selectable">{whole ?? masked}</span>{' '}
      {whole !== null && (
        <LinkButton onClick={() => setWhole(null)} hint={t('customers.idNumber.recorded')}>
          {t('customers.idNumber.hide')}
        </LinkButton>
      )}
      {whole === null && !isReadOnly && (
        <LinkButton onClick={() => void show()} hint={t('customers.idNumber.hint')}>
          {t('customers.idNumber.show')}
        </LinkButton>
      )}
      <output className="small tertiary">
        {whole !== null && t('customers.idNumber.recorded')}
        {error && tCode(`error.${error.code}`)}
      </output>
    </span>
  )
}
