import { Select } from 'antd'
import { segmentName } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CustomerFilter, FilterRequest } from '#shared/domain/customer-filter.ts'
import type { RfmRequest } from '#shared/domain/rfm-analysis.ts'

/** Customers that a report can be of, by a name. */
export type ReportList = { readonly name: string; readonly filter: CustomerFilter }

type MediaChoiceProps = {
  /** Null for all customers. */
  readonly where: FilterRequest | null
  readonly textOf: (filter: CustomerFilter) => string
  readonly analysis: RfmRequest
  readonly lists: readonly ReportList[]
  readonly onChange: (where: FilterRequest | null) => void
}

const membersOf = (ruleSetCode: string, segmentCode: string): CustomerFilter => ({
  match: 'all',
  groups: [[{ field: 'segment', test: 'any-of', values: [`${ruleSetCode}/${segmentCode}`] }]],
})

/** Whose media are counted: all customers, those of a filter of the list, or a segment. */
export function MediaChoice({ where, textOf, analysis, lists, onChange }: MediaChoiceProps) {
  const words = useTranslation()
  const { t } = words
  const { data } = useRequest('analytics.summarizeSegments', analysis, { keepsPrevious: true })
  const ofList = lists.map(({ name, filter }) => ({ value: JSON.stringify(filter), label: name }))
  const ofSegment = (data?.segments ?? []).map(segment => ({
    value: JSON.stringify(membersOf(analysis.ruleSetCode, segment.code)),
    label: segmentName(words, segment),
  }))
  const chosen = where === null ? '' : JSON.stringify(where.filter)
  const isListed = [...ofList, ...ofSegment].some(({ value }) => value === chosen)
  const all = { value: '', label: t('reports.media.allCustomers') }
  return (
    <div className="reports-options-group">
      <span className="small secondary">{t('reports.media.of')}</span>
      <Select
        aria-label={t('reports.media.of')}
        value={chosen}
        options={[
          all,
          ...ofList,
          ...(where === null || isListed ? [] : [{ value: chosen, label: textOf(where.filter) }]),
          ...(ofSegment.length > 0 ? [{ label: t('reports.segment'), options: ofSegment }] : []),
        ]}
        onChange={(value: string) =>
          onChange(value === '' ? null : { filter: JSON.parse(value) as CustomerFilter, asOf: analysis.asOf })
        }
      />
    </div>
  )
}
