import { Button } from 'antd'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFilter, FilterRequest } from '#shared/domain/customer-filter.ts'
import { withoutGroup } from './filter-bar.tsx'
import type { FilterWords } from './use-filter-words.ts'

type NobodyFoundProps = {
  readonly where: FilterRequest
  readonly words: FilterWords
  readonly onChange: (filter: CustomerFilter | null) => void
}

const shownConditions = 3

/** What stands in place of a list that a filter emptied: which conditions hide most, and the way out. */
export function NobodyFound({ where, words, onChange }: NobodyFoundProps) {
  const { t } = useTranslation()
  const { filter } = where
  const { data } = useRequest('customers.countFiltered', where)
  const hiding = (data?.withoutGroup ?? [])
    .map((count, at) => ({ count, at, group: filter.groups[at] ?? [] }))
    .filter(({ count }) => count > 0 && filter.groups.length > 1)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, shownConditions)
  return (
    <EmptyState
      text={t(filter.match === 'all' ? 'filter.nobody' : 'filter.nobodyAny')}
      example={
        hiding.length > 0 && (
          <span className="filter-hiding">
            {hiding.map(({ count, at, group }) => (
              <LinkButton key={at} onClick={() => onChange(withoutGroup(filter, at))}>
                {t('filter.without', { condition: words.groupText(group, filter.match), count })}
              </LinkButton>
            ))}
          </span>
        )
      }
      action={<Button onClick={() => onChange(null)}>{t('filter.clear')}</Button>}
    />
  )
}
