import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import type { KeyboardEvent } from 'react'
import { ButtonKey } from '#renderer/components/kbd.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import type { FilterWords } from './use-filter-words.ts'

type FilterBarProps = {
  readonly filter: CustomerFilter
  readonly words: FilterWords
  /** What takes all conditions away, where it is not the filter of the list. */
  readonly clearText?: string
  /** Keeps the filter for another day, where it can be kept. */
  readonly onSave?: (() => void) | undefined
  readonly onEdit: (groupIndex: number) => void
  /** Null when the last condition goes. */
  readonly onChange: (filter: CustomerFilter | null) => void
}

/** The filter without one of its groups. */
export function withoutGroup(filter: CustomerFilter, groupIndex: number): CustomerFilter | null {
  const groups = filter.groups.toSpliced(groupIndex, 1)
  return groups.length > 0 ? { ...filter, groups } : null
}

/** The conditions of the list as sentences: each can be changed and removed, with the Delete key too. */
export function FilterBar({ filter, words, clearText, onSave, onEdit, onChange }: FilterBarProps) {
  const { t } = useTranslation()
  const { match, groups } = filter
  const remove = (at: number) => onChange(withoutGroup(filter, at))
  return (
    <section className="filter-bar" aria-label={t('filter.bar')}>
      {groups.length > 1 && (
        <Segmented
          size="small"
          aria-label={t('filter.match')}
          value={match}
          options={[
            { value: 'all', label: t('filter.match.all') },
            { value: 'any', label: t('filter.match.any') },
          ]}
          onChange={next => onChange({ ...filter, match: next as CustomerFilter['match'] })}
        />
      )}
      {groups.map((group, at) => {
        const condition = words.groupText(group, match)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same condition may stand in a filter twice
          <span key={`${at} ${condition}`} className={words.isGone(group) ? 'chip is-gone' : 'chip is-on'}>
            <button
              type="button"
              className="filter-chip clip"
              title={t('filter.edit', { condition })}
              onClick={() => onEdit(at)}
              onKeyDown={(event: KeyboardEvent) => {
                if (event.key === 'Delete' || event.key === 'Backspace') remove(at)
              }}
            >
              {condition}
            </button>
            <button
              type="button"
              className="chip-remove"
              aria-label={t('filter.remove', { condition })}
              title={t('filter.remove', { condition })}
              onClick={() => remove(at)}
            >
              <CloseOutlined />
            </button>
          </span>
        )
      })}
      <button
        type="button"
        className="chip"
        aria-keyshortcuts={clearText ? undefined : 'Control+Shift+L'}
        onClick={() => onEdit(groups.length)}
      >
        <PlusOutlined /> {t('filter.add')} {!clearText && <ButtonKey keys="Ctrl+Shift+L" />}
      </button>
      {onSave && <LinkButton onClick={onSave}>{t('views.saveFilter')}</LinkButton>}
      <LinkButton onClick={() => onChange(null)}>{clearText ?? t('filter.clear')}</LinkButton>
    </section>
  )
}
