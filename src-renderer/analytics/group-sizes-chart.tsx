import { useState } from 'react'
import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { HeatMap } from '#renderer/charts/heat-map.tsx'
import { ErrorNote } from '#renderer/components/error-note.tsx'
import { Skeleton } from '#renderer/components/skeleton.tsx'
import { formatMonth } from '#renderer/i18n/format-date.ts'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { useOpenArchive } from '#renderer/ipc/use-archive.ts'
import { useRequest } from '#renderer/ipc/use-request.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ContributionGroup, ContributionRules } from '#shared/domain/contribution.ts'
import { contributionGroups } from '#shared/domain/contribution.ts'
import { type ContributionSnapshots, mostMonths } from '#shared/domain/contribution-migration.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { ContributionMembers } from './contribution-members.tsx'
import type { RenderExport } from './members-sheet.tsx'
import { drawnOrder, monthWords } from './migration-words.ts'

type GroupSizesChartProps = {
  readonly asOf: CalendarDate
  readonly rules: ContributionRules
  readonly onOpenCustomer: (customerId: number, listId: number) => void
  readonly renderExport?: RenderExport | undefined
}

type MonthEnd = ContributionSnapshots['monthEnds'][number]

const sizeOf = ({ counts }: MonthEnd, group: ContributionGroup) =>
  counts[contributionGroups.indexOf(group)] ?? 0

/** How large the seven groups were at the end of each of the last 24 months; a cell opens who was in one. */
export function GroupSizesChart(props: GroupSizesChartProps) {
  const { asOf, rules } = props
  const translation = useTranslation()
  const { t } = translation
  const { currency } = useOpenArchive()
  const [opened, setOpened] = useState<{ on: CalendarDate; group: ContributionGroup } | null>(null)
  const { data, error } = useRequest(
    'analytics.listGroupSnapshots',
    { asOf, months: mostMonths, rules },
    { keepsPrevious: true },
  )
  if (error) return <ErrorNote error={error} />
  if (!data) return <Skeleton lines={8} />
  const { monthEnds } = data
  const [first, last] = [monthEnds.at(0), monthEnds.at(-1)]
  if (!first || !last) return null
  const shown = opened ?? { on: last.on, group: 'stable-top' as const }
  const nameOf = (group: ContributionGroup) => t(`contribution.group.${group}`)
  const mark = (end: MonthEnd, group: ContributionGroup) =>
    t('migration.sizes.mark', {
      ...{ month: monthWords(translation, end.on), group: nameOf(group), count: sizeOf(end, group) },
    })
  const open = (key: string) => {
    const [on, group] = key.split('/')
    setOpened({ on: on as CalendarDate, group: group as ContributionGroup })
  }
  return (
    <div className="segments-body migration-body">
      <ChartPanel
        title={t('migration.sizes.title', {
          ...{ from: sizeOf(first, 'stable-top'), to: sizeOf(last, 'stable-top') },
          group: nameOf('stable-top'),
        })}
        caption={t('migration.sizes.caption', {
          ...{ moved: last.moved ?? 0, month: monthWords(translation, last.on) },
        })}
        table={{
          columns: [
            { title: t('migration.sizes.month') },
            ...drawnOrder.map(group => ({ title: nameOf(group), isNumeric: true })),
            { title: t('migration.sizes.moved'), isNumeric: true },
          ],
          rows: monthEnds.map(end => ({
            key: `${end.on}/stable-top`,
            cells: [
              monthWords(translation, end.on),
              ...drawnOrder.map(group => formatNumber(sizeOf(end, group))),
              end.moved === null ? '—' : formatNumber(end.moved),
            ],
          })),
        }}
        onOpen={open}
      >
        <HeatMap
          label={t('migration.chart.sizes')}
          rowLabels={drawnOrder.map(nameOf)}
          columnLabels={monthEnds.map(({ on }, at) =>
            at === 0 || on.slice(5, 7) === '01'
              ? on.slice(0, 7)
              : formatMonth(on.slice(0, 7), translation.language),
          )}
          cells={drawnOrder.map(group =>
            monthEnds.map(end => ({
              ...{ key: `${end.on}/${group}`, value: sizeOf(end, group), name: mark(end, group) },
            })),
          )}
          onOpen={open}
          cellPx={24}
        />
      </ChartPanel>
      <ContributionMembers
        request={{ asOf: shown.on, rules }}
        group={shown.group}
        note={monthWords(translation, shown.on)}
        currency={currency}
        onOpenCustomer={props.onOpenCustomer}
        renderExport={props.renderExport}
        uses={null}
      />
    </div>
  )
}
