import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import { useFilterWords } from './use-filter-words.ts'

/** A whole filter as a sentence of its own. */
export function ConditionsText({ filter }: { readonly filter: CustomerFilter }) {
  const { t } = useTranslation()
  const { groupText } = useFilterWords(true)
  const texts = filter.groups.map(group => groupText(group, filter.match))
  const conditions = texts.join(t('filter.groupSeparator'))
  return texts.length > 1
    ? t('filter.each', { match: t(`filter.match.${filter.match}`), conditions })
    : conditions
}
