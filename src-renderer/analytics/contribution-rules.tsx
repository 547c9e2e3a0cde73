import { DefinitionList } from '#renderer/components/definition-list.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { SegmentSwatch } from '#renderer/components/segment-swatch.tsx'
import { groupColors, ruleSetWords, whoWords } from '#renderer/i18n/contribution-words.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatRate } from '#renderer/i18n/score-words.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ContributionAnalysis } from '#shared/domain/contribution.ts'
import type { ContributionRuleSet } from '#shared/domain/contribution-rule-set.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'

type ContributionRulesPanelProps = {
  readonly analysis: ContributionAnalysis
  readonly ruleSet: ContributionRuleSet
  readonly currency: CurrencyCode
}

/** The reading with its figures: from which score one contributes much, and who is in each group, in the order of the rules. */
export function ContributionRulesPanel({ analysis, ruleSet, currency }: ContributionRulesPanelProps) {
  const translation = useTranslation()
  const { t } = translation
  const { rules, limits, groups } = analysis
  const levels = [
    { code: 'top' as const, share: rules.topShare, limitMinor: limits?.topMinor },
    { code: 'high' as const, share: rules.highShare, limitMinor: limits?.highMinor },
    { code: 'middle' as const, share: rules.middleShare, limitMinor: limits?.middleMinor },
  ]
  const levelWords = ({ share, limitMinor }: (typeof levels)[number]) =>
    t('contribution.rules.level', {
      share: formatRate(share),
      limit: limitMinor === undefined ? '—' : formatMoney(limitMinor, currency),
    })
  return (
    <Panel
      title={t('contribution.rules')}
      extra={<span className="small secondary">{ruleSetWords(translation, ruleSet)}</span>}
    >
      <DefinitionList
        items={levels.map(level => ({
          key: level.code,
          term: t(`contribution.rules.level.${level.code}`),
          value: levelWords(level),
        }))}
      />
      <div className="chart-caption contribution-order">
        {t('contribution.rules.level.low')} · {t('contribution.rules.order')}
      </div>
      <DefinitionList
        items={groups.map(({ group }) => ({
          key: group,
          term: (
            <SegmentSwatch colorKey={groupColors[group]}>{t(`contribution.group.${group}`)}</SegmentSwatch>
          ),
          value: whoWords(translation, group, rules),
        }))}
      />
    </Panel>
  )
}
