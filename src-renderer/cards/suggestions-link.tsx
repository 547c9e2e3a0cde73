import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { CardSuggestion } from '#shared/domain/card.ts'

/** The way to the proposed cards: why most of them are proposed, and to what; the others on hover. Nothing while none is proposed. */
export function SuggestionsLink({ href }: { href: string }) {
  const { t } = useTranslation()
  const { data } = useRequest('cards.countSuggestions', {})
  const parts = CardSuggestion.options
    .map(part => ({ part, count: data?.counts[part] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
  const [most, ...others] = parts.map(({ part, count }) => t(`cards.proposed.${part}`, { count }))
  if (most === undefined) return null
  const otherCount = parts.slice(1).reduce((sum, { count }) => sum + count, 0)
  const hint = [most, ...others, t('cards.suggestions.linkHint')].join('\n')
  return (
    <a className="link num" href={href} title={hint}>
      {most}
      {otherCount > 0 && t('cards.proposed.others', { count: otherCount })}
    </a>
  )
}
