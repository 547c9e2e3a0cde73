import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { FlowRibbons } from '#renderer/charts/flow-ribbons.tsx'
import { HeatMap } from '#renderer/charts/heat-map.tsx'
import { groupColors } from '#renderer/i18n/contribution-words.ts'
import { findingText, formatRate } from '#renderer/i18n/score-words.ts'
import { type Translation, useTranslation } from '#renderer/i18n/use-translation.ts'
import type { ContributionMigration, MigrationCell } from '#shared/domain/contribution-migration.ts'
import type { CurrencyCode } from '#shared/domain/currency.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import {
  cellOf,
  countOf,
  drawnOrder,
  drawnRows,
  type MigrationRow,
  monthWords,
  moveKey,
  moveWords,
  rowWords,
} from './migration-words.ts'

type MigrationChartProps = {
  readonly migration: ContributionMigration
  readonly onOpen: (cell: MigrationCell) => void
}

function customersOf(migration: ContributionMigration, row: MigrationRow): number {
  return drawnOrder.reduce((sum, to) => sum + countOf(migration, row, to), 0)
}

function matrixTable(translation: Translation, migration: ContributionMigration) {
  const { t } = translation
  return {
    columns: [
      { title: t('migration.before', { month: monthWords(translation, migration.fromOn) }) },
      { title: t('migration.after', { month: monthWords(translation, migration.toOn) }) },
      { title: t('contribution.customers'), isNumeric: true },
      { title: t('migration.share'), isNumeric: true },
    ],
    rows: drawnRows.flatMap(from =>
      drawnOrder.flatMap(to => {
        const count = countOf(migration, from, to)
        if (count === 0) return []
        const all = customersOf(migration, from)
        return {
          key: moveKey(from, to),
          cells: [
            rowWords(translation, from),
            rowWords(translation, to),
            formatNumber(count),
            formatRate(count / all),
          ],
        }
      }),
    ),
  }
}

/** From which group at the earlier month end to which at the later: one cell each, and a row is all customers of its group. */
export function MigrationMatrix(props: MigrationChartProps & { readonly currency: CurrencyCode }) {
  const { migration, currency, onOpen } = props
  const translation = useTranslation()
  const { t } = translation
  const rows = drawnRows.filter(row => customersOf(migration, row) > 0)
  const cells = rows.map(from =>
    drawnOrder.map(to => {
      const value = countOf(migration, from, to)
      const words = moveWords(translation, { from, to })
      return { key: moveKey(from, to), value, name: t('migration.mark', { words, count: value }) }
    }),
  )
  const open = (key: string) => onOpen(cellOf(key))
  return (
    <ChartPanel
      title={findingText(translation, migration.finding, currency)}
      caption={t('migration.caption', {
        from: monthWords(translation, migration.fromOn),
        to: monthWords(translation, migration.toOn),
        before: migration.customersBefore,
        arrived: migration.customersAfter - migration.customersBefore,
        after: migration.customersAfter,
      })}
      table={matrixTable(translation, migration)}
      onOpen={open}
    >
      <HeatMap
        label={t('migration.chart.matrix')}
        rowLabels={rows.map(
          row => `${rowWords(translation, row)} ${formatNumber(customersOf(migration, row))}`,
        )}
        columnLabels={drawnOrder.map(group => t(`migration.short.${group}`))}
        cells={cells}
        onOpen={open}
        cellPx={24}
      />
    </ChartPanel>
  )
}

/** The same as bands from left to right. */
export function MigrationFlow({ migration, onOpen }: MigrationChartProps) {
  const translation = useTranslation()
  const { t } = translation
  const nodes = drawnRows.map(row => ({
    key: row,
    label: row === 'arrived' ? t('migration.short.arrived') : t(`migration.short.${row}`),
    colorKey: row === 'arrived' ? 'none' : groupColors[row],
  }))
  const flows = drawnRows.flatMap(from =>
    drawnOrder.map(to => {
      const value = countOf(migration, from, to)
      const words = moveWords(translation, { from, to })
      const name = t('migration.mark', { words, count: value })
      return { key: moveKey(from, to), from, to, value, name }
    }),
  )
  const open = (key: string) => onOpen(cellOf(key))
  const { stayed, customersBefore } = migration
  return (
    <ChartPanel
      title={t('migration.flow.title', { rate: formatRate(stayed / customersBefore), count: stayed })}
      caption={t('migration.flow.caption')}
      table={matrixTable(translation, migration)}
      onOpen={open}
    >
      <FlowRibbons
        label={t('migration.chart.flow')}
        titles={[
          t('migration.before', { month: monthWords(translation, migration.fromOn) }),
          t('migration.after', { month: monthWords(translation, migration.toOn) }),
        ]}
        nodes={nodes}
        flows={flows}
        hint={t('chart.openHint')}
        onOpen={open}
        heightPx={206}
      />
    </ChartPanel>
  )
}
