import type { ReactNode } from 'react'
import { formatMonth } from '#renderer/i18n/format-date.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { findingText, formatRate, periodName, ruleSetName, segmentName } from '#renderer/i18n/score-words.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { PaperBlock } from '#renderer/reports/paper-block.ts'
import type { ReportData } from '#shared/domain/report.ts'
import type { AnalysisPeriod, MemberSelector, RfmAnalysis } from '#shared/domain/rfm-analysis.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { memberBlocks } from './member-blocks.tsx'
import { paperPart } from './paper-part.tsx'

type SegmentData = Extract<ReportData, { kind: 'segment' }>

/** A segment report as blocks: the finding with bars, the rules with their limits, the members. */
export function segmentReportBlocks(
  translation: Translation,
  data: SegmentData,
  period: AnalysisPeriod,
): readonly PaperBlock[] {
  const has = (section: string) => data.sections.includes(section)
  const name = memberListName(translation, data.analysis, data.selector)
  return [
    paperPart('title', <h1 className="paper-card-title">{name}</h1>),
    // The chart is of the segments by RFM and tells nothing of a segment of one's own.
    ...(has('chart') && data.selector.kind !== 'saved' ? [chartBlock(translation, data)] : []),
    ...(has('rule') ? [ruleBlock(translation, data, period)] : []),
    ...(has('members') ? segmentMembers(translation, data, name) : []),
  ]
}

/** The customers that a report lists, in words. */
export function memberListName(
  translation: Translation,
  analysis: RfmAnalysis,
  selector: MemberSelector,
): string {
  const { t, tCode, language } = translation
  if (selector.kind === 'segment') {
    const segment = analysis.segments.find(one => one.code === selector.code)
    return segmentName(translation, segment ?? { code: selector.code, name: null })
  }
  if (selector.kind === 'saved') return selector.name
  if (selector.kind === 'cell') return `R${selector.r} F${selector.f}`
  if (selector.kind === 'month')
    return tCode(`segments.members.month.${selector.group}`, { month: formatMonth(selector.month, language) })
  return t('segments.members.all')
}

/** Bars as lengths with name and figures beside them: nothing on paper depends on colour. */
function chartBlock(translation: Translation, { analysis, currency, selector }: SegmentData): PaperBlock {
  const { t } = translation
  const most = Math.max(1, ...analysis.segments.map(segment => segment.customerCount))
  const isChosen = (code: string) => selector.kind === 'segment' && selector.code === code
  return paperPart(
    'chart',
    <>
      <h2 className="paper-title">{findingText(translation, analysis.findings.segments, currency)}</h2>
      <div className="paper-bars">
        {analysis.segments.map(segment => {
          const name = segmentName(translation, segment)
          const money = formatMoney(segment.spendMinor, currency, { decimals: 0, hasSymbol: true })
          const days =
            segment.averageRecencyDays === null
              ? '—'
              : t('segments.days', { count: Math.round(segment.averageRecencyDays) })
          return (
            <Row key={segment.code}>
              <span>{isChosen(segment.code) ? <b>{name}</b> : name}</span>
              <span className="right">{formatNumber(segment.customerCount)}</span>
              <span className="paper-bar" style={{ width: `${(100 * segment.customerCount) / most}%` }} />
              <span>
                {money}　{formatRate(segment.spendRate)}　{days}
              </span>
            </Row>
          )
        })}
      </div>
    </>,
  )
}

function Row({ children }: { children: ReactNode }) {
  return <>{children}</>
}

function ruleBlock(
  translation: Translation,
  { analysis, currency, selector }: SegmentData,
  period: AnalysisPeriod,
): PaperBlock {
  const { t } = translation
  if (selector.kind === 'saved')
    return paperPart(
      'rule',
      <>
        <h2 className="paper-title">{t('reports.segment.rule')}</h2>
        <p className="paper-text">{selector.words}</p>
        <p className="paper-text">{t('reports.segment.savedAsOf', { asOf: analysis.asOf })}</p>
      </>,
    )
  const { ruleSet, cutPoints } = analysis
  const whole = (edges: readonly number[]) => edges.map(edge => formatNumber(Math.ceil(edge))).join(' / ')
  const range = ([low, high]: readonly [number, number]) => (low === high ? String(low) : `${low}–${high}`)
  return paperPart(
    'rule',
    <>
      <h2 className="paper-title">{t('reports.segment.rule')}</h2>
      <p className="paper-text">
        {t('reports.segment.ruleText', {
          rule: ruleSetName(translation, ruleSet),
          period: periodName(translation, period),
          asOf: analysis.asOf,
        })}
      </p>
      {cutPoints && (
        <p className="paper-text">
          {t('reports.segment.limits', {
            recencyDays: whole(cutPoints.recencyDays),
            orders: whole(cutPoints.orderCount),
            spend: cutPoints.spendMinor
              .map(edge => formatMoney(Math.ceil(edge), currency, { hasSymbol: true }))
              .join(' / '),
          })}
        </p>
      )}
      <p className="paper-text">
        {ruleSet.segments
          .map(rule =>
            t('reports.segment.range', {
              name: segmentName(translation, rule),
              r: range(rule.r),
              f: range(rule.f),
              m: range(rule.m),
            }),
          )
          .join('；')}
      </p>
    </>,
  )
}

function segmentMembers(translation: Translation, data: SegmentData, name: string): PaperBlock[] {
  const { t } = translation
  const { members, currency } = data
  const spend = members.reduce((total, member) => total + member.spendMinor, 0)
  return memberBlocks(translation, {
    ...{ name, members, memberCount: data.memberCount, refusedCount: data.refusedCount },
    capped: counts => t('reports.segment.capped', counts),
    columns: [
      { title: t('segments.member.lastOn'), widthPercent: 15, text: member => member.lastOn ?? '' },
      {
        ...{ title: t('segments.member.orderCount'), widthPercent: 11, isNumeric: true },
        text: member => formatNumber(member.orderCount),
      },
      {
        ...{ title: t('segments.member.spend'), widthPercent: 17, isNumeric: true },
        text: member => formatMoney(member.spendMinor, currency),
      },
      {
        ...{ title: t('segments.member.scores'), widthPercent: 12 },
        text: ({ r, f, m }) => [r, f, m].map(score => score ?? '—').join(' '),
      },
    ],
    foot: t('reports.segment.total', {
      count: members.length,
      spend: formatMoney(spend, currency, { hasSymbol: true }),
    }),
  })
}
