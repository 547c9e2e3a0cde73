import { Segmented, Select } from 'antd'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { monthEndAfter, mostMonths } from '#shared/domain/contribution-migration.ts'
import { monthWords } from './migration-words.ts'

/** Whether two month ends are compared, or all of the last are shown beside each other. */
export type MigrationView = 'between' | 'months'

type MigrationControlsProps = {
  readonly view: MigrationView
  readonly onView: (view: MigrationView) => void
  readonly fromOn: CalendarDate
  readonly toOn: CalendarDate
  /** The newest month end that can be chosen. */
  readonly lastOn: CalendarDate
  readonly onMonths: (fromOn: CalendarDate, toOn: CalendarDate) => void
}

/** Which two month ends are compared. */
export function MigrationControls(props: MigrationControlsProps) {
  const { view, onView, fromOn, toOn, lastOn, onMonths } = props
  const translation = useTranslation()
  const { t } = translation
  const option = (value: CalendarDate) => ({ value, label: monthWords(translation, value) })
  const ends = Array.from({ length: mostMonths }, (_, at) => option(monthEndAfter(lastOn, -at)))
  const starts = Array.from({ length: mostMonths }, (_, at) => option(monthEndAfter(toOn, -at - 1)))
  const views = (['between', 'months'] as const).map(value => ({
    value,
    label: t(`migration.view.${value}`),
  }))
  // Another end moves the start along where it would not lie before it, or too far.
  const setEnd = (end: CalendarDate) => {
    const isNear = fromOn < end && monthEndAfter(end, -mostMonths) <= fromOn
    onMonths(isNear ? fromOn : monthEndAfter(end, -12), end)
  }
  return (
    <>
      <Segmented aria-label={t('migration.view')} value={view} options={views} onChange={onView} />
      {view === 'between' && (
        <>
          <Select
            aria-label={t('migration.fromMonth')}
            value={fromOn}
            options={starts}
            onChange={start => onMonths(start, toOn)}
            popupMatchSelectWidth={false}
          />
          <span className="secondary">→</span>
          <Select
            aria-label={t('migration.toMonth')}
            value={toOn}
            options={ends}
            onChange={setEnd}
            popupMatchSelectWidth={false}
          />
        </>
      )}
    </>
  )
}
