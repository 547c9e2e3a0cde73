import '#renderer/customers/customers.css'
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useListCount } from '#renderer/customers/use-list-count.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { CustomerFilter } from '#shared/domain/customer-filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { FilterDialog } from './filter-dialog.tsx'
import { useFilterWords } from './use-filter-words.ts'

type ConditionsDialogProps = {
  readonly title: string
  /** What the conditions are for, and what went wrong. */
  readonly note: ReactNode
  /** Null for new ones: the first is entered at once. */
  readonly conditions: CustomerFilter | null
  readonly isSaving: boolean
  readonly onSave: (conditions: CustomerFilter) => void
  /** Takes the conditions away; absent where there are none. */
  readonly remove: { readonly text: string; readonly run: () => void } | undefined
  readonly onClose: () => void
}

/** Enters all conditions of something that is not the list, and says meanwhile how many customers they find today. */
export function ConditionsDialog(props: ConditionsDialogProps) {
  const { title, note, conditions, isSaving, onSave, remove, onClose } = props
  const { t } = useTranslation()
  const { data: facts } = useRequest('program.facts', {})
  const words = useFilterWords(true)
  const [filter, setFilter] = useState(conditions)
  const [edited, setEdited] = useState<number | null>(conditions === null ? 0 : null)
  const asOf = facts && CalendarDate.parse(facts.today)
  const where = filter && asOf ? { filter, asOf } : null
  const count = useListCount(where, where !== null)
  const stopEntering = () => (filter === null ? onClose() : setEdited(null))
  return (
    <>
      <Modal
        open={filter !== null || edited === null}
        width={680}
        title={title}
        onCancel={onClose}
        footer={
          <>
            {remove && (
              <Button danger className="dialog-aside" onClick={remove.run}>
                {remove.text}
              </Button>
            )}
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button
              type="primary"
              autoFocus
              disabled={filter === null}
              loading={isSaving}
              onClick={() => filter && onSave(filter)}
            >
              {t('filter.save')}
            </Button>
          </>
        }
      >
        {note}
        {filter ? (
          <FilterBar
            filter={filter}
            words={words}
            clearText={t('filter.clearAll')}
            onEdit={setEdited}
            onChange={setFilter}
          />
        ) : (
          <Button size="small" onClick={() => setEdited(0)}>
            {t('filter.add')}
          </Button>
        )}
        <p className="filter-count" role="status">
          {where && count !== undefined ? t('filter.found', { count }) : t('filter.incomplete')}
        </p>
      </Modal>
      {edited !== null && asOf && (
        <FilterDialog
          key={edited}
          filter={filter}
          edited={{ index: edited }}
          asOf={asOf}
          words={words}
          title={title}
          applyText={t('filter.take')}
          onApply={next => {
            setFilter(next)
            setEdited(null)
          }}
          onApplyAndAdd={next => {
            setFilter(next)
            setEdited(next.groups.length)
          }}
          onClose={stopEntering}
        />
      )}
    </>
  )
}
