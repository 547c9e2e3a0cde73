import { Fragment } from 'react'
import {
  drawnGroups,
  formulaWords,
  policyWords,
  ruleSetWords,
  whoWords,
} from '#renderer/i18n/contribution-words.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { findingText, formatRate } from '#renderer/i18n/score-words.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { PaperBlock } from '#renderer/reports/paper-block.ts'
import type { ReportData } from '#shared/domain/report.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { memberBlocks } from './member-blocks.tsx'
import { paperPart } from './paper-part.tsx'

type ContributionData = Extract<ReportData, { kind: 'contribution' }>

/** The sheet of the seven groups as blocks: the finding with bars, the rules, what to do for each group, the customers. */
export function contributionReportBlocks(translation: Translation, data: ContributionData): PaperBlock[] {
  const { t } = translation
  const has = (section: string) => data.sections.includes(section)
  const name = data.group ? t(`contribution.group.${data.group}`) : t('reports.contribution.title')
  return [
    paperPart('title', <h1 className="paper-card-title">{name}</h1>),
    ...(has('chart') ? [chartBlock(translation, data)] : []),
    ...(has('rule') ? [ruleBlock(translation, data)] : []),
    ...(has('policy') ? [policyBlock(translation, data)] : []),
    ...(has('members') ? contributionMembers(translation, data, name) : []),
  ]
}

/** Bars as lengths with name and figures beside them: nothing on paper depends on colour. */
function chartBlock(translation: Translation, { analysis, currency, group: chosen }: ContributionData) {
  const { t } = translation
  const groups = drawnGroups(analysis)
  const most = Math.max(1, ...groups.map(({ customerCount }) => customerCount))
  return paperPart(
    'chart',
    <>
      <h2 className="paper-title">{findingText(translation, analysis.finding, currency)}</h2>
      <div className="paper-bars">
        {groups.map(({ group, customerCount, scoreMinor, scoreRate }) => {
          const name = t(`contribution.group.${group}`)
          const money = formatMoney(scoreMinor, currency, { decimals: 0, hasSymbol: true })
          return (
            <Fragment key={group}>
              <span>{group === chosen ? <b>{name}</b> : name}</span>
              <span className="right">{formatNumber(customerCount)}</span>
              <span className="paper-bar" style={{ width: `${(100 * customerCount) / most}%` }} />
              <span>
                {t('contribution.score')} {money}　{formatRate(scoreRate)}
              </span>
            </Fragment>
          )
        })}
      </div>
    </>,
  )
}

function ruleBlock(translation: Translation, { analysis, ruleSet, currency }: ContributionData) {
  const { t } = translation
  const { rules, limits, groups, asOf } = analysis
  const level = (code: 'top' | 'high' | 'middle', share: number, minor: number | undefined) =>
    t('reports.contribution.line', {
      name: t(`contribution.rules.level.${code}`),
      text: t('contribution.rules.level', {
        share: formatRate(share),
        limit: minor === undefined ? '—' : formatMoney(minor, currency, { hasSymbol: true }),
      }),
    })
  const lines = [
    t('reports.contribution.rule', { rule: ruleSetWords(translation, ruleSet), asOf }),
    formulaWords(translation, analysis),
    level('top', rules.topShare, limits?.topMinor),
    level('high', rules.highShare, limits?.highMinor),
    level('middle', rules.middleShare, limits?.middleMinor),
    t('contribution.rules.order'),
    ...groups.map(
      ({ group }, at) =>
        `${at + 1}. ${t('reports.contribution.line', {
          name: t(`contribution.group.${group}`),
          text: whoWords(translation, group, rules),
        })}`,
    ),
  ]
  return paperPart(
    'rule',
    <>
      <h2 className="paper-title">{t('contribution.rules')}</h2>
      {lines.map(line => (
        <p key={line} className="paper-text">
          {line}
        </p>
      ))}
    </>,
  )
}

function policyBlock(translation: Translation, { analysis, policies, group: chosen }: ContributionData) {
  const { t } = translation
  const groups = drawnGroups(analysis).filter(({ group }) => chosen === null || group === chosen)
  return paperPart(
    'policy',
    <>
      <h2 className="paper-title">{t('reports.section.policy')}</h2>
      {groups.map(({ group }) => {
        const words = policyWords(translation, group, policies)
        return words === null ? null : (
          <p key={group} className="paper-text">
            <b>{t(`contribution.group.${group}`)}</b>　{words}
          </p>
        )
      })}
    </>,
  )
}

function contributionMembers(translation: Translation, data: ContributionData, name: string): PaperBlock[] {
  const { t } = translation
  const { members, currency } = data
  return memberBlocks(translation, {
    ...{ name, members, memberCount: data.memberCount, refusedCount: data.refusedCount },
    capped: counts => t('reports.contribution.capped', counts),
    columns: [
      {
        title: t('contribution.group'),
        widthPercent: 18,
        text: member => t(`contribution.group.${member.group}`),
      },
      {
        ...{ title: t('contribution.score'), widthPercent: 15, isNumeric: true },
        text: member => formatMoney(member.scoreMinor, currency),
      },
      // Room to write by hand what was said on the phone.
      { title: t('reports.contribution.said'), widthPercent: 22, text: () => '' },
    ],
    foot: t('reports.contribution.total', { count: members.length }),
  })
}
