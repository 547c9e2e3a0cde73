import { ChartPanel } from '#renderer/charts/chart-panel.tsx'
import { MonthBars } from '#renderer/charts/month-bars.tsx'
import { useTranslation } from '#renderer/i18n/use-translation.ts'
import { formatNumber } from '#shared/i18n/format-number.ts'
import { monthOfYear } from './period-words.ts'

type MonthColumnsProps = {
  /** Orders of the twelve months of the year. */
  readonly counts: readonly number[]
  /** The month against the average, where it is said. */
  readonly indexes?: readonly (number | null)[]
  readonly title: string
  readonly caption: string
  /** The month from 1. */
  readonly onOpen: (month: number) => void
}

/** Orders by month of the year; a month opens those who ordered in it. */
export function MonthColumns({ counts, indexes, title, caption, onOpen }: MonthColumnsProps) {
  const translation = useTranslation()
  const { t } = translation
  // The year is none: months of all years together.
  const keyOf = (month: number) => `    /${String(month).padStart(2, '0')}`
  const rows = counts.map((count, place) => {
    const name = monthOfYear(translation, place + 1)
    const index = indexes?.[place] ?? null
    const against = index === null ? '' : t('analyses.when.against', { times: formatNumber(index, 2) })
    return {
      key: keyOf(place + 1),
      name,
      count,
      index,
      words: t('analyses.when.month', { name, count }) + against,
    }
  })
  const open = (key: string) => onOpen(Number(key.slice(-2)))
  // The finding speaks of the best month, not of the last of the year.
  const [best] = rows.toSorted((one, other) =>
    one.index === null || other.index === null ? other.count - one.count : other.index - one.index,
  )
  return (
    <ChartPanel
      title={title}
      caption={caption}
      table={{
        columns: [
          { title: t('segments.month') },
          { title: t('segments.orders'), isNumeric: true },
          ...(indexes ? [{ title: t('analyses.when.index'), isNumeric: true }] : []),
        ],
        rows: rows.map(row => ({
          key: row.key,
          cells: [
            row.name,
            formatNumber(row.count),
            ...(indexes ? [row.index === null ? t('analyses.tooFew') : formatNumber(row.index, 2)] : []),
          ],
        })),
      }}
      onOpen={open}
    >
      <MonthBars
        label={t('analyses.when.months')}
        marks={rows.map(row => ({
          key: row.key,
          label: row.name,
          values: [row.count],
          name: row.words,
          text: formatNumber(row.count),
        }))}
        series={[t('segments.orders')]}
        formatTick={value => formatNumber(value)}
        highlightedKey={best?.key}
        onOpen={open}
        heightPx={190}
      />
    </ChartPanel>
  )
}
