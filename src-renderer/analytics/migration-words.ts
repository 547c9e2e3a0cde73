import { groupColors } from '#renderer/i18n/contribution-words.ts'
import { formatMonthInSentence } from '#renderer/i18n/format-date.ts'
import type { Translation } from '#renderer/i18n/use-translation.ts'
import type { ContributionGroup } from '#shared/domain/contribution.ts'
import type { ContributionMigration, MigrationCell } from '#shared/domain/contribution-migration.ts'

/** The groups in the order in which they are drawn. */
export const drawnOrder = Object.keys(groupColors) as ContributionGroup[]

/** A row of the matrix: a group before, or those who were no customers yet. */
export type MigrationRow = ContributionGroup | 'arrived'

/** The rows as they are drawn, those who arrived last. */
export const drawnRows: readonly MigrationRow[] = [...drawnOrder, 'arrived']

/** The name of a row. */
export function rowWords({ t }: Translation, row: MigrationRow): string {
  return row === 'arrived' ? t('migration.arrived') : t(`contribution.group.${row}`)
}

/** The mark of a cell, and back. */
export function moveKey(from: MigrationRow, to: ContributionGroup): string {
  return `${from}/${to}`
}

/** The cell that a mark stands for. */
export function cellOf(key: string): MigrationCell {
  const [from, to] = key.split('/')
  return { from: from as MigrationRow, to: to as ContributionGroup }
}

/** How many customers moved from a row to a group. */
export function countOf(migration: ContributionMigration, from: MigrationRow, to: ContributionGroup): number {
  const place = migration.rows.findIndex(({ group }) => group === to)
  const counts =
    from === 'arrived' ? migration.arrived : migration.rows.find(({ group }) => group === from)?.to
  return counts?.[place] ?? 0
}

/** A cell in a sentence: who was in which group and is in which now. */
export function moveWords(translation: Translation, { from, to }: MigrationCell): string {
  const { t } = translation
  if (from === null || to === null) return t('migration.all')
  if (from === to) return t('migration.stayed', { group: rowWords(translation, to) })
  return t('migration.move', { from: rowWords(translation, from), to: rowWords(translation, to) })
}

/** A month end as its month. */
export function monthWords({ language }: Translation, day: string): string {
  return formatMonthInSentence(day.slice(0, 7), language)
}
