import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'

/** The way to the proposed cards; nothing while none is proposed. */
export function SuggestionsLink({ href }: { href: string }) {
  const { t } = useTranslation()
  const { data } = useRequest('cards.countSuggestions', {})
  const count = Object.values(data?.counts ?? {}).reduce((sum, one) => sum + one, 0)
  if (count === 0) return null
  return (
    <a className="link num" href={href} title={t('cards.suggestions.linkHint')}>
      {t('cards.suggestions.link', { count })}
    </a>
  )
}
