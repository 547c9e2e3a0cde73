import { Select } from 'antd'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import { groupColors, ruleSetWords } from '#renderer/i18n/contribution-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { ContributionGroup } from '#shared/domain/contribution.ts'
import { readyRuleSets } from '#shared/domain/contribution-rule-set.ts'
import type { ContributionChoice } from './report-choice.ts'

type ContributionSheetChoiceProps = {
  readonly chosen: ContributionChoice | null
  readonly onChange: (choice: ContributionChoice) => void
}

const keyOf = ({ code, version }: ContributionChoice['ruleSet']) => `${code}/${version}`

/** Which rules the sheet of the seven groups goes by, and whose customers it lists. */
export function ContributionSheetChoice({ chosen, onChange }: ContributionSheetChoiceProps) {
  const translation = useTranslation()
  const { t } = translation
  const { data } = useRequest('analytics.getContributionSettings', {})
  const versions = data?.versions ?? readyRuleSets
  const ruleSet = chosen?.ruleSet ?? versions[0]
  const group = chosen?.group ?? null
  if (!ruleSet) return null
  const groups = Object.entries(groupColors) as [ContributionGroup, string][]
  return (
    <>
      <div className="reports-options-group">
        <span className="small secondary">{t('contribution.reading')}</span>
        <Select
          aria-label={t('contribution.reading')}
          value={keyOf(ruleSet)}
          options={versions.map(one => ({ value: keyOf(one), label: ruleSetWords(translation, one) }))}
          onChange={key => {
            const found = versions.find(one => keyOf(one) === key)
            if (found) onChange({ ruleSet: found, group })
          }}
        />
      </div>
      <div className="reports-options-group">
        <span className="small secondary">{t('reports.contribution.group')}</span>
        <Select
          aria-label={t('reports.contribution.group')}
          value={group ?? ''}
          options={[
            { value: '' as const, label: t('reports.contribution.all') },
            ...groups.map(([value, colorKey]) => ({
              value,
              label: <SegmentSwatch colorKey={colorKey}>{t(`contribution.group.${value}`)}</SegmentSwatch>,
            })),
          ]}
          onChange={(value: ContributionGroup | '') =>
            onChange({ ruleSet, group: value === '' ? null : value })
          }
        />
      </div>
    </>
  )
}
