import { PrinterOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { ruleSetWords } from '#renderer/i18n/contribution-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { ContributionRulesEditor } from './contribution-rules-editor.tsx'
import type { ContributionRulesNow } from './use-contribution-rules.ts'

type ContributionControlsProps = {
  readonly rules: ContributionRulesNow
  readonly asOf: CalendarDate
  readonly onChoose: (code: string) => void
  readonly onPrint: (() => void) | null
}

/** So many readings stand beside each other; more are a list to choose from. */
const mostBeside = 3

/** The choice of a reading, the way to change its figures, and the report. */
export function ContributionControls({ rules, asOf, onChoose, onPrint }: ContributionControlsProps) {
  const translation = useTranslation()
  const { t } = translation
  const [isEditing, setEditing] = useState(false)
  const options = rules.newest.map(one => ({ value: one.code, label: ruleSetWords(translation, one) }))
  return (
    <>
      <span className="secondary nowrap">{t('contribution.reading')}</span>
      {options.length <= mostBeside ? (
        <Segmented
          aria-label={t('contribution.reading')}
          value={rules.chosen.code}
          options={options}
          onChange={onChoose}
        />
      ) : (
        <Select
          aria-label={t('contribution.reading')}
          value={rules.chosen.code}
          options={options}
          onChange={onChoose}
          popupMatchSelectWidth={false}
          style={{ minWidth: 168 }}
        />
      )}
      <Button onClick={() => setEditing(true)}>{t('contribution.edit')}</Button>
      {onPrint && (
        <Button icon={<PrinterOutlined />} onClick={onPrint}>
          {t('reports.kind.contribution')}
        </Button>
      )}
      {isEditing && (
        <ContributionRulesEditor
          rules={rules}
          asOf={asOf}
          onSaved={onChoose}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}
