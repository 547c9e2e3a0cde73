import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'

/** The way to the bin; nothing while it is empty. */
export function BinLink({ href }: { href: string }) {
  const { t } = useTranslation()
  const { data } = useRequest('customers.countBin', {})
  if (!data || data.count === 0) return null
  return (
    <a className="link num" href={href}>
      {t('bin.link', { count: data.count })}
    </a>
  )
}
