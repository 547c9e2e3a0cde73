import { Button, Calendar } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from '#renderer/i18n/use-translation.ts'

/** A month to pick a day from, drawn anew when another day is typed; the text field keeps the focus, and moves it with Alt and the arrows. */
export function SheetDays({ day, onPick }: { day: string; onPick: (day: string) => void }) {
  const { t } = useTranslation()
  return (
    <Calendar
      fullscreen={false}
      key={day}
      defaultValue={dayjs(day)}
      onSelect={(picked, { source }) => {
        if (source === 'date') onPick(picked.format('YYYY-MM-DD'))
      }}
      headerRender={({ value, onChange }) => {
        const step = (text: string, label: string, to: Dayjs) => (
          <Button size="small" type="text" tabIndex={-1} aria-label={label} onClick={() => onChange(to)}>
            {text}
          </Button>
        )
        return (
          <div className="sg-days-head">
            {step('«', t('grid.days.yearBefore'), value.subtract(1, 'year'))}
            {step('‹', t('grid.days.monthBefore'), value.subtract(1, 'month'))}
            <span className="num">{value.format('YYYY-MM')}</span>
            {step('›', t('grid.days.monthAfter'), value.add(1, 'month'))}
            {step('»', t('grid.days.yearAfter'), value.add(1, 'year'))}
          </div>
        )
      }}
    />
  )
}
