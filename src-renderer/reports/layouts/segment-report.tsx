import type { ReactNode } from 'react'
import { formatMonth } from '#renderer/i18n/format-date.ts'
import { formatMoney } from '#renderer/i18n/format-money.ts'
import { formatPhone } from '#renderer/i18n/format-phone.ts'
import { findingText, formatRate, periodName, ruleSetName, segmentName } from '#renderer/i18n/score-words.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { PaperBlock } from '#renderer/reports/paper-block.ts'
import type { ReportData } from '#shared/domain/report.ts'
import type { AnalysisPeriod, MemberSelector, RfmAnalysis } from '#shared/domain/rfm-analysis.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

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
    block('title', <h1 className="paper-card-title">{name}</h1>),
    // The chart is of the segments by RFM and tells nothing of a segment of one's own.
    ...(has('chart') && data.selector.kind !== 'saved' ? [chartBlock(translation, data)] : []),
    ...(has('rule') ? [ruleBlock(translation, data, period)] : []),
    ...(has('members') ? memberBlocks(translation, data, name) : []),
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

function block(key: string, node: ReactNode): PaperBlock {
  return { kind: 'block', key, node: <div className="paper-part">{node}</div> }
}

/** Bars as lengths with name and figures beside them: nothing on paper depends on colour. */
function chartBlock(translation: Translation, { analysis, currency, selector }: SegmentData): PaperBlock {
  const { t } = translation
  const most = Math.max(1, ...analysis.segments.map(segment => segment.customerCount))
  const isChosen = (code: string) => selector.kind === 'segment' && selector.code === code
  return block(
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
    return block(
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
  return block(
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

function memberBlocks({ t }: Translation, data: SegmentData, name: string): PaperBlock[] {
  const { members, memberCount, refusedCount, currency } = data
  const spend = members.reduce((total, member) => total + member.spendMinor, 0)
  const scores = (member: (typeof members)[number]) =>
    [member.r, member.f, member.m].map(score => score ?? '—').join(' ')
  const notes = [
    ...(memberCount > members.length
      ? [t('reports.segment.capped', { shown: members.length, count: memberCount })]
      : []),
    ...(refusedCount > 0 ? [t('reports.segment.refused', { count: refusedCount })] : []),
    ...(members.length === 0 ? [t('reports.segment.none')] : []),
  ]
  return [
    ...(members.length > 0
      ? [
          {
            kind: 'table' as const,
            key: 'members',
            title: t('reports.segment.members', { name }),
            continuedTitle: t('reports.segment.membersContinued', { name }),
            columns: [
              { title: t('reports.column.number'), widthPercent: 8, isNumeric: true },
              { title: t('segments.member.name'), widthPercent: 22 },
              { title: t('segments.member.phone'), widthPercent: 18 },
              { title: t('segments.member.lastOn'), widthPercent: 14 },
              { title: t('segments.member.orderCount'), widthPercent: 10, isNumeric: true },
              { title: t('segments.member.spend'), widthPercent: 16, isNumeric: true },
              { title: t('segments.member.scores'), widthPercent: 12 },
            ],
            rows: members.map((member, index) => ({
              key: String(member.customerId),
              cells: [
                formatNumber(index + 1),
                member.name,
                formatPhone(member.phone ?? ''),
                member.lastOn ?? '',
                formatNumber(member.orderCount),
                formatMoney(member.spendMinor, currency),
                scores(member),
              ],
            })),
            foot: t('reports.segment.total', {
              count: members.length,
              spend: formatMoney(spend, currency, { hasSymbol: true }),
            }),
          },
        ]
      : []),
    ...(notes.length > 0
      ? [
          block(
            'member-notes',
            notes.map(note => (
              <p key={note} className="paper-text">
                {note}
              </p>
            )),
          ),
        ]
      : []),
  ]
}
