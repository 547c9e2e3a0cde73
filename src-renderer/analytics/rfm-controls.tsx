import { PrinterOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useAnalysisChoice } from '#renderer/components/analysis-choice.ts'
import { ruleSetName } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { AnalysisPeriod, RfmAnalysis, RfmRequest } from '#shared/domain/rfm-analysis.ts'
import { RuleSetEditor } from './rule-set-editor.tsx'

type RfmControlsProps = {
  readonly request: RfmRequest
  readonly analysis: RfmAnalysis | undefined
  readonly onPrint: () => void
}

const monthChoices = [3, 6, 12, 24, 36]

/** Period, rules and report of the segments. */
export function RfmControls({ request, analysis, onPrint }: RfmControlsProps) {
  const translation = useTranslation()
  const { t } = translation
  const { setAnalysis } = useAnalysisChoice()
  const { currency } = useOpenArchive()
  const ruleSets = useRequest('analytics.listRuleSets', {})
  const [isEditing, setEditing] = useState(false)
  const chosen = ruleSets.data?.find(ruleSet => ruleSet.code === request.ruleSetCode)
  const setPeriod = (value: number) => {
    const period: AnalysisPeriod = value === 0 ? { kind: 'all' } : { kind: 'months', months: value }
    setAnalysis({ ...request, period })
  }
  const periods = [
    ...monthChoices.map(months => ({ value: months, label: t('segments.period.months', { count: months }) })),
    { value: 0, label: t('segments.period.all') },
  ]
  return (
    <>
      <span className="secondary nowrap">{t('segments.period')}</span>
      <Select
        aria-label={t('segments.period')}
        value={request.period.kind === 'all' ? 0 : request.period.months}
        options={periods}
        onChange={setPeriod}
        popupMatchSelectWidth={false}
        style={{ minWidth: 124 }}
      />
      <Select
        aria-label={t('segments.ruleSet')}
        value={request.ruleSetCode}
        options={(ruleSets.data ?? []).map(ruleSet => ({
          value: ruleSet.code,
          label: ruleSetName(translation, ruleSet),
        }))}
        onChange={ruleSetCode => setAnalysis({ ...request, ruleSetCode })}
        popupMatchSelectWidth={false}
        style={{ minWidth: 168 }}
      />
      <Button disabled={!chosen || !analysis?.cutPoints} onClick={() => setEditing(true)}>
        {t('segments.editRules')}
      </Button>
      <Button icon={<PrinterOutlined />} disabled={!analysis?.customerCount} onClick={onPrint}>
        {t('segments.report')}
      </Button>
      {isEditing && chosen && analysis?.cutPoints && (
        <RuleSetEditor
          ruleSet={chosen}
          cutPoints={analysis.cutPoints}
          currency={currency}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}
