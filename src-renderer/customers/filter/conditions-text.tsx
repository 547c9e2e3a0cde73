import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import { useFilterWords } from './use-filter-words.ts'

/** Puts whole filters into words. */
export function useFilterText(): (filter: CustomerFilter) => string {
  const { t } = useTranslation()
  const { groupText } = useFilterWords(true)
  return ({ groups, match }) => {
    const texts = groups.map(group => groupText(group, match))
    const conditions = texts.join(t('filter.groupSeparator'))
    return texts.length > 1 ? t('filter.each', { match: t(`filter.match.${match}`), conditions }) : conditions
  }
}

/** A whole filter as a sentence of its own. */
export function ConditionsText({ filter }: { readonly filter: CustomerFilter }) {
  return useFilterText()(filter)
}
