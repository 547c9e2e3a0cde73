import { useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { HeatMap } from '#renderer/charts/heat-map.tsx'
import { LinkButton } from '#renderer/components/link-button.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { Ability, type FunnelSelector, type FunnelSummary, Intention } from '#shared/domain/funnel.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'

/** From high to low, who was not judged last. */
const intentions = [...Intention.options.toReversed(), null]
const abilities = [...Ability.options, null]
const shownCustomers = 50

type Cell = Extract<FunnelSelector, { kind: 'cell' }>
type GridProps = { readonly summary: FunnelSummary; readonly onOpen: (customerId: number) => void }

/** Who wants to buy and is able to: counts, and the customers behind them. */
export function IntentionGrid({ summary, onOpen }: GridProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Cell | null>(null)
  const nameOf = (part: 'intention' | 'ability', grade: Intention | Ability | null) =>
    grade === null ? t('funnel.unjudged') : t(`funnel.${part}.${grade}` as 'funnel.intention.clear')
  const cells = intentions.map(intention =>
    abilities.map(ability => {
      const value =
        summary.cells.find(cell => cell.intention === intention && cell.ability === ability)?.customers ?? 0
      const names = { intention: nameOf('intention', intention), ability: nameOf('ability', ability) }
      return {
        ...{ key: `${intention} ${ability}`, value, intention, ability },
        name: t('funnel.cellName', { ...names, count: value }),
      }
    }),
  )
  const all = cells.flat()
  const ready =
    all.find(({ intention, ability }) => intention === 'clear' && ability === 'strong')?.value ?? 0
  const total = all.reduce((sum, { value }) => sum + value, 0)
  const open = (key: string) => {
    const cell = all.find(one => one.key === key)
    if (cell) setChosen({ kind: 'cell', intention: cell.intention, ability: cell.ability })
  }
  return (
    <div className="funnel-parts">
      <ChartPanel
        title={total === 0 ? t('funnel.gridEmpty') : t('funnel.gridTitle', { count: ready, total })}
        caption={t('funnel.gridCaption', { day: summary.asOf })}
        onOpen={open}
        table={{
          columns: [
            { title: t('funnel.intention') },
            { title: t('funnel.ability') },
            { title: t('funnel.customers'), isNumeric: true },
          ],
          rows: all.map(({ key, intention, ability, value }) => ({
            key,
            cells: [nameOf('intention', intention), nameOf('ability', ability), formatNumber(value)],
          })),
        }}
      >
        <HeatMap
          label={t('funnel.gridLabel')}
          rowLabels={intentions.map(one => nameOf('intention', one))}
          columnLabels={abilities.map(one => nameOf('ability', one))}
          cells={cells}
          cellPx={48}
          onOpen={open}
        />
      </ChartPanel>
      {chosen && (
        <CellCustomers
          asOf={summary.asOf}
          cell={chosen}
          title={t('funnel.cellTitle', {
            ...{
              intention: nameOf('intention', chosen.intention),
              ability: nameOf('ability', chosen.ability),
            },
          })}
          onOpen={onOpen}
        />
      )}
    </div>
  )
}

type CellCustomersProps = {
  readonly asOf: CalendarDate
  readonly cell: Cell
  readonly title: string
  readonly onOpen: (customerId: number) => void
}

function CellCustomers({ asOf, cell, title, onOpen }: CellCustomersProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(shownCustomers)
  const { data } = useRequest('funnel.listCards', {
    ...{ asOf, selector: cell, start: 0, count: Math.min(200, shown) },
  })
  if (!data) return null
  const more = data.total - data.cards.length
  return (
    <Panel title={title} extra={<span className="small secondary num">{formatNumber(data.total)}</span>}>
      <table className="plain-table">
        <tbody>
          {data.cards.map(card => (
            <tr key={card.customerId}>
              <td>
                <LinkButton onClick={() => onOpen(card.customerId)}>{card.name}</LinkButton>
              </td>
              <td>{t(`funnel.stage.${card.stage}`)}</td>
              <td className="right num">{t('funnel.days', { count: card.days })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.total === 0 && <p className="tertiary">{t('funnel.cellEmpty')}</p>}
      {more > 0 && shown < 200 && (
        <LinkButton onClick={() => setShown(200)}>{t('entries.more', { count: more })}</LinkButton>
      )}
      {more > 0 && shown >= 200 && <p className="small tertiary">{t('entries.more', { count: more })}</p>}
      {data.refusedCount > 0 && (
        <p className="small tertiary">{t('funnel.refused', { count: data.refusedCount })}</p>
      )}
    </Panel>
  )
}
