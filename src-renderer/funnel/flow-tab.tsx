import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { SegmentBars } from '#renderer/charts/segment-bars.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import type { FunnelSummary, StageFlow } from '#shared/domain/funnel.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

const stageColors = { analysis: 'growLo', prospect: 'growHi', target: 'valueHi' } as const

/** What came of those who stood or came into each stage in a period, and how long the others wait. */
export function FlowTab({ summary }: { summary: FunnelSummary }) {
  return (
    <div className="funnel-parts">
      <Conversion summary={summary} />
      <Ages summary={summary} />
    </div>
  )
}

function Conversion({ summary }: { summary: FunnelSummary }) {
  const { t } = useTranslation()
  const { flows, fromOn, asOf } = summary
  const all = ({ atStart, entered }: StageFlow) => atStart + entered
  const wentOn = (flow: StageFlow) => flow.bought ?? flow.onward
  const percent = (flow: StageFlow) => {
    const rate = flow.rate ?? flow.boughtRate
    return rate === null ? '—' : t('funnel.percent', { share: formatNumber(rate * 100, 0) })
  }
  const prospects = flows.find(({ stage }) => stage === 'prospect')
  return (
    <ChartPanel
      title={
        prospects && prospects.rate !== null
          ? t('funnel.flowTitle', {
              count: prospects.onward,
              total: all(prospects),
              share: percent(prospects),
            })
          : t('funnel.flowEmpty')
      }
      caption={
        <>
          {fromOn ? t('funnel.flowCaption', { from: fromOn, asOf }) : t('funnel.flowCaptionAll', { asOf })}
          {summary.balancesLeftOut > 0 && ` ${t('funnel.balances', { count: summary.balancesLeftOut })}`}
        </>
      }
      table={{
        columns: [
          { title: t('funnel.stage') },
          ...(['atStart', 'entered', 'onward', 'back', 'left', 'atEnd', 'rate', 'bought'] as const).map(
            part => ({ title: t(`funnel.flow.${part}`), isNumeric: true }),
          ),
        ],
        rows: flows.map(flow => ({
          key: flow.stage,
          cells: [
            t(`funnel.stage.${flow.stage}`),
            ...[flow.atStart, flow.entered, flow.onward, flow.back, flow.left, flow.atEnd].map(count =>
              formatNumber(count),
            ),
            flow.stage === 'target' ? '—' : percent(flow),
            flow.bought === null ? '—' : `${formatNumber(flow.bought)} (${percent(flow)})`,
          ],
        })),
      }}
    >
      <SegmentBars
        label={t('funnel.flowLabel')}
        nameTitle={t('funnel.stage')}
        barTitles={[t('funnel.flow.all'), t('funnel.flow.wentOn')]}
        noteTitle={t('funnel.flow.rate')}
        rows={flows.map(flow => ({
          ...{ key: flow.stage, label: t(`funnel.stage.${flow.stage}`), colorKey: stageColors[flow.stage] },
          bars: [all(flow), wentOn(flow)].map(count => ({ length: count, text: formatNumber(count) })),
          note: percent(flow),
        }))}
      />
    </ChartPanel>
  )
}

function Ages({ summary }: { summary: FunnelSummary }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('funnel.agesTitle')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('funnel.stage')}</th>
            <th className="right">{t('funnel.customers')}</th>
            {(['0', '1', '2', '3'] as const).map(range => (
              <th key={range} className="right">
                {t(`funnel.age.${range}`)}
              </th>
            ))}
            <th className="right">{t('funnel.age.median')}</th>
            <th className="right">{t('funnel.age.longest')}</th>
          </tr>
        </thead>
        <tbody>
          {summary.columns.map(one => (
            <tr key={one.column}>
              <td className="nowrap">{t(`funnel.column.${one.column}`)}</td>
              <td className="right num">{formatNumber(one.customers)}</td>
              {one.byAge.map((count, range) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the ranges are always these four.
                <td key={range} className="right num">
                  {formatNumber(count)}
                </td>
              ))}
              <td className="right num">{one.medianDays === null ? '—' : formatNumber(one.medianDays, 0)}</td>
              <td className="right num">{one.longestDays === null ? '—' : formatNumber(one.longestDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small tertiary">{t('funnel.agesNote', { left: summary.left })}</p>
    </Panel>
  )
}
