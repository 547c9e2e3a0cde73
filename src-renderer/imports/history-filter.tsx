import { SearchOutlined } from '@ant-design/icons'
import { Checkbox, Input, Segmented } from 'antd'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ImportFilter } from '#shared/domain/import-history.ts'

/** Whether a filter holds nothing back. */
export function isEveryImport({ text, kind, state, hasRejected }: ImportFilter): boolean {
  return text.trim() === '' && kind === null && state === null && !hasRejected
}

type HistoryFilterProps = {
  readonly filter: ImportFilter
  readonly onFilter: (filter: ImportFilter) => void
  /** Down or Enter in the box: the keyboard goes on in the list. */
  readonly onGoToList: () => void
}

/** Which imports the history shows: words of file, sheet or shop, the kind, the state. */
export function HistoryFilter({ filter, onFilter, onGoToList }: HistoryFilterProps) {
  const { t } = useTranslation()
  const kinds = ['all', 'customers', 'orders'] as const
  const states = ['all', 'committed', 'undone'] as const
  return (
    <div className="row import-history-filter">
      <Input
        className="import-history-search"
        prefix={<SearchOutlined />}
        placeholder={t('history.search')}
        aria-label={t('history.search')}
        maxLength={100}
        allowClear
        value={filter.text}
        onChange={event => onFilter({ ...filter, text: event.target.value })}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && filter.text !== '') onFilter({ ...filter, text: '' })
          else if (event.key === 'ArrowDown' || event.key === 'Enter') onGoToList()
          else return
          event.preventDefault()
        }}
      />
      <Segmented<(typeof kinds)[number]>
        aria-label={t('imports.history.kind')}
        value={filter.kind ?? 'all'}
        options={kinds.map(value => ({
          value,
          label: value === 'all' ? t('history.everyKind') : t(`import-kind.${value}`),
        }))}
        onChange={value => onFilter({ ...filter, kind: value === 'all' ? null : value })}
      />
      <Segmented<(typeof states)[number]>
        aria-label={t('imports.history.state')}
        value={filter.state ?? 'all'}
        options={states.map(value => ({
          value,
          label: value === 'all' ? t('history.everyState') : t(`imports.history.state.${value}`),
        }))}
        onChange={value => onFilter({ ...filter, state: value === 'all' ? null : value })}
      />
      <Checkbox
        checked={filter.hasRejected}
        onChange={event => onFilter({ ...filter, hasRejected: event.target.checked })}
      >
        {t('history.hasRejected')}
      </Checkbox>
    </div>
  )
}
